package org.tenuto.simulator.fleet;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tenuto.proto.telemetry.Alarm;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Diag;
import org.tenuto.proto.telemetry.EventBody;
import org.tenuto.proto.telemetry.Progress;
import org.tenuto.proto.telemetry.Status;

/**
 * What a session published, by time. Immutable; any thread.
 *
 * @param seed of the session
 * @param startNs virtual time of its first message, ns; all other times count from there
 * @param durationNs from its first message to its last
 * @param birth what the device was
 * @param samples its states, by time; the first at 0
 * @param diags how it fared, by time
 * @param events what happened, by the time the broker heard of it
 * @param silences when nothing was heard of it
 */
record Recording(
    long seed,
    long startNs,
    long durationNs,
    Birth birth,
    List<Sample> samples,
    List<Diagnosed> diags,
    List<Happened> events,
    List<Silence> silences) {

  /**
   * The device at a moment.
   *
   * @param version another one whenever the status is another one
   * @param cycle control cycle it was taken from
   */
  record Sample(long atNs, long version, long cycle, Status status, Progress progress) {}

  /** How it fared, as it was recorded. */
  record Diagnosed(long atNs, Diag diag) {}

  /** Something that happened, as it was recorded. */
  record Happened(long atNs, EventBody body) {}

  /** From its first to before its last ns nothing was heard. */
  record Silence(long fromNs, long untilNs) {

    boolean covers(long atNs) {
      return atNs >= fromNs && atNs < untilNs;
    }
  }

  Recording {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException(
          "seed " + seed + ": expected a session that says something");
    }
    samples = List.copyOf(samples);
    diags = List.copyOf(diags);
    events = List.copyOf(events);
    silences = List.copyOf(silences);
  }

  /** The state that was the last one said at {@code atNs}; the first one before it. */
  Sample at(long atNs) {
    int low = 0;
    int high = samples.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (samples.get(middle).atNs() <= atNs) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return samples.get(low);
  }

  /** How it fared, as was said last before {@code atNs}. */
  Diag diagAt(long atNs) {
    Diag last = Diag.getDefaultInstance();
    for (Diagnosed said : diags) {
      if (said.atNs() <= atNs) {
        last = said.diag();
      }
    }
    return last;
  }

  /** Every alarm condition it ever has. */
  Set<String> alarmConditions() {
    return samples.stream()
        .flatMap(sample -> sample.status().getAlarmsList().stream())
        .map(Alarm::getCondition)
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean silentAt(long atNs) {
    for (Silence silence : silences) {
      if (silence.covers(atNs)) {
        return true;
      }
    }
    return false;
  }
}
