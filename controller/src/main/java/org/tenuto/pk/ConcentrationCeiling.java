package org.tenuto.pk;

import org.tenuto.quantity.PlasmaConcentration;

/**
 * The predicted concentration a drug entry's plan has to stay under: from the soft one on a second
 * person is needed, from the hard one on it is refused.
 *
 * @param soft above 0
 * @param hard at least the soft one
 */
public record ConcentrationCeiling(PlasmaConcentration soft, PlasmaConcentration hard) {

  private static final double PG_PER_NG = 1000;

  /** Where a predicted concentration lies. */
  public enum Reach {
    /** Under both. */
    UNDER,
    /** At or above the soft one. */
    SOFT,
    /** At or above the hard one, or not a number. */
    HARD
  }

  /**
   * Checks the order of the two.
   *
   * @throws IllegalArgumentException in one line, if the soft one is 0 or above the hard one
   */
  public ConcentrationCeiling {
    if (soft.pgPerMl() == 0) {
      throw new IllegalArgumentException("soft ceiling " + soft.text() + ": expected above 0");
    }
    if (soft.compareTo(hard) > 0) {
      throw new IllegalArgumentException(
          "soft ceiling " + soft.text() + ": expected at most the hard one, " + hard.text());
    }
  }

  /**
   * Judges a prediction.
   *
   * @param ngPerMl predicted, ng/mL; anything that is no number reaches the hard ceiling
   */
  public Reach reach(double ngPerMl) {
    double pgPerMl = ngPerMl * PG_PER_NG;
    if (pgPerMl < soft.pgPerMl()) {
      return Reach.UNDER;
    }
    return pgPerMl < hard.pgPerMl() ? Reach.SOFT : Reach.HARD;
  }
}
