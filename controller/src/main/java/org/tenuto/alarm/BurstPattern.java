package org.tenuto.alarm;

import static org.tenuto.alarm.Note.C;
import static org.tenuto.alarm.Note.D;
import static org.tenuto.alarm.Note.E;
import static org.tenuto.alarm.Note.G;
import static org.tenuto.alarm.Note.HIGH_C;

/**
 * The burst of pulses of a priority and when it comes again, as a function of the time since the
 * onset alone. Pure; allocates nothing; any thread.
 *
 * <p>A pulse lasts from its first to its last sound; rise and fall lie within. The spacing x is the
 * silence between two pulses, the gap a longer one between groups. Ranges of IEC 60601-1-8, with
 * what they rest on (S: read in a public source, M: from memory, to be checked against the
 * standard):
 *
 * <ul>
 *   <li>HIGH: 10 pulses in two equal groups of 3 and 2 (S), each 75 to 200 ms (S), x 50 to 125 ms
 *       (S), between 3 and 4 and between 8 and 9 twice x and a pulse (M), between 5 and 6 350 to
 *       1,300 ms (S), between bursts 2.5 to 15 s (S).
 *   <li>MEDIUM: 3 pulses (S) of 125 to 250 ms (M), spacing 125 to 250 ms (S), between bursts 2.5 to
 *       30 s (M).
 *   <li>LOW: 1 or 2 pulses of 125 to 250 ms, spacing 125 to 250 ms, between bursts at least 15 s or
 *       never again (S).
 *   <li>All: rise 10 to 20 % of the pulse (S; an older text says 40 %), rise and fall together no
 *       longer than the spacing (S).
 * </ul>
 *
 * <p>The figures within the ranges are our design; so is a fall as long as the rise.
 */
@SuppressWarnings("ImmutableEnumChecker") // its arrays are private and written once
public enum BurstPattern {
  /** C d g, C d, twice; again after 5 s. */
  HIGH(
      150,
      20,
      5_000,
      new Note[] {HIGH_C, D, G, HIGH_C, D, HIGH_C, D, G, HIGH_C, D},
      new int[] {100, 100, 350, 100, 700, 100, 100, 350, 100}),
  /** C d g; again after 10 s. */
  MEDIUM(200, 30, 10_000, new Note[] {HIGH_C, D, G}, new int[] {200, 200}),
  /** e c; again after 30 s. */
  LOW(200, 30, 30_000, new Note[] {E, C}, new int[] {200});

  /** No pulse sounds. */
  public static final int SILENCE = -1;

  private static final long NS_PER_MS = 1_000_000;

  private final long pulseNs;
  private final long rampNs;
  private final long repeatNs;
  private final Note[] notes;
  private final long[] onsetNs;

  /**
   * A burst.
   *
   * @param rampMs rise, and fall, of a pulse
   * @param interburstMs silence between two bursts
   * @param silenceMs silence after each pulse but the last
   */
  BurstPattern(int pulseMs, int rampMs, int interburstMs, Note[] notes, int[] silenceMs) {
    this.pulseNs = pulseMs * NS_PER_MS;
    this.rampNs = rampMs * NS_PER_MS;
    this.notes = notes;
    this.onsetNs = new long[notes.length];
    for (int i = 1; i < notes.length; i++) {
      onsetNs[i] = onsetNs[i - 1] + pulseNs + silenceMs[i - 1] * NS_PER_MS;
    }
    this.repeatNs = onsetNs[notes.length - 1] + pulseNs + interburstMs * NS_PER_MS;
  }

  /** Pulses of one burst. */
  public int pulses() {
    return notes.length;
  }

  /** Length of a pulse, ns. */
  public long pulseNs() {
    return pulseNs;
  }

  /** Rise of a pulse, and fall, ns. */
  public long rampNs() {
    return rampNs;
  }

  /** From the first pulse of a burst to that of the next, ns. */
  public long repeatNs() {
    return repeatNs;
  }

  /** When a pulse begins, after its burst began, ns. */
  public long onsetNs(int pulse) {
    return onsetNs[pulse];
  }

  public Note note(int pulse) {
    return notes[pulse];
  }

  /**
   * Which pulse of its burst sounds.
   *
   * @param sinceOnsetNs time since the alarm was raised, ns; before it nothing sounds
   * @return from 0, or {@link #SILENCE}
   */
  public int pulseAt(long sinceOnsetNs) {
    if (sinceOnsetNs < 0) {
      return SILENCE;
    }
    long inBurstNs = sinceOnsetNs % repeatNs;
    for (int i = onsetNs.length - 1; i >= 0; i--) {
      if (inBurstNs >= onsetNs[i]) {
        return inBurstNs < onsetNs[i] + pulseNs ? i : SILENCE;
      }
    }
    return SILENCE;
  }

  /** Whether a burst is over and the next has not begun. */
  public boolean isBetweenBursts(long sinceOnsetNs) {
    return sinceOnsetNs >= 0
        && sinceOnsetNs % repeatNs >= onsetNs[onsetNs.length - 1] + pulseNs;
  }

  /** Whether the buzzer sounds. */
  public boolean sounds(long sinceOnsetNs) {
    return pulseAt(sinceOnsetNs) != SILENCE;
  }

  /** Loudness, 0 to 1: rises and falls in a straight line at the ends of each pulse. */
  public double envelope(long sinceOnsetNs) {
    int pulse = pulseAt(sinceOnsetNs);
    if (pulse == SILENCE) {
      return 0;
    }
    long inPulseNs = sinceOnsetNs % repeatNs - onsetNs[pulse];
    long toEdgeNs = Math.min(inPulseNs, pulseNs - inPulseNs);
    return Math.min(1.0, (double) toEdgeNs / rampNs);
  }
}
