package org.tenuto.web;

import java.util.Map;
import java.util.Set;
import org.tenuto.observation.Measure;
import org.tenuto.observation.Source;

/**
 * A reading as staff entered it. One with neither values nor unknown ones takes another back.
 *
 * @param values what was measured, each in its smallest step
 * @param unknown what could not be
 * @param reason why not, or why it takes the place of another; empty if nobody said
 * @param source a person or a device
 * @param corrects the reading it takes the place of; 0 for none
 */
public record ReadingEntry(
    Map<Measure, Integer> values,
    Set<Measure> unknown,
    String reason,
    Source source,
    long corrects) {

  public ReadingEntry {
    values = Map.copyOf(values);
    unknown = Set.copyOf(unknown);
  }
}
