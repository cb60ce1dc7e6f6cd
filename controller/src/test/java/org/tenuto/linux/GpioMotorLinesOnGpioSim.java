package org.tenuto.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.tenuto.driver.stepper.MotorLines.DIR;
import static org.tenuto.driver.stepper.MotorLines.ENABLE;
import static org.tenuto.driver.stepper.MotorLines.ENCODER_A;
import static org.tenuto.driver.stepper.MotorLines.ENCODER_B;
import static org.tenuto.driver.stepper.MotorLines.END_BACK;
import static org.tenuto.driver.stepper.MotorLines.END_FORWARD;
import static org.tenuto.driver.stepper.MotorLines.STEP;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tenuto.driver.stepper.MotorLines;
import org.tenuto.measure.Allocation;

class GpioMotorLinesOnGpioSim {

  private static final Duration LONG = Duration.ofMinutes(2);
  private static final int NONE = MotorWiring.NONE;

  /** Lines in no order, so that a number mistaken for another shows. */
  private static final MotorWiring FULL = new MotorWiring(6, 3, 5, 1, 7, 0, 4);

  private final SimulatedChip chip;

  GpioMotorLinesOnGpioSim() throws IOException {
    chip = new SimulatedChip(8);
  }

  @AfterEach
  void close() throws IOException {
    chip.close();
  }

  @Test
  void outputsAreInactiveUntilTheyArePut() throws IOException {
    for (int line : new int[] {6, 3, 5}) {
      chip.pull(line, true);
    }
    try (GpioMotorLines lines = open(FULL)) {
      assertOutputs(false, false, false);
      assertThat(lines.put(STEP | ENABLE)).isTrue();
      assertOutputs(true, false, true);
      assertThat(lines.put(DIR)).isTrue();
      assertOutputs(false, true, false);
    }
  }

  @Test
  void closedTheyAreAsTheBoardPullsThem() throws IOException {
    try (GpioMotorLines lines = open(FULL)) {
      lines.put(STEP | DIR | ENABLE);
    }
    assertOutputs(false, false, false);
    open(FULL).close();
  }

  @Test
  void edgesTellTheirInput() throws IOException {
    try (GpioMotorLines lines = open(FULL)) {
      assertThat(lines.levels())
          .as("nothing closes the end stops")
          .isEqualTo(1 << END_FORWARD | 1 << END_BACK);
      assertEdge(lines, 1, true, ENCODER_A);
      assertEdge(lines, 7, true, ENCODER_B);
      assertEdge(lines, 0, false, END_FORWARD);
      assertEdge(lines, 4, false, END_BACK);
      assertEdge(lines, 1, false, ENCODER_A);
      assertThat(lines.levels()).isEqualTo(1 << ENCODER_B);
      assertThat(lines.nextEdge()).isFalse();
      assertThat(lines.lost()).isFalse();
    }
  }

  @Test
  void aBuildWithoutSensorsHasNoEdges() throws IOException {
    try (GpioMotorLines lines = open(new MotorWiring(6, 3, 5, NONE, NONE, NONE, NONE))) {
      assertThat(lines.put(ENABLE)).isTrue();
      assertThat(lines.nextEdge()).isFalse();
      assertThat(lines.levels()).isZero();
      assertThat(lines.lost()).isFalse();
    }
  }

  @Test
  void aBuildWithOneEndStopHasItsNumber() throws IOException {
    try (GpioMotorLines lines = open(new MotorWiring(6, 3, 5, NONE, NONE, NONE, 4))) {
      assertThat(lines.levels()).isEqualTo(1 << END_BACK);
      assertEdge(lines, 4, false, END_BACK);
    }
  }

  @Test
  void areLostWithTheirChip() throws IOException {
    try (GpioMotorLines lines = open(FULL)) {
      chip.remove();
      assertThat(lines.put(STEP)).isFalse();
      assertThat(lines.lost()).isTrue();
      assertThat(lines.levels()).isEqualTo(-1);
      assertThat(lines.nextEdge()).isFalse();
    }
  }

  @Test
  void nothingStaysClaimedWhenAnInputIsTaken() throws IOException {
    var taken = List.of(new InputLine(7, false, Bias.UNCHANGED, 0));
    try (InputLines holder = InputLines.open(chip.device(), "somebody", taken)) {
      assertThat(holder.isLost()).isFalse();
      assertThatThrownBy(() -> open(FULL))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("line 7 (pin-7): in use by \"somebody\"");
    }
    open(FULL).close();
  }

  @Test
  void aCycleAllocatesNothing() throws IOException {
    try (GpioMotorLines lines = open(FULL)) {
      int[] step = {0};
      Allocation.assertNone(
          () -> {
            step[0] ^= STEP;
            lines.put(ENABLE | step[0]);
            lines.nextEdge();
            lines.levels();
          });
    }
  }

  private void assertOutputs(boolean step, boolean dir, boolean enable) {
    assertThat(List.of(chip.isHigh(6), chip.isHigh(3), chip.isHigh(5)))
        .as("step, dir, enable")
        .containsExactly(step, dir, enable);
  }

  private void assertEdge(MotorLines lines, int line, boolean high, int input) {
    long before = new LinuxClock().nowNs();
    chip.pull(line, high);
    await().atMost(LONG).pollInterval(Duration.ofMillis(2)).until(lines::nextEdge);
    assertThat(lines.edgeInput()).as("input of line %d", line).isEqualTo(input);
    assertThat(lines.edgeActive()).isEqualTo(high);
    assertThat(lines.edgeNs()).isBetween(before, new LinuxClock().nowNs());
  }

  private GpioMotorLines open(MotorWiring wiring) throws IOException {
    return GpioMotorLines.open(chip.device(), wiring);
  }
}
