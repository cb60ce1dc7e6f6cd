package org.tenuto.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Quantities as people read them, by ISMP rules: {@code 0.5 mL}, never {@code .5} or {@code 1.0},
 * commas from 1,000, a space before the unit. Independent of the locale.
 */
final class Texts {

  private Texts() {}

  /** Volume to 0.001 mL, rounded down. */
  static String volume(long nl) {
    return number(nl, 6, 3, RoundingMode.DOWN) + " mL";
  }

  /** Volume that is certain, to 0.01 mL, rounded down. */
  static String volumeAtLeast(long nl) {
    return number(nl, 6, 2, RoundingMode.DOWN) + " mL";
  }

  /** Volume that is possible, to 0.01 mL, rounded up. */
  static String volumeAtMost(long nl) {
    return number(nl, 6, 2, RoundingMode.UP) + " mL";
  }

  /** Flow rate to 0.001 mL/h, rounded down. */
  static String flowRate(long nlPerH) {
    return number(nlPerH, 6, 3, RoundingMode.DOWN) + " mL/h";
  }

  /** Drug to 0.01 mg, rounded down. */
  static String amount(long ng) {
    return number(ng, 6, 2, RoundingMode.DOWN) + " mg";
  }

  /** Drug that is possible, to 0.01 mg, rounded up. */
  static String amountAtMost(long ng) {
    return number(ng, 6, 2, RoundingMode.UP) + " mg";
  }

  /** Dose per body weight to 0.001 mg/kg, rounded down. */
  static String dose(long ngPerKg) {
    return number(ngPerKg, 6, 3, RoundingMode.DOWN) + " mg/kg";
  }

  /** Dose per body weight that is possible, to 0.001 mg/kg, rounded up. */
  static String doseAtMost(long ngPerKg) {
    return number(ngPerKg, 6, 3, RoundingMode.UP) + " mg/kg";
  }

  /** Dose rate to 0.001 mg/kg/h, rounded down. */
  static String doseRate(long ngPerKgPerH) {
    return number(ngPerKgPerH, 6, 3, RoundingMode.DOWN) + " mg/kg/h";
  }

  /** Body weight, exact. */
  static String weight(long g) {
    return number(g, 3, 3, RoundingMode.DOWN) + " kg";
  }

  /** Concentration, exact to 0.001 mg/mL. */
  static String concentration(long ngPerMl) {
    return number(ngPerMl, 6, 3, RoundingMode.DOWN) + " mg/mL";
  }

  /** Drug in plasma or at the effect site to 0.1 ng/mL, rounded up. */
  static String plasma(long pgPerMl) {
    return number(pgPerMl, 3, 1, RoundingMode.UP) + " ng/mL";
  }

  /** The bare number that staff would type for a value of {@code 10^scale} base units. */
  static String typed(long value, int scale) {
    return BigDecimal.valueOf(value, scale).stripTrailingZeros().toPlainString();
  }

  /** A time: {@code 40 min}, {@code 28 min 34 s}, {@code 1 h 5 min}. */
  static String duration(long s) {
    StringBuilder text = new StringBuilder();
    append(text, s / 3600, "h");
    append(text, s % 3600 / 60, "min");
    append(text, s % 60, "s");
    return text.isEmpty() ? "0 s" : text.toString();
  }

  /** A time that is left: from one hour on rounded up to minutes. */
  static String timeLeft(long s) {
    return duration(s < 3600 ? s : Math.ceilDiv(s, 60) * 60);
  }

  /** A time ago, rounded down to minutes from one minute on: {@code 2 h 5 min}. */
  static String ago(long s) {
    return duration(s < 60 ? s : s / 60 * 60);
  }

  private static void append(StringBuilder text, long count, String unit) {
    if (count > 0) {
      text.append(text.isEmpty() ? "" : " ").append(count).append(' ').append(unit);
    }
  }

  private static String number(long value, int scale, int decimals, RoundingMode rounding) {
    String plain =
        BigDecimal.valueOf(value, scale)
            .setScale(decimals, rounding)
            .stripTrailingZeros()
            .toPlainString();
    int point = plain.indexOf('.');
    int whole = point < 0 ? plain.length() : point;
    StringBuilder text = new StringBuilder(plain);
    for (int at = whole - 3; at > 0; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}
