package org.tenuto.dose;

import java.math.BigDecimal;
import java.util.List;
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
    Bounds<BodyWeight> hard = drug.weightHard();
    Bounds<BodyWeight> soft = drug.weightSoft();
    if (soft.contain(weight)) {
      return;
    }
    String thing = "body weight " + weight.text();
    if (weight.compareTo(hard.lowest()) < 0) {
      findings.add(ReasonCode.WEIGHT_BELOW_HARD_LIMIT, thing, "at least " + hard.lowest().text());
    } else if (weight.compareTo(soft.lowest()) < 0) {
      findings.add(ReasonCode.WEIGHT_BELOW_SOFT_LIMIT, thing, "at least " + soft.lowest().text());
    } else if (weight.compareTo(hard.highest()) > 0) {
      findings.add(ReasonCode.WEIGHT_ABOVE_HARD_LIMIT, thing, "at most " + hard.highest().text());
    } else {
      findings.add(ReasonCode.WEIGHT_ABOVE_SOFT_LIMIT, thing, "at most " + soft.highest().text());
    }
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

  static void checkDose(DosePerWeight dose, Protocol protocol, Findings findings) {
    if (protocol.doseSoft().contain(dose)) {
      return;
    }
    String thing = "dose " + dose.text();
    if (dose.compareTo(protocol.doseHardMax()) > 0) {
      findings.add(
          ReasonCode.DOSE_ABOVE_HARD_LIMIT, thing, "at most " + protocol.doseHardMax().text());
    } else if (dose.compareTo(protocol.doseSoft().highest()) > 0) {
      findings.add(
          ReasonCode.DOSE_ABOVE_SOFT_LIMIT,
          thing,
          "at most " + protocol.doseSoft().highest().text());
    } else {
      findings.add(
          ReasonCode.DOSE_BELOW_SOFT_LIMIT,
          thing,
          "at least " + protocol.doseSoft().lowest().text());
    }
  }

  static void checkTime(InfusionTime time, Protocol protocol, Findings findings) {
    Bounds<InfusionTime> limits = protocol.timeLimits();
    if (time.compareTo(limits.lowest()) < 0) {
      findings.add(
          ReasonCode.DURATION_BELOW_MINIMUM,
          "infusion time " + time.text(),
          "at least " + limits.lowest().text());
    } else if (time.compareTo(limits.highest()) > 0) {
      findings.add(
          ReasonCode.DURATION_ABOVE_MAXIMUM,
          "infusion time " + time.text(),
          "at most " + limits.highest().text());
    }
  }

  /** On the ordered dose rate, which the achieved one never exceeds. */
  static void checkDoseRate(
      Ratio mgPerKgPerH, DrugEntry drug, Protocol protocol, Findings findings) {
    if (mgPerKgPerH.compareTo(protocol.doseRateHardMax().mgPerKgPerH()) > 0) {
      findings.add(
          ReasonCode.DOSE_RATE_ABOVE_HARD_LIMIT,
          doseRateText(mgPerKgPerH),
          "at most " + protocol.doseRateHardMax().text());
    }
    if (mgPerKgPerH.compareTo(drug.attestationAbove().mgPerKgPerH()) > 0) {
      findings.add(
          ReasonCode.INTENSIVE_MONITORING_NOT_ATTESTED,
          doseRateText(mgPerKgPerH),
          "at most " + drug.attestationAbove().text() + " without attested intensive monitoring");
    }
  }

  /** Rounded up, so that what is over a limit also reads as over it. */
  private static String doseRateText(Ratio mgPerKgPerH) {
    BigDecimal shown = mgPerKgPerH.ceiling(SHOWN_PLACES);
    return "dose rate " + WardUnit.MG_PER_KG_PER_H.format(shown);
  }
}
