package org.tenuto.alarm;

import org.jspecify.annotations.Nullable;

/**
 * What the device's lamp and sound do now: the signal of the most urgent active condition, and the
 * audio pause. The sound begins anew when another priority takes over, when a pause ends, and when
 * a new condition as urgent as the loudest one comes between two bursts; a burst that sounds is
 * never cut short by its own kind.
 *
 * <p>Pure: times are arguments. One thread; allocates nothing.
 */
public final class Annunciator {

  private static final AlarmPriority[] PRIORITIES = AlarmPriority.values();
  private static final long[] BITS = bitsOfPriorities();

  private final AudioPause pause = new AudioPause();
  private @Nullable AlarmPriority priority;
  private long activeBits;
  private long lampSinceNs;
  private long soundSinceNs;
  private boolean paused;

  private static long[] bitsOfPriorities() {
    long[] bits = new long[PRIORITIES.length];
    for (AlarmCondition condition : AlarmCondition.values()) {
      bits[condition.priority().ordinal()] |= condition.bit();
    }
    return bits;
  }

  /**
   * Looks at the conditions, each cycle.
   *
   * @param active active conditions, bit n for the ordinal n
   * @param nowNs monotonic ns
   */
  public void look(long active, long nowNs) {
    pause.look(active, nowNs);
    boolean nowPaused = pause.isPaused(nowNs);
    AlarmPriority highest = highest(active);
    if (highest != priority) {
      lampSinceNs = nowNs;
      soundSinceNs = nowNs;
    } else if (highest != null && beginsAnew(highest, active & ~activeBits, nowPaused, nowNs)) {
      soundSinceNs = nowNs;
    }
    priority = highest;
    activeBits = active;
    paused = nowPaused;
  }

  private boolean beginsAnew(AlarmPriority of, long newBits, boolean nowPaused, long nowNs) {
    boolean pauseEnded = paused && !nowPaused;
    boolean another = (newBits & BITS[of.ordinal()]) != 0;
    BurstPattern burst = AlarmSignal.of(of).burst();
    return pauseEnded || (another && burst.isBetweenBursts(nowNs - soundSinceNs));
  }

  private static @Nullable AlarmPriority highest(long active) {
    for (AlarmPriority one : PRIORITIES) {
      if ((active & BITS[one.ordinal()]) != 0) {
        return one;
      }
    }
    return null;
  }

  /**
   * Pauses the sound of the conditions that are active, for as long as is allowed.
   *
   * @return false if none is active: there is nothing to pause
   */
  public boolean pauseAudio(long nowNs) {
    return pause.start(activeBits, AudioPause.LONGEST_NS, nowNs);
  }

  /** What is left of the audio pause, ns; 0 if there is none. */
  public long pauseLeftNs(long nowNs) {
    return pause.remainingNs(nowNs);
  }

  /** Colour of the lamp; null while it is dark. */
  public @Nullable LampColour lamp(long nowNs) {
    AlarmPriority of = priority;
    if (of == null) {
      return null;
    }
    AlarmSignal signal = AlarmSignal.of(of);
    return signal.isLit(nowNs - lampSinceNs) ? signal.colour() : null;
  }

  /** The note that sounds; null in silence. */
  public @Nullable Note note(long nowNs) {
    AlarmPriority of = priority;
    if (of == null || pause.isPaused(nowNs)) {
      return null;
    }
    BurstPattern burst = AlarmSignal.of(of).burst();
    int pulse = burst.pulseAt(nowNs - soundSinceNs);
    return pulse == BurstPattern.SILENCE ? null : burst.note(pulse);
  }

  /** Loudness of the note, 0 to 1; 0 in silence. */
  public double loudness(long nowNs) {
    AlarmPriority of = priority;
    return of == null || pause.isPaused(nowNs)
        ? 0
        : AlarmSignal.of(of).burst().envelope(nowNs - soundSinceNs);
  }
}
