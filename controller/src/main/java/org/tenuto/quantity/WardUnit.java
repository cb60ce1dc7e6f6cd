package org.tenuto.quantity;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The units people write. Each reads and writes only its own symbol: a quantity in another unit is
 * refused by name and never converted, so pounds can't become kilograms.
 */
public enum WardUnit {
  /** Kilograms of body weight. */
  KG("kg"),
  /** Milligrams of drug. */
  MG("mg"),
  /** Millilitres. */
  ML("mL"),
  /** Millilitres per hour: a flow rate. */
  ML_PER_H("mL/h"),
  /** Milligrams per kilogram: a dose. */
  MG_PER_KG("mg/kg"),
  /** Milligrams per kilogram and hour: a dose rate. */
  MG_PER_KG_PER_H("mg/kg/h"),
  /** Micrograms per kilogram and minute: a dose rate, as anesthesia writes it. */
  MCG_PER_KG_PER_MIN("mcg/kg/min"),
  /** Milligrams per hour: a drug rate, whatever the weight. */
  MG_PER_H("mg/h"),
  /** Milligrams per millilitre: a concentration. */
  MG_PER_ML("mg/mL"),
  /** Nanograms per millilitre of plasma: a plasma concentration. */
  NG_PER_ML("ng/mL"),
  /** Millimetres. */
  MM("mm"),
  /** Centimetres of body height. */
  CM("cm"),
  /** Kilopascals. */
  KPA("kPa"),
  /** Hours. */
  H("h"),
  /** Minutes. */
  MIN("min"),
  /** Seconds. */
  S("s");

  // Possessive: what was once taken is never given back, so the time grows with the length only.
  private static final Pattern NUMBER_THEN_UNIT = Pattern.compile("([^\\p{L} ]*+) ?+([\\p{L}/]*+)");

  private final String symbol;

  WardUnit(String symbol) {
    this.symbol = symbol;
  }

  /** The symbol as written, e.g. {@code mg/kg}. */
  public String symbol() {
    return symbol;
  }

  /**
   * Reads a number with this unit, e.g. {@code 0.5mg/kg} or {@code 0.5 mg/kg}.
   *
   * @param what the thing it is for, e.g. {@code --dose}
   * @param text what was written
   * @return the exact value in this unit, 0 or more
   * @throws QuantityFormatException if the number is not plain or the unit is not this one
   */
  public BigDecimal parse(String what, String text) {
    Matcher parts = NUMBER_THEN_UNIT.matcher(text);
    if (!parts.matches()) {
      throw new QuantityFormatException(what, text, expected());
    }
    String number = parts.group(1);
    if (!parts.group(2).equals(symbol)) {
      throw new QuantityFormatException(what, text, unitComplaint(parts.group(2)));
    }
    if (!WardNumber.isPlain(number)) {
      throw new QuantityFormatException(what, text, expected());
    }
    return new BigDecimal(number);
  }

  /** Whether this is the unit the text ends with. */
  public boolean isUnitOf(String text) {
    Matcher parts = NUMBER_THEN_UNIT.matcher(text);
    return parts.matches() && parts.group(2).equals(symbol);
  }

  /** Writes a number with this unit and a space between them. Exact. */
  public String format(BigDecimal value) {
    return WardNumber.format(value) + " " + symbol;
  }

  private String expected() {
    return WardNumber.EXPECTED + ", then " + symbol;
  }

  private String unitComplaint(String found) {
    return "the unit " + symbol + ", found " + (found.isEmpty() ? "none" : Quoted.of(found));
  }
}
