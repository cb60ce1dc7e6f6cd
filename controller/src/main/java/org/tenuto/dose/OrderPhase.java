package org.tenuto.dose;

import org.tenuto.quantity.InfusionTime;

/**
 * One phase of an order: a constant rate for a time, as it was ordered.
 *
 * @param kind what it is for
 * @param unit the unit it was ordered in
 * @param amountNg how much: ng/kg, ng/kg/h, ng/kg/min or ng/h, by the unit
 * @param durationS how long, s
 */
public record OrderPhase(PhaseKind kind, DoseUnit unit, long amountNg, long durationS) {

  /** A dose by weight over a time. */
  public static OrderPhase dose(long ngPerKg, long durationS) {
    return new OrderPhase(PhaseKind.MAINTENANCE, DoseUnit.MG_PER_KG, ngPerKg, durationS);
  }

  /** As written for people, e.g. {@code 0.5 mg/kg over 40 min} or {@code 0.3 mg/kg/h for 4 h}. */
  public String text() {
    String joint = unit == DoseUnit.MG_PER_KG ? " over " : " for ";
    return unit.ward().format(unit.value(amountNg)) + joint + new InfusionTime(durationS).text();
  }
}
