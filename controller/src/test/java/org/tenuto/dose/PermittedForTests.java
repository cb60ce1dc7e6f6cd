package org.tenuto.dose;

import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/** Permits without a guardrail, for tests of what comes after it. */
public final class PermittedForTests {

  private PermittedForTests() {}

  /** A permit for a rate (nL/h) and a volume (nL). */
  public static PermittedRate permit(long rateNlPerH, long volumeNl) {
    return new PermittedRate(new FlowRate(rateNlPerH), new Volume(volumeNl));
  }
}
