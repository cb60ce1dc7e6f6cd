package org.tenuto.observation;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was observed at one moment, as it is on record. What could not be measured is named: it is
 * unknown, which is not the same as normal, nor as not looked for. One that corrects another and
 * holds nothing makes that one void.
 *
 * @param number counted from 1 within the session
 * @param corrects the reading it takes the place of, which stays on record; 0 for none
 * @param values what was measured, each in its smallest step
 * @param unknown what was looked for and could not be measured
 * @param reason why not, or why it corrects another; empty if nobody said
 * @param source a person or a device
 * @param staffId who is on record for it
 * @param atNs when it was taken, monotonic ns; of a correction, when what it corrects was
 */
public record Reading(
    long number,
    long corrects,
    Map<Measure, Integer> values,
    Set<Measure> unknown,
    String reason,
    Source source,
    String staffId,
    long atNs) {

  public Reading {
    values = Map.copyOf(values);
    unknown = Set.copyOf(unknown);
  }

  /** Its value in the measure's smallest step; null if it was not measured. */
  public @Nullable Integer value(Measure measure) {
    return values.get(measure);
  }

  /** Whether staff looked for it, measured or not. */
  public boolean attends(Measure measure) {
    return values.containsKey(measure) || unknown.contains(measure);
  }

  /** Whether it only takes another back. */
  public boolean voids() {
    return corrects != 0 && values.isEmpty() && unknown.isEmpty();
  }

  /** All it is about. */
  public Set<Measure> measures() {
    Set<Measure> all = EnumSet.noneOf(Measure.class);
    all.addAll(values.keySet());
    all.addAll(unknown);
    return all;
  }

  /** The same, taken at another moment. */
  Reading at(long otherNs) {
    return new Reading(number, corrects, values, unknown, reason, source, staffId, otherNs);
  }
}
