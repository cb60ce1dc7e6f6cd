package org.tenuto.benchmarks;

/**
 * One measured figure: the same name in every run, so that two runs can be compared.
 *
 * @param name words from the general to the particular, {@code jitter idle ours p99}
 * @param unit as printed: {@code us}, {@code ns/op}, {@code B/op}, {@code x} for a ratio
 * @param value measured; less is better
 * @param spread half the width within which the same run again is expected; NaN if not known
 * @param atMost target; NaN if there is none
 */
public record Figure(String name, String unit, double value, double spread, double atMost) {

  /** A figure without a target. */
  public static Figure of(String name, String unit, double value, double spread) {
    return new Figure(name, unit, value, spread, Double.NaN);
  }

  /** How many times as large as its twin's in the same run, with its target. */
  public static Figure ratio(String name, double value, double spread, double atMost) {
    return new Figure(name, "x", value, spread, atMost);
  }

  /** Whether it has a target and holds it not. */
  public boolean misses() {
    return !Double.isNaN(atMost) && !(value <= atMost);
  }
}
