package org.tenuto.alarm;

/**
 * What a priority looks and sounds like, as a function of the time since its onset alone: the one
 * table for the lamp, the page and the buzzer. Pure; allocates nothing; any thread.
 *
 * <p>Flash ranges: Open PCA Pump System Requirements 1.0.0, Table 5 (HIGH 1.4 to 2.8 Hz, 20 to 80 %
 * lit; MEDIUM 0.4 to 0.8 Hz, 20 to 60 % lit; LOW constant). The figures within them are our design.
 */
public enum AlarmSignal {
  /** Red, 2 Hz, half lit. */
  HIGH(LampColour.RED, 500, 250, BurstPattern.HIGH),
  /** Yellow, 0.5 Hz, half lit. */
  MEDIUM(LampColour.YELLOW, 2_000, 1_000, BurstPattern.MEDIUM),
  /** Cyan, always lit. */
  LOW(LampColour.CYAN, 1_000, 1_000, BurstPattern.LOW);

  private static final long NS_PER_MS = 1_000_000;
  private static final AlarmSignal[] SIGNALS = values();

  private final LampColour colour;
  private final long flashNs;
  private final long litNs;
  private final BurstPattern burst;

  AlarmSignal(LampColour colour, int flashMs, int litMs, BurstPattern burst) {
    this.colour = colour;
    this.flashNs = flashMs * NS_PER_MS;
    this.litNs = litMs * NS_PER_MS;
    this.burst = burst;
  }

  /** The signal of a priority. */
  public static AlarmSignal of(AlarmPriority priority) {
    return SIGNALS[priority.ordinal()];
  }

  public LampColour colour() {
    return colour;
  }

  /** One flash, from lighting up to lighting up, ns. */
  public long flashNs() {
    return flashNs;
  }

  /** How long of each flash the lamp is lit, ns; the whole of it if it does not flash. */
  public long litNs() {
    return litNs;
  }

  /**
   * Whether the lamp is lit.
   *
   * @param sinceOnsetNs time since the alarm was raised, ns; before it nothing is lit
   */
  public boolean isLit(long sinceOnsetNs) {
    return sinceOnsetNs >= 0 && sinceOnsetNs % flashNs < litNs;
  }

  /** What it sounds like. */
  public BurstPattern burst() {
    return burst;
  }
}
