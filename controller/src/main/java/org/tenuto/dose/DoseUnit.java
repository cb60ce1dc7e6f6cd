package org.tenuto.dose;

import java.math.BigDecimal;
import org.tenuto.quantity.QuantityFormatException;
import org.tenuto.quantity.WardUnit;

/** The unit a phase is ordered in. */
public enum DoseUnit {
  /** A dose by weight, to be given over the phase's time. */
  MG_PER_KG(WardUnit.MG_PER_KG, 6),
  /** A dose rate by weight. */
  MG_PER_KG_PER_H(WardUnit.MG_PER_KG_PER_H, 6),
  /** The same in the other unit wards use. */
  MCG_PER_KG_PER_MIN(WardUnit.MCG_PER_KG_PER_MIN, 3),
  /** A rate of drug, whatever the weight. */
  MG_PER_H(WardUnit.MG_PER_H, 6);

  private final WardUnit ward;
  private final int power;

  DoseUnit(WardUnit ward, int power) {
    this.ward = ward;
    this.power = power;
  }

  /** The unit as written for people. */
  public WardUnit ward() {
    return ward;
  }

  /**
   * Finds the unit a text is written in.
   *
   * @param what the thing it is for, e.g. {@code --phase}
   * @throws QuantityFormatException naming the units there are, if it is in none of them
   */
  public static DoseUnit of(String what, String text) {
    for (DoseUnit unit : values()) {
      if (unit.ward.isUnitOf(text)) {
        return unit;
      }
    }
    throw new QuantityFormatException(
        what, text, "a number in mg/kg, mg/kg/h, mcg/kg/min or mg/h");
  }

  /**
   * Reads an amount of this unit.
   *
   * @return nanograms of this unit, above 0
   * @throws QuantityFormatException if it is anything else
   */
  public long parse(String what, String text) {
    long amountNg = ng(ward.parse(what, text));
    if (amountNg == 0) {
      throw new QuantityFormatException(what, text, "more than 0 " + ward.symbol());
    }
    return amountNg;
  }

  /** An amount in this unit's nanograms, of a number of this unit that comes to whole ones. */
  public long ng(BigDecimal value) {
    return value.movePointRight(power).longValueExact();
  }

  /** A number of this unit, of an amount in its nanograms. Exact. */
  public BigDecimal value(long amountNg) {
    return BigDecimal.valueOf(amountNg, power);
  }
}
