package org.tenuto.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that was observed in one session so far, and when its infusion began and ended. A value, made
 * by folding what is on record in its order, so that a restarted station has it again. Any thread.
 *
 * @param startNs when the infusion began, monotonic ns; {@link #NEVER} if it did not
 * @param endNs when it ended; {@link #NEVER} if it did not
 * @param readings in the order they came, corrected ones too
 * @param noted what staff said to advice
 * @param pausedFor the last reading this device paused the infusion for by itself; 0 for none
 */
public record Observations(
    long startNs, long endNs, List<Reading> readings, List<Noted> noted, long pausedFor) {

  /** No moment. */
  public static final long NEVER = Long.MIN_VALUE;

  /** So long a reading is remembered here, ns: 24 h; on record it stays. */
  public static final long KEPT_NS = 86_400_000_000_000L;

  /** Nothing observed, nothing begun. */
  public static final Observations NONE = new Observations(NEVER, NEVER, List.of(), List.of(), 0);

  public Observations {
    readings = List.copyOf(readings);
    noted = List.copyOf(noted);
  }

  /** With a reading more; a correction counts from when the one it corrects was taken. */
  public Observations with(Reading reading) {
    Reading old = reading.corrects() == 0 ? null : find(reading.corrects());
    List<Reading> all = new ArrayList<>(readings);
    all.add(old == null ? reading : reading.at(old.atNs()));
    // A station runs for months: what is a day old matters to no limit and no moment any more.
    all.removeIf(one -> reading.atNs() - one.atNs() > KEPT_NS);
    return new Observations(startNs, endNs, all, noted, pausedFor);
  }

  /** Staff took note. */
  public Observations with(Noted note) {
    List<Noted> all = new ArrayList<>(noted);
    all.add(note);
    return new Observations(startNs, endNs, readings, all, pausedFor);
  }

  /** This device paused for that reading. */
  public Observations pausedFor(long reading) {
    return new Observations(startNs, endNs, readings, noted, Math.max(pausedFor, reading));
  }

  /**
   * Whether an infusion is under way, paused ones too: the clock of observation goes on in a pause.
   *
   * @param nowNs when that was so
   */
  public Observations underWay(boolean isUnderWay, long nowNs) {
    boolean was = startNs != NEVER && endNs == NEVER;
    if (isUnderWay == was) {
      return this;
    }
    return isUnderWay
        ? new Observations(nowNs, NEVER, readings, noted, pausedFor)
        : new Observations(startNs, nowNs, readings, noted, pausedFor);
  }

  /**
   * The same by another monotonic clock, after the board booted anew.
   *
   * @param byNs what is added to every moment
   */
  public Observations shifted(long byNs) {
    return new Observations(
        startNs == NEVER ? NEVER : startNs + byNs,
        endNs == NEVER ? NEVER : endNs + byNs,
        readings.stream().map(one -> one.at(one.atNs() + byNs)).toList(),
        noted,
        pausedFor);
  }

  /** Whether an infusion is under way. */
  public boolean isUnderWay() {
    return startNs != NEVER && endNs == NEVER;
  }

  /** The number the next reading has. */
  public long nextNumber() {
    return readings.isEmpty() ? 1 : readings.getLast().number() + 1;
  }

  /** Those that no correction took the place of, by the time they were taken. */
  public List<Reading> standing() {
    Set<Long> corrected = readings.stream().map(Reading::corrects).collect(Collectors.toSet());
    return readings.stream()
        .filter(one -> !corrected.contains(one.number()))
        .sorted((a, b) -> Long.compare(a.atNs(), b.atNs()))
        .toList();
  }

  /** The reading of that number if it stands; else null. */
  public @Nullable Reading standing(long number) {
    return standing().stream().filter(one -> one.number() == number).findFirst().orElse(null);
  }

  /** Measured values of one measure, oldest first: readings that stand and have it. */
  public List<Reading> measured(Measure measure) {
    return standing().stream().filter(one -> one.value(measure) != null).toList();
  }

  /** The last that looked for it; null if nobody did. */
  public @Nullable Reading lastAttending(Measure measure) {
    return standing().stream()
        .filter(one -> one.attends(measure))
        .reduce((a, b) -> b)
        .orElse(null);
  }

  private @Nullable Reading find(long number) {
    return readings.stream().filter(one -> one.number() == number).findFirst().orElse(null);
  }
}
