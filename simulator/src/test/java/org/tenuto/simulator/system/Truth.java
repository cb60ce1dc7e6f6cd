package org.tenuto.simulator.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the plunger really did, as the simulator wrote it down so far.
 *
 * @param moments by rising time, one every 100 ms; a moment that is missing was not lived
 */
record Truth(List<Moment> moments) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The plunger at one moment.
   *
   * @param monoNs monotonic ns, the clock of {@link System#nanoTime}
   * @param deliveredNl since the simulator started, nL
   */
  record Moment(long monoNs, long deliveredNl, boolean moving) {}

  /** Reads the file, which may be growing: a last line that is not whole yet is left out. */
  static Truth read(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.US_ASCII);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      return new Truth(whole.lines().map(Truth::moment).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Moment moment(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return new Moment(
          node.required("mono_ns").longValue(),
          node.required("delivered_nl").longValue(),
          node.required("motor_moving").booleanValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Moment last() {
    return moments.getLast();
  }

  /** The first moment the motor was seen moving. */
  Optional<Moment> firstMoving() {
    return moments.stream().filter(Moment::moving).findFirst();
  }

  /** The last moment the motor was seen moving. */
  Optional<Moment> lastMoving() {
    return moments.reversed().stream().filter(Moment::moving).findFirst();
  }

  /** The first reading not before a moment. */
  Optional<Moment> firstFrom(long monoNs) {
    return moments.stream().filter(moment -> moment.monoNs() >= monoNs).findFirst();
  }

  /** What was delivered by a moment, nL; the last reading not after it. */
  long deliveredByNl(long monoNs) {
    return moments.reversed().stream()
        .filter(moment -> moment.monoNs() <= monoNs)
        .findFirst()
        .map(Moment::deliveredNl)
        .orElse(0L);
  }

  /** The longest time between two readings, ns, of those that touch the given time. */
  long longestGapNs(long fromNs, long toNs) {
    long longest = 0;
    for (int i = 1; i < moments.size(); i++) {
      long beforeNs = moments.get(i - 1).monoNs();
      long afterNs = moments.get(i).monoNs();
      if (afterNs >= fromNs && beforeNs <= toNs) {
        longest = Math.max(longest, afterNs - beforeNs);
      }
    }
    return longest;
  }

  /** Whether any reading from a moment on satisfies it. */
  boolean anyAfter(long monoNs, Predicate<Moment> is) {
    return moments.stream().anyMatch(moment -> moment.monoNs() > monoNs && is.test(moment));
  }
}
