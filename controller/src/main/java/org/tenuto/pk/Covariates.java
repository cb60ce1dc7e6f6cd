package org.tenuto.pk;

import org.tenuto.quantity.BodyWeight;

/**
 * What the models need to know of a patient.
 *
 * <p>The sets were made from adults and none states a range of weights. Computed is 25 to 300 kg,
 * the hard range of the shipped drug libraries: a range of plausible input, not of evidence.
 *
 * @param weight actual body weight, 25 to 300 kg
 */
public record Covariates(BodyWeight weight) {

  private static final BodyWeight LIGHTEST = new BodyWeight(25_000);
  private static final BodyWeight HEAVIEST = new BodyWeight(300_000);
  private static final double G_PER_KG = 1000;

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException in one line, if the weight is outside it
   */
  public Covariates {
    if (!covers(weight)) {
      throw new IllegalArgumentException(
          "body weight "
              + weight.text()
              + ": expected "
              + LIGHTEST.text()
              + " to "
              + HEAVIEST.text()
              + " for a prediction");
    }
  }

  /** Whether a prediction can be made for this weight. */
  public static boolean covers(BodyWeight weight) {
    return weight.compareTo(LIGHTEST) >= 0 && weight.compareTo(HEAVIEST) <= 0;
  }

  double weightKg() {
    return weight.g() / G_PER_KG;
  }
}
