package org.tenuto.dose;

import static org.tenuto.dose.ReasonCode.DAY_DOSE_ABOVE_HARD_LIMIT;
import static org.tenuto.dose.ReasonCode.DAY_DOSE_ABOVE_SOFT_LIMIT;
import static org.tenuto.dose.ReasonCode.DOSE_ABOVE_HARD_LIMIT;
import static org.tenuto.dose.ReasonCode.DOSE_ABOVE_SOFT_LIMIT;
import static org.tenuto.dose.ReasonCode.DOSE_BELOW_HARD_LIMIT;
import static org.tenuto.dose.ReasonCode.DOSE_BELOW_SOFT_LIMIT;
import static org.tenuto.dose.ReasonCode.DURATION_ABOVE_MAXIMUM;
import static org.tenuto.dose.ReasonCode.DURATION_ABOVE_SOFT_LIMIT;
import static org.tenuto.dose.ReasonCode.DURATION_BELOW_MINIMUM;
import static org.tenuto.dose.ReasonCode.DURATION_BELOW_SOFT_LIMIT;
import static org.tenuto.dose.ReasonCode.SESSION_DOSE_ABOVE_HARD_LIMIT;
import static org.tenuto.dose.ReasonCode.SESSION_DOSE_ABOVE_SOFT_LIMIT;
import static org.tenuto.dose.ReasonCode.TOTAL_ABOVE_HARD_LIMIT;
import static org.tenuto.dose.ReasonCode.TOTAL_ABOVE_SOFT_LIMIT;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.DrugAmount;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.Quoted;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.WardUnit;

/** Checks the order as a whole against drug and protocol: how much, how long, how much in all. */
final class DoseLimits {

  /** A dose that ended longer ago is outside the rolling window. */
  private static final long DAY_S = 86_400;

  private static final LimitCheck<DosePerWeight> DOSE = perWeight("dose");
  private static final LimitCheck.Codes DOSE_CODES =
      new LimitCheck.Codes(
          DOSE_BELOW_HARD_LIMIT,
          DOSE_BELOW_SOFT_LIMIT,
          DOSE_ABOVE_SOFT_LIMIT,
          DOSE_ABOVE_HARD_LIMIT);
  private static final LimitCheck<InfusionTime> TIME =
      new LimitCheck<>(
          "infusion time",
          time -> BigDecimal.valueOf(time.s()),
          s -> new InfusionTime(s.longValueExact()).text());
  private static final LimitCheck.Codes TIME_CODES =
      new LimitCheck.Codes(
          DURATION_BELOW_MINIMUM,
          DURATION_BELOW_SOFT_LIMIT,
          DURATION_ABOVE_SOFT_LIMIT,
          DURATION_ABOVE_MAXIMUM);
  private static final LimitCheck<DrugAmount> TOTAL =
      new LimitCheck<>("drug of the whole order", DrugAmount::mg, WardUnit.MG::format);
  private static final LimitCheck<DosePerWeight> SESSION = perWeight("dose of the session");
  private static final LimitCheck<DosePerWeight> DAY = perWeight("dose of 24 h");

  private DoseLimits() {}

  private static LimitCheck<DosePerWeight> perWeight(String thing) {
    return new LimitCheck<>(thing, DosePerWeight::mgPerKg, WardUnit.MG_PER_KG::format);
  }

  static void checkConcentration(Concentration concentration, DrugEntry drug, Findings findings) {
    if (!drug.concentrations().contains(concentration)) {
      findings.add(
          ReasonCode.CONCENTRATION_UNKNOWN,
          "concentration " + concentration.text(),
          "one of " + texts(drug.concentrations()));
    }
    if (concentration.compareTo(drug.secondPersonAbove()) > 0) {
      findings.add(
          ReasonCode.CONCENTRATION_NEEDS_SECOND_PERSON,
          "concentration " + concentration.text(),
          "at most " + drug.secondPersonAbove().text() + " without a second person's check");
    }
  }

  private static String texts(List<Concentration> concentrations) {
    return concentrations.stream().map(Concentration::text).collect(Collectors.joining(", "));
  }

  /** On the ordered figures, which the achieved ones never exceed. */
  static void checkWhole(ExactDose exact, Protocol protocol, Findings findings) {
    DOSE.judge(exact.doseMgPerKg(), protocol.dose(), DOSE_CODES, findings);
    Ratio s = Ratio.of(BigDecimal.valueOf(exact.durationS()));
    TIME.judge(s, protocol.time(), TIME_CODES, findings);
    TOTAL.judge(
        exact.totalMg(), protocol.total(), TOTAL_ABOVE_SOFT_LIMIT, TOTAL_ABOVE_HARD_LIMIT, findings);
  }

  /**
   * What comes together with earlier doses. The whole order counts, however little of it was given
   * yet, and an earlier dose counts whole as long as any of it is inside the window: so what is
   * still to come can't carry any 24 hours beyond the limit.
   */
  static void checkCumulative(
      List<PriorDose> priors, ExactDose exact, DrugEntry drug, Protocol protocol,
      Findings findings) {
    Ratio sessionMg = exact.totalMg();
    Ratio dayMg = exact.totalMg();
    for (PriorDose prior : priors) {
      boolean inWindow = prior.endedAgoS() < DAY_S;
      Ratio mg = Ratio.of(new DrugAmount(prior.ng()).mg());
      if (inWindow && !prior.drugId().equals(drug.id())) {
        findings.add(
            ReasonCode.PRIOR_DOSE_OF_OTHER_DRUG,
            "earlier dose of drug " + Quoted.of(prior.drugId()),
            "none but of " + drug.id() + " in 24 h, others can't be added up");
      }
      dayMg = inWindow ? dayMg.plus(mg) : dayMg;
      sessionMg = prior.thisSession() ? sessionMg.plus(mg) : sessionMg;
    }
    SESSION.judge(
        sessionMg.over(exact.dosingWeightKg()),
        protocol.session(),
        SESSION_DOSE_ABOVE_SOFT_LIMIT,
        SESSION_DOSE_ABOVE_HARD_LIMIT,
        findings);
    DAY.judge(
        dayMg.over(exact.dosingWeightKg()),
        protocol.day(),
        DAY_DOSE_ABOVE_SOFT_LIMIT,
        DAY_DOSE_ABOVE_HARD_LIMIT,
        findings);
  }
}
