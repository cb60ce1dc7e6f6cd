package org.tenuto.gpio;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PanelWiringTest {

  private static final OptionalInt NONE = OptionalInt.empty();

  @Test
  void refusesALineTwice() {
    assertThatThrownBy(() -> wiring(line(4), line(4), NONE, NONE, 20))
        .hasMessage(
            "panel on /dev/nowhere: lines [4, 4]: one is there twice, expected a line each");
  }

  @Test
  void refusesABuzzerWithoutItsSignOfLife() {
    assertThatThrownBy(() -> wiring(NONE, NONE, line(5), NONE, 20))
        .hasMessageContaining("a buzzer without its sign of life");
    assertThatThrownBy(() -> wiring(NONE, NONE, NONE, line(5), 20))
        .hasMessageContaining("expected both");
  }

  @Test
  void refusesADebounceNobodyWouldWaitFor() {
    assertThatThrownBy(() -> wiring(line(4), NONE, NONE, NONE, 1_001))
        .hasMessage("panel on /dev/nowhere: debounce 1001 ms, expected 0 to 1000");
    assertThatThrownBy(() -> wiring(line(4), NONE, NONE, NONE, -1))
        .hasMessageContaining("debounce -1 ms");
  }

  /** Pi4J wraps it, but what is told is what the kernel said. */
  @Test
  void namesTheChipThatIsNotThere() {
    PanelWiring wiring = wiring(line(4), NONE, NONE, NONE, 20);
    assertThatThrownBy(() -> PanelLines.open(wiring))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("gpio /dev/nowhere: no such chip, expected .+");
  }

  private static OptionalInt line(int offset) {
    return OptionalInt.of(offset);
  }

  private static PanelWiring wiring(
      OptionalInt eStop, OptionalInt stop, OptionalInt buzzer, OptionalInt alive, int debounceMs) {
    return new PanelWiring(
        Path.of("/dev/nowhere"), eStop, stop, NONE, NONE, NONE, NONE, buzzer, alive, debounceMs);
  }
}
