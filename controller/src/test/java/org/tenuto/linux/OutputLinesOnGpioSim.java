package org.tenuto.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tenuto.measure.Allocation;

class OutputLinesOnGpioSim {

  private final SimulatedChip chip;

  OutputLinesOnGpioSim() throws IOException {
    chip = new SimulatedChip(8);
  }

  @AfterEach
  void close() throws IOException {
    chip.close();
  }

  @Test
  void haveTheirLevelsFromTheClaimOn() throws IOException {
    try (OutputLines lines = open(high(1), low(4), high(2))) {
      assertThat(chip.isHigh(1)).isTrue();
      assertThat(chip.isHigh(4)).isFalse();
      assertThat(chip.isHigh(2)).isTrue();
      assertThat(lines.levels()).isEqualTo(0b101);
    }
  }

  @Test
  void arePutTogether() throws IOException {
    try (OutputLines lines = open(low(1), low(4), high(2))) {
      assertThat(lines.put(0b011)).isTrue();
      assertThat(chip.isHigh(1)).isTrue();
      assertThat(chip.isHigh(4)).isTrue();
      assertThat(chip.isHigh(2)).isFalse();
      assertThat(lines.levels()).isEqualTo(0b011);
    }
  }

  @Test
  void onesThatAreNotMeantKeepTheirLevels() throws IOException {
    try (OutputLines lines = open(low(1), low(4), high(2))) {
      assertThat(lines.put(0b001, 0b011)).isTrue();
      assertThat(lines.levels()).isEqualTo(0b101);
    }
  }

  @Test
  void activeLowIsPhysicallyTheOtherWayRound() throws IOException {
    var inverted = new OutputLine(3, true, true);
    try (OutputLines lines = open(high(1), inverted)) {
      assertThat(chip.isHigh(3)).isFalse();
      assertThat(lines.levels()).isEqualTo(0b11);
      lines.put(0b00);
      assertThat(chip.isHigh(3)).isTrue();
      assertThat(chip.isHigh(1)).isFalse();
    }
  }

  /** What holds a line that was let go of is the board's resistor. */
  @Test
  void fallBackToThePullWhenTheyAreGivenBack() throws IOException {
    OutputLines lines = open(high(1), high(2));
    chip.pull(2, true);
    lines.close();
    assertThat(chip.isHigh(1)).isFalse();
    assertThat(chip.isHigh(2)).isTrue();
    assertThat(lines.put(0b11)).isFalse();
    assertThat(lines).hasToString("gpio " + chip.device() + " lines [1, 2]: given back");
    open(high(1)).close();
  }

  @Test
  void aTakenLineIsNamedWithItsHolder() throws IOException {
    try (OutputLines holder = open(low(5))) {
      assertThat(holder.isLost()).isFalse();
      assertThatThrownBy(() -> open(low(4), low(5)))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "gpio "
                  + chip.device()
                  + " line 5 (pin-5): in use by \"test\", expected a free line");
    }
    open(low(4), low(5)).close();
  }

  @Test
  void aLineThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> open(low(8)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "gpio " + chip.device() + " line 8: no such line, expected 0 to 7 of simulated");
  }

  @Test
  void aRefusedPermissionIsSaid() {
    try (FileUser nobody = FileUser.nobody()) {
      assertThat(nobody).isNotNull();
      assertThatThrownBy(() -> open(low(1)))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "gpio "
                  + chip.device()
                  + ": permission refused, expected to be allowed to read and write it"
                  + " (group gpio)");
    }
  }

  @Test
  void areLostForGoodWithTheirChip() throws IOException {
    try (OutputLines lines = open(low(1))) {
      chip.remove();
      assertThat(lines.put(1)).isFalse();
      assertThat(lines.isLost()).isTrue();
      assertThat(lines.levels()).isEqualTo(-1);
      assertThat(lines)
          .hasToString("gpio " + chip.device() + " lines [1]: lost (No such device)");
    }
  }

  @Test
  void aChipTellsItsLines() throws IOException {
    try (GpioChip open = GpioChip.open(chip.device());
        OutputLines holder = open(low(6))) {
      assertThat(holder.isLost()).isFalse();
      assertThat(open.label()).isEqualTo("simulated");
      assertThat(open.lines()).isEqualTo(8);
      assertThat(open.line(6)).isEqualTo(new GpioChip.Line(6, "pin-6", true, "test"));
      assertThat(open.line(7)).isEqualTo(new GpioChip.Line(7, "pin-7", false, ""));
      chip.remove();
      assertThatThrownBy(() -> open.line(7))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("line 7: the chip is gone (No such device)");
    }
  }

  @Test
  void puttingThemAllocatesNothing() throws IOException {
    try (OutputLines lines = open(low(1), low(4), high(2))) {
      long[] level = {0};
      Allocation.assertNone(() -> lines.put(level[0]++ & 0b111));
      Allocation.assertNone(lines::levels);
    }
  }

  private OutputLines open(OutputLine... lines) throws IOException {
    return OutputLines.open(chip.device(), "test", List.of(lines));
  }

  private static OutputLine low(int offset) {
    return new OutputLine(offset, false, false);
  }

  private static OutputLine high(int offset) {
    return new OutputLine(offset, false, true);
  }
}
