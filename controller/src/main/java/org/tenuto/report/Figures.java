package org.tenuto.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Quantities as people read them, by ISMP rules: {@code 0.5 mL}, never {@code .5} or {@code 1.0},
 * commas from 1,000, a space before the unit. Independent of the locale; takes any number there is.
 */
final class Figures {

  private static final int MICRO = 6;
  private static final int MG_PLACES = 3;
  private static final long S_PER_MIN = 60;
  private static final long S_PER_H = 3_600;
  private static final long NS_PER_S = 1_000_000_000;

  private Figures() {}

  /** A volume, exact. */
  static String volume(long nl) {
    return number(BigDecimal.valueOf(nl, MICRO)) + " mL";
  }

  /** A flow rate, exact. */
  static String flowRate(long nlPerH) {
    return number(BigDecimal.valueOf(nlPerH, MICRO)) + " mL/h";
  }

  /** Drug, exact. */
  static String drug(long ng) {
    return number(BigDecimal.valueOf(ng, MICRO)) + " mg";
  }

  /** The drug in a volume to 0.001 mg, rounded as told; said if its concentration is not known. */
  static String drugIn(long nl, long ngPerMl, RoundingMode rounding) {
    if (ngPerMl == 0) {
      return "not on record";
    }
    BigDecimal mg =
        BigDecimal.valueOf(nl, MICRO).multiply(BigDecimal.valueOf(ngPerMl, MICRO));
    return number(mg.setScale(MG_PLACES, rounding)) + " mg";
  }

  /** A dose rate, exact. */
  static String doseRate(long ngPerKgPerH) {
    return number(BigDecimal.valueOf(ngPerKgPerH, MICRO)) + " mg/kg/h";
  }

  /** A body weight, exact. */
  static String weight(long g) {
    return number(BigDecimal.valueOf(g, 3)) + " kg";
  }

  /** A body height, exact. */
  static String height(long mm) {
    return number(BigDecimal.valueOf(mm, 1)) + " cm";
  }

  /** A concentration in the syringe, exact. */
  static String concentration(long ngPerMl) {
    return number(BigDecimal.valueOf(ngPerMl, MICRO)) + " mg/mL";
  }

  /** A predicted concentration, exact. */
  static String plasma(long pgPerMl) {
    return number(BigDecimal.valueOf(pgPerMl, 3)) + " ng/mL";
  }

  /** A pressure, exact. */
  static String pressure(long pa) {
    return number(BigDecimal.valueOf(pa, 3)) + " kPa";
  }

  /** A number with commas from 1,000, without trailing zeros. */
  static String number(BigDecimal value) {
    String plain = value.stripTrailingZeros().toPlainString();
    int start = plain.startsWith("-") ? 1 : 0;
    int point = plain.indexOf('.');
    StringBuilder text = new StringBuilder(plain);
    for (int at = (point < 0 ? plain.length() : point) - 3; at > start; at -= 3) {
      text.insert(at, ',');
    }
    return start == 1 ? text.replace(0, 1, "−").toString() : text.toString();
  }

  /** A time in whole seconds: {@code 40 min}, {@code 1 h 5 min 3 s}. */
  static String duration(long s) {
    if (s < 0) {
      return number(BigDecimal.valueOf(s)) + " s";
    }
    StringBuilder text = new StringBuilder();
    append(text, s / S_PER_H, "h");
    append(text, s % S_PER_H / S_PER_MIN, "min");
    append(text, s % S_PER_MIN, "s");
    return text.isEmpty() ? "0 s" : text.toString();
  }

  private static void append(StringBuilder text, long count, String unit) {
    if (count > 0) {
      text.append(text.isEmpty() ? "" : " ");
      text.append(number(BigDecimal.valueOf(count))).append(' ').append(unit);
    }
  }

  /** A time to the nearest second. */
  static String durationOfNs(long ns) {
    long up = Math.floorMod(ns, NS_PER_S) * 2 >= NS_PER_S ? 1 : 0;
    return duration(Math.floorDiv(ns, NS_PER_S) + up);
  }
}
