package org.tenuto.dose;

import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.InfusionTime;

/**
 * A way of giving a drug: one dose by body weight over one time, and how far an order may depart
 * from it.
 *
 * @param id as in {@link Order#protocolId()}; unique in the whole library
 * @param name for people
 * @param dose default dose, within {@code doseSoft}
 * @param doseSoft doses outside need a reason and a second person
 * @param doseHardMax higher doses are refused
 * @param time default infusion time, within {@code timeLimits}
 * @param timeLimits infusion times outside are refused
 * @param doseRateHardMax higher dose rates are refused
 * @param evidence how well the numbers are founded; unverified ones can't be ordered
 * @param source citation
 */
public record Protocol(
    String id,
    String name,
    DosePerWeight dose,
    Bounds<DosePerWeight> doseSoft,
    DosePerWeight doseHardMax,
    InfusionTime time,
    Bounds<InfusionTime> timeLimits,
    DoseRate doseRateHardMax,
    Evidence evidence,
    String source) {

  /** Whether it may be ordered. */
  public boolean enabled() {
    return evidence != Evidence.UNVERIFIED;
  }
}
