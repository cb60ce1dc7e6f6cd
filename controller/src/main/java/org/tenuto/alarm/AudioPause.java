package org.tenuto.alarm;

/**
 * Staff paused the sound of the alarms they see: for at most two minutes, and only of those. A
 * condition that comes new, at least as urgent as the most urgent of them, ends the pause; so does
 * time, and the end of all of them. A condition that was over and comes back is new. There is no
 * way to switch the sound off for good.
 *
 * <p>Lamps and texts are never paused. One thread; allocates nothing.
 *
 * <p>Two minutes: GIP v1.0, requirement 3.2.1 (Open PCA 1.0.0 has ten; the shorter is taken). No
 * permanent silence: GIP v1.0, 3.2.2.
 */
public final class AudioPause {

  /** Longest pause: 120 s. */
  public static final long LONGEST_NS = 120_000_000_000L;

  private static final AlarmCondition[] CONDITIONS = AlarmCondition.values();

  private boolean paused;
  private long coveredBits;
  private long endNs;

  /**
   * Pauses the sound of the conditions that are active. Anew while paused: the time runs afresh.
   *
   * @param activeBits active conditions, bit n for the ordinal n
   * @param durationNs 1 to {@link #LONGEST_NS}
   * @param nowNs monotonic ns
   * @return whether it is paused; false if nothing is active
   * @throws IllegalArgumentException if the duration is out of range
   */
  public boolean start(long activeBits, long durationNs, long nowNs) {
    if (durationNs < 1 || durationNs > LONGEST_NS) {
      throw new IllegalArgumentException(
          "audio pause of " + durationNs + " ns: expected 1 to " + LONGEST_NS);
    }
    paused = activeBits != 0;
    coveredBits = activeBits;
    endNs = nowNs + durationNs;
    return paused;
  }

  /**
   * Looks at the conditions, each cycle or with each snapshot.
   *
   * @param activeBits active conditions, bit n for the ordinal n
   * @param nowNs monotonic ns
   */
  public void look(long activeBits, long nowNs) {
    if (!paused) {
      return;
    }
    coveredBits &= activeBits;
    boolean broken = (activeBits & ~coveredBits & atLeastAsUrgentBits(coveredBits)) != 0;
    paused = nowNs - endNs < 0 && coveredBits != 0 && !broken;
    coveredBits = activeBits;
  }

  /** Whether the sound is paused now. */
  public boolean isPaused(long nowNs) {
    return paused && nowNs - endNs < 0;
  }

  /** What is left of the pause, ns; 0 if there is none. */
  public long remainingNs(long nowNs) {
    return isPaused(nowNs) ? endNs - nowNs : 0;
  }

  /** Every condition that is at least as urgent as the most urgent of some. */
  private static long atLeastAsUrgentBits(long bits) {
    AlarmPriority highest = AlarmPriority.LOW;
    for (AlarmCondition condition : CONDITIONS) {
      if ((bits & condition.bit()) != 0 && condition.priority().isAtLeast(highest)) {
        highest = condition.priority();
      }
    }
    long found = 0;
    for (AlarmCondition condition : CONDITIONS) {
      if (condition.priority().isAtLeast(highest)) {
        found |= condition.bit();
      }
    }
    return found;
  }
}
