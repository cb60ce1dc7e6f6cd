package org.tenuto.dose;

import java.util.List;
import org.tenuto.quantity.Ratio;

/**
 * The figures an order comes to, exact, before anything is rounded to what a pump can do.
 *
 * @param dosingWeightKg the body weight dosed by, kg
 * @param totalMg drug of the whole order, mg
 * @param volumeMl volume to be infused, mL
 * @param durationS infusion time of the whole order, s
 * @param phases at least one
 */
public record ExactDose(
    Ratio dosingWeightKg,
    Ratio totalMg,
    Ratio volumeMl,
    long durationS,
    List<Phase> phases) {

  public ExactDose {
    phases = List.copyOf(phases);
  }

  /**
   * The exact figures of one phase.
   *
   * @param kind what it is for
   * @param totalMg drug, mg
   * @param volumeMl volume to be infused, mL
   * @param rateMlPerH flow rate, mL/h
   * @param doseRateMgPerKgPerH dose rate by dosing weight, mg/kg/h
   * @param durationS infusion time, s
   */
  public record Phase(
      PhaseKind kind,
      Ratio totalMg,
      Ratio volumeMl,
      Ratio rateMlPerH,
      Ratio doseRateMgPerKgPerH,
      long durationS) {}

  /** Drug of the whole order by dosing weight, mg/kg. */
  public Ratio doseMgPerKg() {
    return totalMg.over(dosingWeightKg);
  }
}
