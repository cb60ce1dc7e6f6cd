package org.tenuto.simulator.sensor;

/**
 * How well one sensor sees; units by kind.
 *
 * @param kind which sensor
 * @param noise what its readings scatter by, either way
 * @param offset what it shows too much
 * @param driftPerH what it shows more each hour
 * @param digit what its readings are multiples of; 0 for none
 * @param periodMs how often it looks, ms
 */
public record GaugeSpec(
    GaugeKind kind, double noise, double offset, double driftPerH, double digit, long periodMs) {

  /**
   * Checks every number.
   *
   * @throws IllegalArgumentException with one line about the first that is out of its range
   */
  public GaugeSpec {
    try {
      kind.noise().check(noise);
      kind.offset().check(offset);
      kind.drift().check(driftPerH);
      kind.digit().check(digit);
      kind.period().check((double) periodMs);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(kind.text() + ", " + e.getMessage(), e);
    }
  }

  /** A sensor as they are. */
  public static GaugeSpec usual(GaugeKind kind) {
    return new GaugeSpec(
        kind,
        kind.noise().usual(),
        kind.offset().usual(),
        kind.drift().usual(),
        kind.digit().usual(),
        (long) kind.period().usual());
  }

  /** A sensor that shows the truth every millisecond. */
  public static GaugeSpec exact(GaugeKind kind) {
    return new GaugeSpec(kind, 0, 0, 0, 0, 1);
  }

  /** The same with another offset. */
  public GaugeSpec withOffset(double otherOffset) {
    return new GaugeSpec(kind, noise, otherOffset, driftPerH, digit, periodMs);
  }
}
