package org.tenuto.control.check;

/**
 * The limits of the checks: key in the {@code [checks]} table, what holds if nothing is configured,
 * and how far it may be moved. The usual value is the loosest one unless a source allows more.
 *
 * <p>Sources. GIP: Generic Infusion Pump, MS-CIS-08-31, University of Pennsylvania, 2009. Open PCA:
 * Open PCA Pump System Requirements 1.0.0, Kansas State University, 2020. Where neither is named the
 * number is our own design.
 */
public enum Threshold {
  /**
   * Mismatch of counter and command that is tolerated, thousandths of what was commanded. Usual:
   * our design; loosest: ±5 % (GIP 1.2.1). The order itself is no subject of it.
   */
  VOLUME_TOLERANCE_PERMILLE("volume_tolerance_permille", 10, 1, 50),
  /** The same for little volumes, µL: our design. The larger of both counts. */
  VOLUME_TOLERANCE_UL("volume_tolerance_ul", 20, 5, 50),
  /**
   * Drug beyond what was read back, thousandths of it: as far as an order may be off by rounding. At
   * least two digits of the pump's counter.
   */
  DOSE_TOLERANCE_PERMILLE("dose_tolerance_permille", 10, 0, 10),
  /** A reading of the pump older than this is not knowledge, ms: our design; it is read at 10 Hz. */
  READING_AGE_MS("reading_age_ms", 500, 200, 500),
  /** So long without a durable record pauses the delivery, ms: our design; records come at 1 Hz. */
  STATION_SILENT_MS("station_silent_ms", 4_000, 2_000, 4_000),
  /** A loop this late is told, ms: our design. */
  CYCLE_LATE_MS("cycle_late_ms", 100, 10, 100),
  /**
   * Line pressure, Pa: 10 psi (Open PCA 7.2(5)), rounded down; loosest: below 20 psi (GIP 1.10.3).
   */
  PRESSURE_PA("pressure_pa", 68_900, 10_000, 137_800),
  /** Rise of the line pressure, Pa/s. No source has a figure: off unless configured. */
  PRESSURE_RISE_PA_PER_S("pressure_rise_pa_per_s", Threshold.OFF, 100, 100_000),
  /** Air in the line, µL (GIP 1.9.1). */
  AIR_UL("air_ul", 200, 10, 200),
  /** The syringe is nearly empty with less than this in syringe and set, µL (Open PCA 6.8(9)). */
  NEARLY_EMPTY_UL("nearly_empty_ul", 1_000, 1_000, 10_000),
  /**
   * The syringe is empty with less than this in syringe and set, µL (Open PCA 6.8(10)); tightest:
   * the 1.5 mL of dead volume that an order leaves.
   */
  EMPTY_UL("empty_ul", 500, 500, 1_500),
  /** Two clocks that part by more than this: the wall clock was set, ms: our design. */
  CLOCK_STEP_MS("clock_step_ms", 2_000, 500, 2_000),
  /** What a self-test still waits for after this failed, s (GIP 3.4.3). */
  SELF_TEST_S("self_test_s", 70, 10, 70);

  /** No limit: what it belongs to is not monitored. */
  public static final int OFF = 0;

  private final String key;
  private final int usual;
  private final int lowest;
  private final int highest;

  Threshold(String key, int usual, int lowest, int highest) {
    this.key = key;
    this.usual = usual;
    this.lowest = lowest;
    this.highest = highest;
  }

  /** Its name in the configuration. */
  public String key() {
    return key;
  }

  /** What holds if nothing is configured; {@link #OFF} where no source has a figure. */
  public int usual() {
    return usual;
  }

  /** Lowest value that may be configured. */
  public int lowest() {
    return lowest;
  }

  /** Highest value that may be configured. */
  public int highest() {
    return highest;
  }

  /** Whether that value may be in force: the usual one, or one in range. */
  boolean allows(int value) {
    return value == usual || (lowest <= value && value <= highest);
  }
}
