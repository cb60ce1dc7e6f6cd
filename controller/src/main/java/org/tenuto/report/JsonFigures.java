package org.tenuto.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Quantities and moments as a program reads them: exact decimals, their unit in the field's name.
 */
final class JsonFigures {

  private static final int MICRO = 6;
  private static final int MILLI = 3;
  private static final int NANO = 9;
  private static final int MG_PLACES = 3;
  private static final int CURVE_PLACES = 6;

  private JsonFigures() {}

  /** From nL to mL, from ng to mg, from nL/h to mL/h and the like. */
  static BigDecimal micro(long value) {
    return trimmed(BigDecimal.valueOf(value, MICRO));
  }

  /** From g to kg, from Pa to kPa, from pg/mL to ng/mL, from ms to s. */
  static BigDecimal milli(long value) {
    return trimmed(BigDecimal.valueOf(value, MILLI));
  }

  /** A time span in seconds, of nanoseconds. */
  static BigDecimal seconds(long ns) {
    return trimmed(BigDecimal.valueOf(ns, NANO));
  }

  /** The drug in a volume to 0.001 mg, rounded as told; null if its concentration is not known. */
  static @Nullable BigDecimal mgIn(long nl, long ngPerMl, RoundingMode rounding) {
    if (ngPerMl == 0) {
      return null;
    }
    BigDecimal mg = BigDecimal.valueOf(nl, MICRO).multiply(BigDecimal.valueOf(ngPerMl, MICRO));
    return trimmed(mg.setScale(MG_PLACES, rounding));
  }

  /** A figure that was computed with {@code double}; null if it is none. */
  static @Nullable BigDecimal computed(double value) {
    return Double.isFinite(value)
        ? trimmed(BigDecimal.valueOf(value).setScale(CURVE_PLACES, RoundingMode.HALF_EVEN))
        : null;
  }

  /** Without zeros at its end, never in powers of ten. */
  static BigDecimal trimmed(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** A text; null for what is not on record. */
  static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }

  /** A wall time, ISO 8601. */
  static String utc(long wallMs) {
    return Instant.ofEpochMilli(wallMs).toString();
  }

  /** When it was: {@code _since_start_s}, null in another boot of the board, and {@code _utc}. */
  static void moment(
      ObjectNode into, String name, SessionFacts facts, Kept kept, long monoNs) {
    if (facts.isOnOneClock(kept)) {
      moment(into, name, facts.span().times(), monoNs);
    } else {
      into.putNull(name + "_since_start_s");
      into.put(name + "_utc", utc(kept.record().wallMs()));
    }
  }

  /** When it was, by the order's own clock. */
  static void moment(ObjectNode into, String name, Times times, long monoNs) {
    into.put(name + "_since_start_s", since(times, monoNs));
    into.put(name + "_utc", utc(times.wallMs(monoNs)));
  }

  /** Seconds since Start, exact. */
  static BigDecimal since(Times times, long monoNs) {
    return trimmed(
        BigDecimal.valueOf(monoNs).subtract(BigDecimal.valueOf(times.startNs()))
            .movePointLeft(NANO));
  }
}
