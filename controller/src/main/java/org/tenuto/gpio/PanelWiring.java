package org.tenuto.gpio;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Which lines of a chip the panel is on; empty is not wired.
 *
 * @param chip device, e.g. {@code /dev/gpiochip0}
 * @param eStop normally closed contact; never debounced
 * @param stop normally closed contact of the Stop button, so that a broken wire is noticed
 * @param start normally open contact of the Start button
 * @param red lamp, lit while high
 * @param yellow lamp, lit while high
 * @param green lamp, lit while high
 * @param buzzer sounds while high
 * @param buzzerAlive sign of life of 10 Hz; the buzzer's circuit sounds by itself without
 * @param debounceMs how long the buttons' contacts must be still, ms, 0 to 1,000
 */
public record PanelWiring(
    Path chip,
    OptionalInt eStop,
    OptionalInt stop,
    OptionalInt start,
    OptionalInt red,
    OptionalInt yellow,
    OptionalInt green,
    OptionalInt buzzer,
    OptionalInt buzzerAlive,
    int debounceMs) {

  private static final int LONGEST_DEBOUNCE_MS = 1_000;

  public PanelWiring {
    List<Integer> lines =
        Stream.of(eStop, stop, start, red, yellow, green, buzzer, buzzerAlive)
            .flatMap(line -> line.stream().boxed())
            .toList();
    if (lines.stream().distinct().count() != lines.size()) {
      throw refused(chip, "lines " + lines + ": one is there twice, expected a line each");
    }
    if (buzzer.isPresent() != buzzerAlive.isPresent()) {
      throw refused(
          chip, "a buzzer without its sign of life or the other way round, expected both");
    }
    if (debounceMs < 0 || debounceMs > LONGEST_DEBOUNCE_MS) {
      throw refused(chip, "debounce " + debounceMs + " ms, expected 0 to " + LONGEST_DEBOUNCE_MS);
    }
  }

  private static IllegalArgumentException refused(Path chip, String why) {
    return new IllegalArgumentException("panel on " + chip + ": " + why);
  }
}
