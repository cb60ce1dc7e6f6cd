package org.tenuto.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * How long after its publication a live message was in the monitor's hands, from the monitor's JSON
 * lines: its own time of arrival against the device's time in the payload, both of this machine's
 * wall clock. The device's is cut to the millisecond, so that each figure is up to 1 ms too high.
 * One thread adds, any may ask.
 */
final class Arrivals {

  private static final long LONGEST_US = 60_000_000;

  private final ObjectMapper json = new ObjectMapper();
  private final Histogram latenciesUs = new Histogram(LONGEST_US, 3);
  private final Map<String, Long> lastSeq = new HashMap<>();
  private long missing;
  private long early;

  /**
   * What came by now, µs.
   *
   * @param messages live messages that were not retained
   * @param missing numbers left out between two live messages of one device
   * @param early messages that seem to have come before they were sent: the clock was set
   * @param latenciesUs all of them
   */
  record Figures(
      long messages,
      long missing,
      long early,
      long p50Us,
      long p90Us,
      long p99Us,
      long maxUs,
      Histogram latenciesUs) {}

  /**
   * Takes a line of the monitor's.
   *
   * @throws IOException if it is no JSON
   */
  synchronized void add(String line) throws IOException {
    JsonNode said = json.readTree(line);
    if (!said.path("kind").asText().equals("live") || said.path("retained").asBoolean()) {
      return;
    }
    JsonNode live = said.path("message");
    count(
        said.path("site").asText() + "/" + said.path("device").asText(), live.path("seq").asLong());
    Instant sent = Instant.ofEpochMilli(live.path("wall_ms").asLong());
    Duration took = Duration.between(sent, Instant.parse(said.path("at").asText()));
    long us = took.toNanos() / 1_000;
    if (us < 0) {
      early++;
    }
    latenciesUs.recordValue(Math.clamp(us, 0, LONGEST_US));
  }

  /** A station that boots begins again at 1. */
  private void count(String device, long seq) {
    Long before = lastSeq.put(device, seq);
    if (before != null && seq > before) {
      missing += seq - before - 1;
    }
  }

  /** Forgets what came so far; what is missing is counted from here. */
  synchronized void reset() {
    latenciesUs.reset();
    missing = 0;
    early = 0;
  }

  synchronized Figures figures() {
    return new Figures(
        latenciesUs.getTotalCount(),
        missing,
        early,
        latenciesUs.getValueAtPercentile(50),
        latenciesUs.getValueAtPercentile(90),
        latenciesUs.getValueAtPercentile(99),
        latenciesUs.getMaxValue(),
        latenciesUs.copy());
  }
}
