package org.tenuto.dose;

import java.util.List;

/**
 * What staff ask to be different from now on in a running or paused order; patient, drug, syringe
 * and what is over stay. Untrusted, as an order is.
 *
 * @param phases the present phase as a whole, with what was given of it, and those after it
 * @param intensiveMonitoring whether staff attest intensive monitoring
 * @param overrides soft limits passed, with reasons
 * @param staffId who asks
 * @param secondStaffId who checked; empty if nobody
 */
public record OrderChange(
    List<OrderPhase> phases,
    boolean intensiveMonitoring,
    List<LimitOverride> overrides,
    String staffId,
    String secondStaffId) {

  public OrderChange {
    phases = List.copyOf(phases);
    overrides = List.copyOf(overrides);
  }

  /**
   * The same change once a second person has checked it.
   *
   * @param passed soft limits the two pass, with reasons
   */
  public OrderChange checkedBy(String second, List<LimitOverride> passed) {
    return new OrderChange(phases, intensiveMonitoring, passed, staffId, second);
  }
}
