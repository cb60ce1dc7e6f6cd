package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The histogram of one thread as {@code cyclictest -q -h N} of rt-tests prints it: a line for each
 * microsecond, latency and count, whole microseconds rounded down; then comments with the longest
 * and how many were beyond the histogram.
 *
 * @param counts of each microsecond from 0
 * @param overflows wake-ups later than the last of them
 * @param longestUs the latest
 */
record CyclictestOutput(List<Long> counts, long overflows, long longestUs) {

  private static final long NS_PER_US = 1_000;
  private static final String OVERFLOWS = "# Histogram Overflows:";
  private static final String LONGEST = "# Max Latencies:";

  /**
   * Reads it.
   *
   * @throws IOException one line, if it is not such an output
   */
  static CyclictestOutput parse(List<String> lines) throws IOException {
    List<Long> counts = new ArrayList<>();
    long overflows = -1;
    long longestUs = -1;
    for (String line : lines) {
      if (line.startsWith(OVERFLOWS)) {
        overflows = number(line.substring(OVERFLOWS.length()), line);
      } else if (line.startsWith(LONGEST)) {
        longestUs = number(line.substring(LONGEST.length()), line);
      } else if (!line.startsWith("#") && !line.isBlank()) {
        counts.add(count(line, counts.size()));
      }
    }
    if (counts.isEmpty() || overflows < 0 || longestUs < 0) {
      throw new IOException("cyclictest: no histogram in its output, expected that of -q -h");
    }
    return new CyclictestOutput(counts, overflows, longestUs);
  }

  private static long count(String line, int expectedUs) throws IOException {
    String[] words = line.strip().split("\\s+", -1);
    if (words.length != 2 || number(words[0], line) != expectedUs) {
      throw new IOException(
          "cyclictest: line '" + line + "': expected " + expectedUs + " us and one count");
    }
    return number(words[1], line);
  }

  private static long number(String text, String line) throws IOException {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IOException("cyclictest: line '" + line + "': expected one number", e);
    }
  }

  /** Latencies, ns, skipped ones filled in; those beyond the histogram as late as the latest. */
  Histogram errors() {
    Histogram all = Wakes.empty();
    for (int us = 0; us < counts.size(); us++) {
      add(all, us * NS_PER_US, counts.get(us));
    }
    add(all, longestUs * NS_PER_US, overflows);
    return all;
  }

  private static void add(Histogram all, long errorNs, long count) {
    if (count > 0) {
      all.recordValueWithCount(errorNs, count);
      for (long ns = errorNs - Wakes.PERIOD_NS; ns >= Wakes.PERIOD_NS; ns -= Wakes.PERIOD_NS) {
        all.recordValueWithCount(ns, count);
      }
    }
  }

  /** Deadlines that had gone by. */
  long missed() {
    long missed = overflows * (longestUs * NS_PER_US / Wakes.PERIOD_NS);
    for (int us = 0; us < counts.size(); us++) {
      missed += counts.get(us) * (us * NS_PER_US / Wakes.PERIOD_NS);
    }
    return missed;
  }
}
