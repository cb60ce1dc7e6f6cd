package org.tenuto.dose;

import java.math.BigDecimal;
import java.util.List;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.Volume;
import org.tenuto.quantity.WardUnit;

/** Checks whether the pump can run the order, and near enough to what was ordered. */
final class PumpLimits {

  /**
   * An achieved dose or flow rate below 99 % of the ordered one is refused (engineering proposal).
   */
  private static final BigDecimal LEAST_ACHIEVED = new BigDecimal("0.99");

  /** More than any syringe holds; figures for a pump are not worked out beyond it. */
  private static final BigDecimal MOST_ML = BigDecimal.valueOf(1000);

  private static final int SHOWN_PLACES = 3;

  private PumpLimits() {}

  private static final LimitCheck.Codes FLOW_CODES =
      new LimitCheck.Codes(
          ReasonCode.FLOW_RATE_BELOW_DRUG_LIMIT,
          ReasonCode.FLOW_RATE_BELOW_SOFT_LIMIT,
          ReasonCode.FLOW_RATE_ABOVE_SOFT_LIMIT,
          ReasonCode.FLOW_RATE_ABOVE_DRUG_LIMIT);

  /** Flow rates outside the drug's limits, as ordered. */
  static void checkDrugFlow(ExactDose exact, DrugEntry drug, Findings findings) {
    List<ExactDose.Phase> phases = exact.phases();
    for (int i = 0; i < phases.size(); i++) {
      new LimitCheck<FlowRate>(
              where(i, phases.size()) + "flow rate", FlowRate::mlPerH, WardUnit.ML_PER_H::format)
          .judge(phases.get(i).rateMlPerH(), drug.flow(), FLOW_CODES, findings);
    }
  }

  /** Whether an ordered flow rate is more than the pump runs with this syringe. */
  static boolean isTooFast(ExactDose exact, PumpResolution pump, Findings findings) {
    FlowRate maximum = pump.maximumRate();
    boolean tooFast = false;
    List<ExactDose.Phase> phases = exact.phases();
    for (int i = 0; i < phases.size(); i++) {
      Ratio rate = phases.get(i).rateMlPerH();
      if (rate.compareTo(maximum.mlPerH()) > 0) {
        tooFast = true;
        findings.add(
            ReasonCode.FLOW_RATE_ABOVE_PUMP_MAXIMUM,
            where(i, phases.size()) + "flow rate " + shown(rate),
            "at most "
                + maximum.text()
                + ", the pump's maximum with this syringe"
                + pump.remedy(rate.ceiling(SHOWN_PLACES)));
      }
    }
    return tooFast;
  }

  /** Whether the ordered volume is more than any syringe holds. */
  static boolean isTooMuch(ExactDose exact, Findings findings) {
    boolean tooMuch = exact.volumeMl().compareTo(MOST_ML) > 0;
    if (tooMuch) {
      findings.add(
          ReasonCode.VOLUME_BEYOND_ANY_SYRINGE,
          "volume " + WardUnit.ML.format(exact.volumeMl().ceiling(SHOWN_PLACES)),
          "at most " + WardUnit.ML.format(MOST_ML));
    }
    return tooMuch;
  }

  /** What rounding to the pump's increments made of the order. */
  static void checkAchieved(
      ExactDose exact, AchievedDose achieved, PumpResolution pump, Findings findings) {
    int count = exact.phases().size();
    for (int i = 0; i < count; i++) {
      checkPhase(
          where(i, count), exact.phases().get(i), achieved.phases().get(i), pump, findings);
    }
  }

  /** What is to be left of the phase that is running can't have been given already. */
  static void checkLeft(AchievedDose achieved, Progress progress, Findings findings) {
    if (!progress.isChange()) {
      return;
    }
    Volume volume = achieved.phases().get(progress.phase()).volume();
    if (volume.compareTo(progress.phaseAtMost()) <= 0) {
      findings.add(
          ReasonCode.CHANGE_BELOW_DELIVERED,
          where(progress.phase(), achieved.phases().size()) + "volume " + volume.text(),
          "more than the " + progress.phaseAtMost().text() + " that may be delivered already");
    }
  }

  private static void checkPhase(
      String where,
      ExactDose.Phase exact,
      AchievedDose.Phase achieved,
      PumpResolution pump,
      Findings findings) {
    BigDecimal volumeMl = achieved.volume().ml();
    BigDecimal rateMlPerH = achieved.rate().mlPerH();
    if (achieved.rate().compareTo(pump.minimumRate()) < 0) {
      findings.add(
          ReasonCode.FLOW_RATE_BELOW_PUMP_MINIMUM,
          where + "flow rate " + achieved.rate().text(),
          "at least " + pump.minimumRate().text() + ", the pump's minimum with this syringe");
    }
    if (isMoreThanOrdered(volumeMl, exact.volumeMl())
        || isMoreThanOrdered(rateMlPerH, exact.rateMlPerH())) {
      findings.add(
          ReasonCode.PUMP_ROUNDED_UP,
          where + "pump program " + achieved.pumpRate() + " " + achieved.pumpVolume(),
          "not more than ordered");
    }
    if (isTooFarBelow(volumeMl, exact.volumeMl())) {
      findings.add(
          ReasonCode.ACHIEVED_DOSE_OFF,
          where + "achieved dose " + achieved.drug().text(),
          "within 1 % of the ordered "
              + WardUnit.MG.format(exact.totalMg().ceiling(SHOWN_PLACES)));
    }
    if (isTooFarBelow(rateMlPerH, exact.rateMlPerH())) {
      findings.add(
          ReasonCode.ACHIEVED_RATE_OFF,
          where + "achieved flow rate " + achieved.rate().text(),
          "within 1 % of the ordered " + shown(exact.rateMlPerH()));
    }
  }

  /** Says which phase is meant where there are several. */
  private static String where(int index, int count) {
    return count == 1 ? "" : "phase " + (index + 1) + ": ";
  }

  private static boolean isMoreThanOrdered(BigDecimal achieved, Ratio ordered) {
    return ordered.compareTo(achieved) < 0;
  }

  private static boolean isTooFarBelow(BigDecimal achieved, Ratio ordered) {
    // achieved < 0.99 × ordered, kept exact by not dividing.
    BigDecimal least = ordered.numerator().multiply(LEAST_ACHIEVED);
    return new Ratio(least, ordered.denominator()).compareTo(achieved) > 0;
  }

  private static String shown(Ratio mlPerH) {
    return WardUnit.ML_PER_H.format(mlPerH.ceiling(SHOWN_PLACES));
  }
}
