package org.tenuto.dose;

import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/**
 * A flow rate and the volume it may run for, as the guardrail allowed them. Nobody else makes one,
 * and a pump takes nothing else. Both are already what the pump can do exactly.
 */
public final class PermittedRate {

  private final FlowRate rate;
  private final Volume volume;

  PermittedRate(FlowRate rate, Volume volume) {
    if (rate.nlPerH() == 0 || volume.nl() == 0) {
      throw new IllegalArgumentException("a permitted rate needs a rate and a volume above 0");
    }
    this.rate = rate;
    this.volume = volume;
  }

  /** The flow rate, above 0. */
  public FlowRate rate() {
    return rate;
  }

  /** The volume after which the pump itself stops, above 0. */
  public Volume volume() {
    return volume;
  }
}
