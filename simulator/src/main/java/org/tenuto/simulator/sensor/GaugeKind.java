package org.tenuto.simulator.sensor;

import java.util.List;
import org.tenuto.simulator.parameter.Origin;
import org.tenuto.simulator.parameter.Parameter;

/**
 * A sensor that shows a number, and what such ones are like.
 *
 * @param text its name
 * @param unit what it shows
 * @param lowest least that it can show
 * @param highest most that it can show
 * @param noise what its readings scatter by, either way
 * @param offset what it shows too much
 * @param drift what it shows more each hour
 * @param digit what its readings are multiples of
 */
public record GaugeKind(
    String text,
    String unit,
    double lowest,
    double highest,
    Parameter noise,
    Parameter offset,
    Parameter drift,
    Parameter digit) {

  /** Line pressure, Pa: 0 to 1,200 mmHg. */
  public static final GaugeKind PRESSURE =
      new GaugeKind(
          "pressure sensor",
          "Pa",
          0,
          159_987,
          noise("Pa", 1_333, 133, 6_666, "10 mmHg"),
          offset("Pa", 2_666, "20 mmHg either way"),
          drift("Pa/h", 100_000),
          digit("Pa", 133.322, 1, 1_333.22, "1 mmHg"));

  /** Air that passed, nL. */
  public static final GaugeKind AIR =
      new GaugeKind(
          "air sensor",
          "nL",
          0,
          1e9,
          noise("nL", 0, 100, 50_000, "none known"),
          offset("nL", 50_000, "none known"),
          drift("nL/h", 10_000_000),
          digit("nL", 1_000, 1, 10_000, "1 µL"));

  /** Travel of the pusher, mm. */
  public static final GaugeKind ENCODER =
      new GaugeKind(
          "encoder",
          "mm",
          -200,
          200,
          noise("mm", 0, 0.001, 0.1, "none beside its digit"),
          offset("mm", 200, "wherever it was switched on"),
          drift("mm/h", 1_000),
          digit("mm", 0.01, 0.001, 0.1, "0.01 mm"));

  /** All of them. */
  public static final List<GaugeKind> ALL = List.of(PRESSURE, AIR, ENCODER);

  private static final Parameter PERIOD =
      Parameter.of("period", "ms", 10, 1, 100, Origin.CHOSEN, "it looks once in this time");

  private static Parameter noise(
      String unit, double usual, double lowest, double highest, String note) {
    return Parameter.of(
            "noise", unit, usual, lowest, highest, Origin.CHOSEN, note + "; even, either way")
        .orNone(0);
  }

  private static Parameter offset(String unit, double most, String note) {
    return Parameter.of("offset", unit, 0, -most, most, Origin.CHOSEN, note);
  }

  private static Parameter drift(String unit, double most) {
    return Parameter.of("drift", unit, 0, -most, most, Origin.CHOSEN, "from when it begins");
  }

  private static Parameter digit(
      String unit, double usual, double lowest, double highest, String note) {
    return Parameter.of(
            "digit", unit, usual, lowest, highest, Origin.CHOSEN, note + ", rounded to the nearest")
        .orNone(0);
  }

  /** How often one looks, ms. */
  Parameter period() {
    return PERIOD;
  }

  /** Its numbers, in the order of the components of {@link GaugeSpec}. */
  public List<Parameter> parameters() {
    return List.of(noise, offset, drift, digit, PERIOD);
  }

  /** Least and most that it can show, in words. */
  public String rangeText() {
    return Parameter.text(lowest) + " to " + Parameter.text(highest) + " " + unit;
  }
}
