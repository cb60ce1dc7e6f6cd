package org.tenuto.dose;

import java.math.BigDecimal;
import java.math.MathContext;
import org.tenuto.quantity.BodyHeight;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Ratio;

/**
 * What follows from weight, height and sex. Exact but for the surface.
 *
 * @param bmi body mass index, kg/m²
 * @param idealKg Devine 1974: 50 kg (male) or 45.5 kg and 2.3 kg for each inch above 60; below 60
 *     inches the formula says nothing, and a figure from there is no weight to dose by
 * @param adjustedKg ideal weight and 0.4 of what the actual one is above it; not above the actual
 * @param leanKg Janmahasatian 2005
 * @param surfaceM2 Mosteller, m², to 34 digits
 */
public record BodySize(
    Ratio bmi, Ratio idealKg, Ratio adjustedKg, Ratio leanKg, BigDecimal surfaceM2) {

  /** 60 inches: the lowest height of Devine's formula. */
  static final BodyHeight LOWEST_FOR_IDEAL = new BodyHeight(1524);

  /** A body mass index from here on is obesity, kg/m². */
  static final BigDecimal OBESE_BMI = BigDecimal.valueOf(30);

  private static final BigDecimal CM_PER_INCH = new BigDecimal("2.54");
  private static final BigDecimal INCHES = BigDecimal.valueOf(60);
  private static final BigDecimal KG_PER_INCH = new BigDecimal("2.3");
  private static final BigDecimal MALE_KG = BigDecimal.valueOf(50);
  private static final BigDecimal FEMALE_KG = new BigDecimal("45.5");
  private static final BigDecimal EXCESS_COUNTED = new BigDecimal("0.4");
  private static final BigDecimal LEAN_NUMERATOR = BigDecimal.valueOf(9270);
  private static final BigDecimal CM_PER_M = BigDecimal.valueOf(100);
  private static final BigDecimal MOSTELLER = BigDecimal.valueOf(3600);

  /**
   * Works them out.
   *
   * @param height at least 1 m, below which Devine's weight would come to nothing
   * @param sex given
   */
  static BodySize of(BodyWeight weight, BodyHeight height, Sex sex) {
    Ratio actual = Ratio.of(weight.kg());
    BigDecimal m = height.cm().divide(CM_PER_M);
    Ratio bmi = actual.over(m.multiply(m));
    Ratio ideal = ideal(height, sex == Sex.MALE ? MALE_KG : FEMALE_KG);
    return new BodySize(
        bmi,
        ideal,
        adjusted(actual, ideal),
        lean(weight, bmi, sex),
        height.cm().multiply(weight.kg()).divide(MOSTELLER, MathContext.DECIMAL128)
            .sqrt(MathContext.DECIMAL128));
  }

  /** Whether the body mass index counts as obesity. */
  boolean obese() {
    return bmi.compareTo(OBESE_BMI) >= 0;
  }

  /** base + 2.3 (cm / 2.54 - 60), over one denominator since the bracket may be below 0. */
  private static Ratio ideal(BodyHeight height, BigDecimal base) {
    BigDecimal aboveByCm = height.cm().subtract(INCHES.multiply(CM_PER_INCH));
    return new Ratio(
        base.multiply(CM_PER_INCH).add(KG_PER_INCH.multiply(aboveByCm)), CM_PER_INCH);
  }

  private static Ratio adjusted(Ratio actual, Ratio ideal) {
    if (actual.compareTo(ideal) <= 0) {
      return actual;
    }
    // ideal + 0.4 (actual - ideal) = 0.6 ideal + 0.4 actual
    return ideal
        .times(BigDecimal.ONE.subtract(EXCESS_COUNTED))
        .plus(actual.times(EXCESS_COUNTED));
  }

  /** 9270 W / (6680 + 216 BMI), for women 9270 W / (8780 + 244 BMI). */
  private static Ratio lean(BodyWeight weight, Ratio bmi, Sex sex) {
    boolean male = sex == Sex.MALE;
    Ratio divisor =
        Ratio.of(BigDecimal.valueOf(male ? 6680 : 8780))
            .plus(bmi.times(BigDecimal.valueOf(male ? 216 : 244)));
    return Ratio.of(LEAN_NUMERATOR.multiply(weight.kg())).over(divisor);
  }
}
