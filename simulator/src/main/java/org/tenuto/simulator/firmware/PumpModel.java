package org.tenuto.simulator.firmware;

/**
 * What one model of the family can do mechanically.
 *
 * @param version what it answers to VER
 * @param microstepPm pusher travel of one microstep, pm
 * @param minSpeedNmPerH slowest pusher speed, nm/h
 * @param maxSpeedNmPerH fastest pusher speed, nm/h
 * @param maxDiameterUm largest syringe inner diameter, µm
 */
public record PumpModel(
    String version,
    long microstepPm,
    long minSpeedNmPerH,
    long maxSpeedNmPerH,
    long maxDiameterUm) {

  /**
   * NE-1000: 0.004205 cm/h to 5.1005 cm/min (its manual §12.5), 50 mm; the microstep is our choice,
   * of the size such a drive has.
   */
  public static final PumpModel NE1000 =
      new PumpModel("NE1000V3.923", 212_600, 42_050, 3_060_300_000L, 50_000);

  /** Smallest syringe inner diameter, µm. */
  static final long MIN_DIAMETER_UM = 100;

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
