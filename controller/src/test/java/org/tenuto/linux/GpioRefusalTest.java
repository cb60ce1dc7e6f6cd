package org.tenuto.linux;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is refused without any chip. The rest needs one: see the tests on gpio-sim. */
class GpioRefusalTest {

  private static final Path NOWHERE = Path.of("/dev/gpiochip-nowhere");

  @Test
  void namesTheChipThatIsNotThere() {
    var line = List.of(new OutputLine(3, false, false));
    assertThatThrownBy(() -> OutputLines.open(NOWHERE, "test", line))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("gpio /dev/gpiochip-nowhere: no such chip, expected .+");
  }

  @Test
  void namesTheDeviceThatIsNoChip() {
    assertThatThrownBy(() -> GpioChip.open(Path.of("/dev/null")))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("gpio /dev/null: not a GPIO chip \\(.+\\), expected .+");
  }

  @Test
  void refusesMoreLinesThanTheKernelTakes() {
    List<OutputLine> lines =
        IntStream.rangeClosed(0, 64).mapToObj(i -> new OutputLine(i, false, false)).toList();
    assertThatThrownBy(() -> OutputLines.open(NOWHERE, "test", lines))
        .hasMessage("gpio /dev/gpiochip-nowhere: 65 lines, expected 1 to 64");
    assertThatThrownBy(() -> InputLines.open(NOWHERE, "test", List.of()))
        .hasMessage("gpio /dev/gpiochip-nowhere: 0 lines, expected 1 to 64");
  }

  @Test
  void refusesMoreKindsOfLinesThanTheKernelTakes() {
    List<InputLine> lines =
        IntStream.rangeClosed(1, 10).mapToObj(i -> new InputLine(i, false, Bias.OFF, i)).toList();
    assertThatThrownBy(() -> InputLines.open(NOWHERE, "test", lines))
        .hasMessageContaining("lines differ too much, expected at most 10 kinds in one request");
  }

  @Test
  void refusesADebounceBelowZero() {
    assertThatThrownBy(() -> new InputLine(7, false, Bias.OFF, -1))
        .hasMessage("gpio line 7: debounce -1 us: expected 0 or more");
  }

  @Test
  void refusesAStepperWithALineTwiceOrWithout() {
    assertThatThrownBy(() -> new MotorWiring(1, 2, 1, -1, -1, -1, -1))
        .hasMessage("stepper lines [1, 2, 1]: one is there twice, expected a line each");
    assertThatThrownBy(() -> new MotorWiring(1, -1, 3, -1, -1, -1, -1))
        .hasMessage("stepper lines [1, 3]: expected step, dir and enable among them");
  }
}
