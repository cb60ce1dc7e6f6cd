package org.tenuto.dose;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.BodyHeight;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.Volume;

/**
 * The numbers of an order, once they are known to be numbers an order can have.
 *
 * @param height null if not entered
 * @param lastWeight null if there is none on record
 * @param phases at least one
 */
record OrderQuantities(
    BodyWeight weight,
    @Nullable BodyHeight height,
    @Nullable BodyWeight lastWeight,
    List<OrderPhase> phases,
    Concentration concentration,
    Volume loaded) {

  /** The highest number anybody can enter: 9999.999 kg, mg/mL or mL, or of a phase's unit. */
  private static final long HIGHEST_G = 9_999_999;

  private static final long HIGHEST_NANO = 9_999_999_000L;

  private static final BigDecimal HIGHEST = new BigDecimal("9999.999");

  /** As long as anybody can enter, and far below any overflow: 10,000 h. */
  private static final long HIGHEST_S = 36_000_000;

  /** Adults; below it Devine's weight comes to little or nothing (engineering proposal). */
  private static final long LOWEST_MM = 1_200;

  private static final long HIGHEST_MM = 2_500;

  /** The quantities of the order; null if one is no number an order can have, with findings. */
  static @Nullable OrderQuantities of(Order order, Findings findings) {
    Plausibility check = new Plausibility(findings);
    Patient patient = order.patient();
    check.within(patient.weightG(), 1, HIGHEST_G, "body weight", "g");
    if (patient.heightMm() != 0) {
      check.within(patient.heightMm(), LOWEST_MM, HIGHEST_MM, "body height", "mm");
    }
    if (patient.lastWeightG() != 0) {
      check.within(patient.lastWeightG(), 1, HIGHEST_G, "body weight on record", "g");
    }
    check.within(order.phases().size(), 1, Order.MOST_PHASES, "number of phases", "in all");
    for (OrderPhase phase : order.phases()) {
      check.within(phase.amountNg(), 1, phase.unit().ng(HIGHEST), "amount of a phase", "ng");
      check.within(phase.durationS(), 1, HIGHEST_S, "infusion time of a phase", "s");
    }
    check.within(order.concentrationNgPerMl(), 1, HIGHEST_NANO, "concentration", "ng/mL");
    check.within(order.loadedNl(), 1, HIGHEST_NANO, "loaded volume", "nL");
    check.within(order.priorDoses().size(), 0, Order.MOST_PRIOR_DOSES, "earlier doses", "in all");
    for (PriorDose prior : order.priorDoses()) {
      check.within(prior.ng(), 1, HIGHEST_NANO, "an earlier dose", "ng");
      check.within(prior.durationS(), 0, HIGHEST_S, "time of an earlier dose", "s");
      check.within(prior.endedAgoS(), 0, HIGHEST_S, "age of an earlier dose", "s");
    }
    check.within(order.overrides().size(), 0, Order.MOST_OVERRIDES, "limits passed", "in all");
    return check.sound ? quantities(order) : null;
  }

  private static OrderQuantities quantities(Order order) {
    Patient patient = order.patient();
    return new OrderQuantities(
        new BodyWeight(patient.weightG()),
        patient.heightMm() == 0 ? null : new BodyHeight(patient.heightMm()),
        patient.lastWeightG() == 0 ? null : new BodyWeight(patient.lastWeightG()),
        order.phases(),
        new Concentration(order.concentrationNgPerMl()),
        new Volume(order.loadedNl()));
  }

  /** Adds a finding for each number that is none an order can have. */
  private static final class Plausibility {

    private final Findings findings;
    private boolean sound = true;

    Plausibility(Findings findings) {
      this.findings = findings;
    }

    void within(long value, long lowest, long highest, String thing, String unit) {
      if (value < lowest || value > highest) {
        sound = false;
        findings.add(
            ReasonCode.NUMBER_NOT_PLAUSIBLE,
            thing + " " + value + " " + unit,
            "from " + lowest + " to " + highest + " " + unit);
      }
    }
  }
}
