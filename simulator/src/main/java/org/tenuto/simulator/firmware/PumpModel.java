package org.tenuto.simulator.firmware;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one model of the family can do mechanically, and what is odd about its firmware.
 *
 * @param code what it is called on the command line
 * @param version what it answers to VER
 * @param microstepPm pusher travel of one microstep, pm
 * @param minSpeedNmPerH slowest pusher speed, nm/h
 * @param maxSpeedNmPerH fastest pusher speed, nm/h
 * @param maxDiameterUm largest syringe inner diameter, µm
 * @param quirks ways in which it differs from what most sources say
 */
public record PumpModel(
    String code,
    String version,
    long microstepPm,
    long minSpeedNmPerH,
    long maxSpeedNmPerH,
    long maxDiameterUm,
    Set<Quirk> quirks) {

  /**
   * NE-1000: 0.004205 cm/h to 5.1005 cm/min (its manual §12.5), 50 mm; the microstep is our choice,
   * of the size such a drive has.
   */
  public static final PumpModel NE1000 =
      new PumpModel("ne1000", "NE1000V3.923", 212_600, 42_050, 3_060_300_000L, 50_000, Set.of());

  /**
   * All of them. NE-4000: a client of one gives about 3.5 times the speed of an NE-1000. Of the
   * others no figure was found: they turn as the NE-1000 does.
   */
  private static final List<PumpModel> ALL =
      List.of(
          NE1000.as("ne300", "NE300V3.923", 1),
          NE1000.as("ne500", "NE500V3.923", 1),
          NE1000,
          NE1000.as("ne1600", "NE1600V3.923", 1),
          NE1000.as("ne4000", "NE4000V3.923", 3.5));

  /** Smallest syringe inner diameter, µm. */
  static final long MIN_DIAMETER_UM = 100;

  /** The model of this name, or null. */
  public static @Nullable PumpModel of(String code) {
    return ALL.stream().filter(model -> model.code.equals(code)).findFirst().orElse(null);
  }

  /** Names of all models, for people. */
  public static String codes() {
    return ALL.stream().map(PumpModel::code).collect(Collectors.joining(", "));
  }

  /** The same pump with other firmware. */
  public PumpModel with(Set<Quirk> others) {
    Set<Quirk> copy = Set.copyOf(others);
    return new PumpModel(
        code, version, microstepPm, minSpeedNmPerH, maxSpeedNmPerH, maxDiameterUm, copy);
  }

  private PumpModel as(String otherCode, String otherVersion, double timesAsFast) {
    return new PumpModel(
        otherCode,
        otherVersion,
        microstepPm,
        minSpeedNmPerH,
        Math.round(maxSpeedNmPerH * timesAsFast),
        maxDiameterUm,
        quirks);
  }

  /** Volume of one microstep in a syringe of this inner diameter, aL (10⁻¹⁸ L). */
  long stepVolumeAl(long diameterUm) {
    return Math.round(areaUm2(diameterUm) * microstepPm * 1e-3);
  }

  /** Slowest flow rate in a syringe of this inner diameter, nL/h. */
  long minRateNlPerH(long diameterUm) {
    return Math.round(areaUm2(diameterUm) * minSpeedNmPerH * 1e-9);
  }

  /** Fastest flow rate in a syringe of this inner diameter, nL/h. */
  long maxRateNlPerH(long diameterUm) {
    return Math.round(areaUm2(diameterUm) * maxSpeedNmPerH * 1e-9);
  }

  /** Pusher speed that makes a flow rate in a syringe of this inner diameter, nm/h. */
  static long speedNmPerH(long rateNlPerH, long diameterUm) {
    return Math.round(rateNlPerH * 1e9 / areaUm2(diameterUm));
  }

  private static double areaUm2(long diameterUm) {
    return Math.PI / 4 * diameterUm * diameterUm;
  }
}
