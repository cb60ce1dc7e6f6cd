package org.tenuto.dose;

import java.math.BigDecimal;
import java.util.List;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.Volume;

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

  private static final BigDecimal S_PER_H = BigDecimal.valueOf(3600);

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
      long durationS) {

    /** Time the rest takes at the phase's rate, s, rounded up. */
    long leftS(Volume delivered) {
      Ratio gone = Ratio.of(delivered.ml()).times(S_PER_H).over(rateMlPerH);
      return Math.max(0, durationS - gone.floor(0).longValueExact());
    }
  }

  /**
   * The same for an order that changes a running one: its time is what was infused, what is left of
   * the present phase and the phases after it.
   */
  ExactDose after(Progress progress) {
    if (!progress.isChange()) {
      return this;
    }
    Phase present = phases.get(progress.phase());
    long leftS = present.leftS(progress.phaseAtMost());
    long laterS = phases.stream().skip(progress.phase() + 1L).mapToLong(Phase::durationS).sum();
    return new ExactDose(
        dosingWeightKg, totalMg, volumeMl, progress.infusedS() + leftS + laterS, phases);
  }

  /** Drug of the whole order by dosing weight, mg/kg. */
  public Ratio doseMgPerKg() {
    return totalMg.over(dosingWeightKg);
  }
}
