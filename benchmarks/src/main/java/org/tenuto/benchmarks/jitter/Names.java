package org.tenuto.benchmarks.jitter;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names in an option's value. */
final class Names {

  /** Stands for all there are. */
  private static final String EVERY = "every";

  private Names() {}

  /**
   * Finds what is named, in the order of the command line, each once.
   *
   * @param option its name, for the message
   * @param text names with commas between them, or {@code every}
   * @throws IllegalArgumentException one line: option, value, and what was expected
   */
  static <T> List<T> parse(String option, String text, List<T> all, Function<T, String> name) {
    if (text.equals(EVERY)) {
      return all;
    }
    return Stream.of(text.split(",", -1))
        .map(String::strip)
        .map(one -> find(option, one, all, name))
        .distinct()
        .toList();
  }

  private static <T> T find(String option, String text, List<T> all, Function<T, String> name) {
    return all.stream()
        .filter(one -> name.apply(one).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    option + " " + text + ": expected every, or some of "
                        + all.stream().map(name).collect(Collectors.joining(", "))));
  }
}
