package org.tenuto.dose;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.WardUnit;

/** Checks what is given to whom, how much and how fast, against drug and protocol. */
final class DoseLimits {

  /** Decimals of a dose rate in a message; judged exactly all the same. */
  private static final int SHOWN_PLACES = 3;

  private DoseLimits() {}

  static void checkWeight(BodyWeight weight, DrugEntry drug, Findings findings) {
    String thing = "body weight " + weight.text();
    Bounds<BodyWeight> hard = drug.weightHard();
    Bounds<BodyWeight> soft = drug.weightSoft();
    if (weight.compareTo(hard.lowest()) < 0) {
      findings.add(ReasonCode.WEIGHT_BELOW_HARD_LIMIT, thing, "at least " + hard.lowest().text());
    } else if (weight.compareTo(soft.lowest()) < 0) {
      findings.add(ReasonCode.WEIGHT_BELOW_SOFT_LIMIT, thing, "at least " + soft.lowest().text());
    } else if (weight.compareTo(hard.highest()) > 0) {
      findings.add(ReasonCode.WEIGHT_ABOVE_HARD_LIMIT, thing, "at most " + hard.highest().text());
    } else if (weight.compareTo(soft.highest()) > 0) {
      findings.add(ReasonCode.WEIGHT_ABOVE_SOFT_LIMIT, thing, "at most " + soft.highest().text());
    }
  }

  static void checkConcentration(Concentration concentration, DrugEntry drug, Findings findings) {
    String thing = "concentration " + concentration.text();
    findings.when(
        !drug.concentrations().contains(concentration),
        ReasonCode.CONCENTRATION_UNKNOWN,
        thing,
        "one of "
            + drug.concentrations().stream()
                .map(Concentration::text)
                .collect(Collectors.joining(", ")));
    findings.when(
        concentration.compareTo(drug.secondPersonAbove()) > 0,
        ReasonCode.CONCENTRATION_NEEDS_SECOND_PERSON,
        thing,
        "at most " + drug.secondPersonAbove().text() + " without a second person's check");
  }

  static void checkDose(DosePerWeight dose, Protocol protocol, Findings findings) {
    String thing = "dose " + dose.text();
    if (dose.compareTo(protocol.doseHardMax()) > 0) {
      findings.add(
          ReasonCode.DOSE_ABOVE_HARD_LIMIT, thing, "at most " + protocol.doseHardMax().text());
    } else if (dose.compareTo(protocol.doseSoft().highest()) > 0) {
      findings.add(
          ReasonCode.DOSE_ABOVE_SOFT_LIMIT,
          thing,
          "at most " + protocol.doseSoft().highest().text());
    } else if (dose.compareTo(protocol.doseSoft().lowest()) < 0) {
      findings.add(
          ReasonCode.DOSE_BELOW_SOFT_LIMIT,
          thing,
          "at least " + protocol.doseSoft().lowest().text());
    }
  }

  static void checkTime(InfusionTime time, Protocol protocol, Findings findings) {
    String thing = "infusion time " + time.text();
    Bounds<InfusionTime> limits = protocol.timeLimits();
    findings.when(
        time.compareTo(limits.lowest()) < 0,
        ReasonCode.DURATION_BELOW_MINIMUM,
        thing,
        "at least " + limits.lowest().text());
    findings.when(
        time.compareTo(limits.highest()) > 0,
        ReasonCode.DURATION_ABOVE_MAXIMUM,
        thing,
        "at most " + limits.highest().text());
  }

  /** On the ordered dose rate, which the achieved one never exceeds. */
  static void checkDoseRate(
      Ratio mgPerKgPerH, DrugEntry drug, Protocol protocol, Findings findings) {
    // Rounded up, so that what is over a limit also reads as over it.
    BigDecimal shown = mgPerKgPerH.ceiling(SHOWN_PLACES);
    String thing = "dose rate " + WardUnit.MG_PER_KG_PER_H.format(shown);
    findings.when(
        mgPerKgPerH.compareTo(protocol.doseRateHardMax().mgPerKgPerH()) > 0,
        ReasonCode.DOSE_RATE_ABOVE_HARD_LIMIT,
        thing,
        "at most " + protocol.doseRateHardMax().text());
    findings.when(
        mgPerKgPerH.compareTo(drug.attestationAbove().mgPerKgPerH()) > 0,
        ReasonCode.INTENSIVE_MONITORING_NOT_ATTESTED,
        thing,
        "at most " + drug.attestationAbove().text() + " without attested intensive monitoring");
  }
}
