package org.tenuto.dose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.WardUnit;

/** Checks each phase of an order against drug and protocol. Phases are counted from 1. */
final class PhaseLimits {

  private static final int SHOWN_PLACES = 3;

  private static final LimitCheck.Codes RATE_CODES =
      new LimitCheck.Codes(
          ReasonCode.DOSE_RATE_BELOW_HARD_LIMIT,
          ReasonCode.DOSE_RATE_BELOW_SOFT_LIMIT,
          ReasonCode.DOSE_RATE_ABOVE_SOFT_LIMIT,
          ReasonCode.DOSE_RATE_ABOVE_HARD_LIMIT);
  private static final LimitCheck.Codes BOLUS_DOSE_CODES =
      new LimitCheck.Codes(
          ReasonCode.BOLUS_DOSE_BELOW_HARD_LIMIT,
          ReasonCode.BOLUS_DOSE_BELOW_SOFT_LIMIT,
          ReasonCode.BOLUS_DOSE_ABOVE_SOFT_LIMIT,
          ReasonCode.BOLUS_DOSE_ABOVE_HARD_LIMIT);
  private static final LimitCheck.Codes BOLUS_RATE_CODES =
      new LimitCheck.Codes(
          ReasonCode.BOLUS_RATE_BELOW_HARD_LIMIT,
          ReasonCode.BOLUS_RATE_BELOW_SOFT_LIMIT,
          ReasonCode.BOLUS_RATE_ABOVE_SOFT_LIMIT,
          ReasonCode.BOLUS_RATE_ABOVE_HARD_LIMIT);

  private PhaseLimits() {}

  /** On the ordered figures, which the achieved ones never exceed. */
  static void check(
      ExactDose exact,
      DrugEntry drug,
      Protocol protocol,
      boolean intensiveMonitoring,
      Findings findings) {
    List<ExactDose.Phase> phases = exact.phases();
    for (int i = 0; i < phases.size(); i++) {
      ExactDose.Phase phase = phases.get(i);
      String where = phases.size() == 1 ? "" : "phase " + (i + 1) + ": ";
      if (phase.kind() == PhaseKind.BOLUS) {
        checkBolus(where, phase, exact.dosingWeightKg(), protocol, findings);
      } else {
        checkRate(where, phase, drug, protocol, intensiveMonitoring, findings);
      }
      if (phase.kind() == PhaseKind.TAPER) {
        checkTaper(where, phase, i == 0 ? null : phases.get(i - 1), findings);
      }
    }
  }

  private static void checkBolus(
      String where, ExactDose.Phase phase, Ratio kg, Protocol protocol, Findings findings) {
    Protocol.BolusLimits limits = protocol.bolus();
    if (limits == null) {
      findings.add(
          ReasonCode.BOLUS_NOT_ALLOWED, where + "bolus", "none, protocol " + protocol.id()
              + " has no bolus");
      return;
    }
    new LimitCheck<DosePerWeight>(
            where + "bolus dose", DosePerWeight::mgPerKg, WardUnit.MG_PER_KG::format)
        .judge(phase.totalMg().over(kg), limits.dose(), BOLUS_DOSE_CODES, findings);
    rateCheck(where + "bolus dose rate")
        .judge(phase.doseRateMgPerKgPerH(), limits.rate(), BOLUS_RATE_CODES, findings);
  }

  private static void checkRate(
      String where,
      ExactDose.Phase phase,
      DrugEntry drug,
      Protocol protocol,
      boolean intensiveMonitoring,
      Findings findings) {
    Ratio rate = phase.doseRateMgPerKgPerH();
    rateCheck(where + "dose rate").judge(rate, protocol.doseRate(), RATE_CODES, findings);
    boolean attestationNeeded = rate.compareTo(drug.attestationAbove().mgPerKgPerH()) > 0;
    if (attestationNeeded && !intensiveMonitoring) {
      findings.add(
          ReasonCode.INTENSIVE_MONITORING_NOT_ATTESTED,
          where + "dose rate " + shown(rate),
          "at most " + drug.attestationAbove().text() + " without attested intensive monitoring");
    }
  }

  private static void checkTaper(
      String where, ExactDose.Phase phase, ExactDose.@Nullable Phase before,
      Findings findings) {
    Ratio rate = phase.doseRateMgPerKgPerH();
    if (before == null || rate.compareTo(before.doseRateMgPerKgPerH()) >= 0) {
      findings.add(
          ReasonCode.TAPER_NOT_LOWER,
          where + "taper at dose rate " + shown(rate),
          before == null
              ? "a phase before it"
              : "below " + shown(before.doseRateMgPerKgPerH()) + ", the phase before");
    }
  }

  private static LimitCheck<DoseRate> rateCheck(String thing) {
    return new LimitCheck<>(thing, DoseRate::mgPerKgPerH, WardUnit.MG_PER_KG_PER_H::format);
  }

  /** Rounded up, so that what is over a limit also reads as over it. */
  private static String shown(Ratio mgPerKgPerH) {
    return WardUnit.MG_PER_KG_PER_H.format(mgPerKgPerH.ceiling(SHOWN_PLACES));
  }
}
