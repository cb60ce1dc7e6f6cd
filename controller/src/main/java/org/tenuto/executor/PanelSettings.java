package org.tenuto.executor;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.tenuto.config.ConfigFile;
import org.tenuto.gpio.PanelWiring;

/**
 * The table {@code [panel]}: which lines of which GPIO chip e-stop, buttons, lamps and buzzer are on.
 *
 * @param chip device of the chip, e.g. {@code /dev/gpiochip0}; empty if there is no panel
 * @param eStop line of the e-stop, normally closed; absent if it is not observed
 * @param stop line of the Stop button
 * @param start line of the Start button
 * @param lampRed line of the red lamp
 * @param lampYellow line of the yellow lamp
 * @param lampGreen line of the green lamp
 * @param buzzer line of the buzzer
 * @param buzzerAlive line of its 10 Hz sign of life
 * @param debounceMs how long a button's contact must rest, ms, 1 to 200; the e-stop has none
 */
public record PanelSettings(
    String chip,
    OptionalInt eStop,
    OptionalInt stop,
    OptionalInt start,
    OptionalInt lampRed,
    OptionalInt lampYellow,
    OptionalInt lampGreen,
    OptionalInt buzzer,
    OptionalInt buzzerAlive,
    int debounceMs) {

  private static final String TABLE = "panel.";

  private static final int MOST_DEBOUNCE_MS = 200;
  private static final int USUAL_DEBOUNCE_MS = 20;

  /** Reads the table; its faults are the file's. */
  static PanelSettings read(ConfigFile file) {
    var lines = new LineKeys(file, TABLE);
    var panel =
        new PanelSettings(
            file.text(TABLE + "chip", ""),
            lines.line("e_stop"),
            lines.line("stop"),
            lines.line("start"),
            lines.line("lamp_red"),
            lines.line("lamp_yellow"),
            lines.line("lamp_green"),
            lines.line("buzzer"),
            lines.line("buzzer_alive"),
            file.integer(TABLE + "debounce_ms", 1, MOST_DEBOUNCE_MS, USUAL_DEBOUNCE_MS));
    if (panel.chip.isEmpty() && lines.any()) {
      file.refuse(TABLE + "chip", "the GPIO chip of the panel's lines, e.g. \"/dev/gpiochip0\"");
    }
    if (panel.buzzer.isPresent() != panel.buzzerAlive.isPresent()) {
      file.refuse(
          TABLE + (panel.buzzer.isPresent() ? "buzzer_alive" : "buzzer"),
          "a line, for a buzzer has two: it sounds by itself when its sign of life is lost");
    }
    return panel;
  }

  /** The same for the room that opens it. */
  PanelWiring wiring() {
    return new PanelWiring(
        Path.of(chip),
        eStop,
        stop,
        start,
        lampRed,
        lampYellow,
        lampGreen,
        buzzer,
        buzzerAlive,
        debounceMs);
  }

  /** Whether any line is to be opened. */
  public boolean isPresent() {
    return eStop.isPresent() || stop.isPresent() || start.isPresent() || hasSignals();
  }

  private boolean hasSignals() {
    return lampRed.isPresent()
        || lampYellow.isPresent()
        || lampGreen.isPresent()
        || buzzer.isPresent()
        || buzzerAlive.isPresent();
  }
}
