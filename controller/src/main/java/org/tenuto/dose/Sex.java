package org.tenuto.dose;

/** Sex, as the body-size formulas know it. */
public enum Sex {
  /** Not entered: no formula that needs it can be used. */
  NOT_GIVEN,
  FEMALE,
  MALE
}
