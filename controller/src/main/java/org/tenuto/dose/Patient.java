package org.tenuto.dose;

/**
 * The person an order is for, as far as doses depend on it. No identity.
 *
 * @param weightG actual body weight, g
 * @param heightMm body height, mm; 0 if not entered
 * @param sex for the body-size formulas
 * @param lastWeightG weight on record from an earlier visit, g; 0 if there is none
 */
public record Patient(long weightG, long heightMm, Sex sex, long lastWeightG) {

  /** Somebody of whom only the weight was entered. */
  public static Patient ofWeight(long weightG) {
    return new Patient(weightG, 0, Sex.NOT_GIVEN, 0);
  }
}
