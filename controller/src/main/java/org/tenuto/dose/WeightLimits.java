package org.tenuto.dose;

import static org.tenuto.dose.ReasonCode.WEIGHT_ABOVE_HARD_LIMIT;
import static org.tenuto.dose.ReasonCode.WEIGHT_ABOVE_SOFT_LIMIT;
import static org.tenuto.dose.ReasonCode.WEIGHT_BELOW_HARD_LIMIT;
import static org.tenuto.dose.ReasonCode.WEIGHT_BELOW_SOFT_LIMIT;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.WardUnit;

/** Checks the body weight, and whether it may be pounds. */
final class WeightLimits {

  private static final LimitCheck<BodyWeight> WEIGHT =
      new LimitCheck<>("body weight", BodyWeight::kg, WardUnit.KG::format);
  private static final LimitCheck.Codes WEIGHT_CODES =
      new LimitCheck.Codes(
          WEIGHT_BELOW_HARD_LIMIT,
          WEIGHT_BELOW_SOFT_LIMIT,
          WEIGHT_ABOVE_SOFT_LIMIT,
          WEIGHT_ABOVE_HARD_LIMIT);

  private static final BigDecimal LB_PER_KG = new BigDecimal("2.2046");

  /** How near the weight on record, read as pounds, is near: 5 % (engineering proposal). */
  private static final BigDecimal NEAR_FROM = new BigDecimal("0.95");

  private static final BigDecimal NEAR_TO = new BigDecimal("1.05");

  /**
   * A body mass index from here on is rare enough to ask, if the weight read as pounds gives a
   * usual one, 18.5 to 30 kg/m² (engineering proposal).
   */
  private static final BigDecimal ASKED_BMI = BigDecimal.valueOf(45);

  private static final BigDecimal USUAL_BMI_FROM = new BigDecimal("18.5");
  private static final BigDecimal USUAL_BMI_TO = BigDecimal.valueOf(30);

  private WeightLimits() {}

  static void check(BodyWeight weight, DrugEntry drug, Findings findings) {
    WEIGHT.judge(Ratio.of(weight.kg()), drug.weight(), WEIGHT_CODES, findings);
  }

  /** FDA lists pounds entered where kilograms are expected among reported problems of pumps. */
  static void checkPounds(
      BodyWeight weight, @Nullable BodyWeight last, @Nullable BodySize size, Findings findings) {
    if (last != null && isPoundsOf(weight, last)) {
      findings.add(
          ReasonCode.WEIGHT_MAY_BE_POUNDS,
          "body weight " + weight.text(),
          "kilograms, near " + last.text() + " on record; it is that weight in pounds");
    } else if (size != null && isPoundsBySize(size)) {
      findings.add(
          ReasonCode.WEIGHT_MAY_BE_POUNDS,
          "body weight " + weight.text() + " at that height",
          "kilograms; read as pounds it would be usual");
    }
  }

  private static boolean isPoundsOf(BodyWeight weight, BodyWeight last) {
    BigDecimal pounds = last.kg().multiply(LB_PER_KG);
    return weight.kg().compareTo(pounds.multiply(NEAR_FROM)) >= 0
        && weight.kg().compareTo(pounds.multiply(NEAR_TO)) <= 0;
  }

  private static boolean isPoundsBySize(BodySize size) {
    Ratio asPounds = size.bmi().over(LB_PER_KG);
    return size.bmi().compareTo(ASKED_BMI) >= 0
        && asPounds.compareTo(USUAL_BMI_FROM) >= 0
        && asPounds.compareTo(USUAL_BMI_TO) <= 0;
  }
}
