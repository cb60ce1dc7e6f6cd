package org.tenuto.dose;

import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/** Permits as tests ask for them, some without a guardrail. */
public final class PermittedForTests {

  private PermittedForTests() {}

  /** A permit for a rate (nL/h) and a volume (nL). */
  public static PermittedRate permit(long rateNlPerH, long volumeNl) {
    return new PermittedRate(new FlowRate(rateNlPerH), new Volume(volumeNl));
  }

  /** What a review permits of one phase that was read back; null if nothing. */
  public static @Nullable PermittedRate rest(
      OrderReview review, ReadBack readBack, int phase, Volume deliveredAtMost) {
    PermittedOrder permitted = review.permit(readBack);
    return permitted == null ? null : permitted.rest(phase, deliveredAtMost);
  }
}
