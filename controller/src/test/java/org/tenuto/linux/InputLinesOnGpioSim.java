package org.tenuto.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tenuto.measure.Allocation;

class InputLinesOnGpioSim {

  private static final Duration LONG = Duration.ofMinutes(2);
  private static final int LONG_DEBOUNCE_US = 3_000_000;

  private final SimulatedChip chip;

  InputLinesOnGpioSim() throws IOException {
    chip = new SimulatedChip(8);
  }

  @AfterEach
  void close() throws IOException {
    chip.close();
  }

  @Test
  void tellEachEdgeWithItsLineDirectionAndTheKernelsTime() throws IOException {
    try (InputLines lines = open(edge(2), edge(5))) {
      long before = new LinuxClock().nowNs();
      chip.pull(5, true);
      takeNext(lines);
      long first = lines.ns();
      assertThat(lines.index()).isEqualTo(1);
      assertThat(lines.isActive()).isTrue();
      chip.pull(2, true);
      takeNext(lines);
      long second = lines.ns();
      assertThat(lines.index()).isZero();
      assertThat(lines.isActive()).isTrue();
      chip.pull(5, false);
      takeNext(lines);
      long third = lines.ns();
      assertThat(lines.index()).isEqualTo(1);
      assertThat(lines.isActive()).isFalse();
      assertThat(List.of(before, first, second, third, new LinuxClock().nowNs())).isSorted();
      assertThat(lines.levels()).isEqualTo(0b01);
      assertThat(lines.next()).isFalse();
      assertThat(lines.isLost()).isFalse();
    }
  }

  @Test
  void takeManyEdgesWithoutLosingOne() throws IOException {
    try (InputLines lines = open(edge(2))) {
      for (int i = 1; i <= 100; i++) {
        chip.pull(2, i % 2 == 1);
        takeNext(lines);
        assertThat(lines.isActive()).as("edge %d", i).isEqualTo(i % 2 == 1);
      }
      assertThat(lines.isLost()).isFalse();
    }
  }

  /** Far more edges than the kernel keeps for us; it drops the oldest and goes on counting. */
  @Test
  void aGapInTheKernelsNumbersIsALoss() throws IOException {
    try (InputLines lines =
        InputLines.open(chip.device(), "test", List.of(edge(2)), 16)) {
      for (int i = 0; i < 1_000; i++) {
        chip.pull(2, i % 2 == 0);
      }
      assertThat(lines.isLost()).isFalse();
      takeNext(lines);
      while (lines.next()) {
        assertThat(lines.isLost()).isTrue();
      }
      assertThat(lines.isLost()).isTrue();
      assertThat(lines.isGone()).isFalse();
      assertThat(lines).hasToString("gpio " + chip.device() + " lines [2]: edges lost");
      chip.pull(2, true);
      takeNext(lines);
      assertThat(lines.isLost()).as("for good").isTrue();
    }
  }

  @Test
  void aBouncingContactIsOneEdgeAndAnUndebouncedLineIsNotHeldUp() throws IOException {
    var button = new InputLine(1, false, Bias.UNCHANGED, LONG_DEBOUNCE_US);
    try (InputLines lines = open(button, edge(2))) {
      for (int i = 0; i < 7; i++) {
        chip.pull(1, i % 2 == 0);
      }
      chip.pull(2, true);
      takeNext(lines);
      assertThat(lines.index()).as("the line that is not debounced").isEqualTo(1);
      assertThat(lines.levels()).as("the button's level is the debounced one").isEqualTo(0b10);
      long bounced = new LinuxClock().nowNs();
      takeNext(lines);
      assertThat(lines.index()).isZero();
      assertThat(lines.isActive()).isTrue();
      assertThat(lines.ns()).isGreaterThan(bounced);
      chip.pull(1, false);
      takeNext(lines);
      assertThat(lines.isActive()).as("the bounces are no edges").isFalse();
      assertThat(lines.isLost()).isFalse();
    }
  }

  @Test
  void activeLowIsTheOtherWayRound() throws IOException {
    var inverted = new InputLine(3, true, Bias.UNCHANGED, 0);
    try (InputLines lines = open(edge(2), inverted)) {
      assertThat(lines.levels()).isEqualTo(0b10);
      chip.pull(3, true);
      takeNext(lines);
      assertThat(lines.index()).isEqualTo(1);
      assertThat(lines.isActive()).isFalse();
      assertThat(lines.levels()).isZero();
    }
  }

  @Test
  void theBiasHoldsWhatNobodyDrives() throws IOException {
    chip.pull(4, true);
    var up = new InputLine(3, false, Bias.PULL_UP, 0);
    var down = new InputLine(4, false, Bias.PULL_DOWN, 0);
    try (InputLines lines = open(up, down)) {
      assertThat(lines.levels()).isEqualTo(0b01);
    }
  }

  @Test
  void waitForAnEdgeAndOnlyForThat() throws IOException {
    try (InputLines lines = open(edge(2))) {
      assertThat(lines.await(0)).isFalse();
      chip.pull(2, true);
      await().atMost(LONG).until(() -> lines.await(1_000));
      assertThat(lines.next()).isTrue();
      assertThat(lines.await(0)).isFalse();
      assertThat(lines.isGone()).isFalse();
    }
  }

  @Test
  void areGoneForGoodWithTheirChip() throws IOException {
    try (InputLines polled = open(edge(1));
        InputLines read = open(edge(2));
        InputLines asked = open(edge(3))) {
      chip.remove();
      assertThat(polled.await(1_000)).isFalse();
      assertThat(polled.isGone()).as("by poll").isTrue();
      assertThat(read.next()).isFalse();
      assertThat(read.isGone()).as("by read").isTrue();
      assertThat(asked.levels()).isEqualTo(-1);
      assertThat(asked.isGone()).as("by ioctl").isTrue();
      assertThat(asked.isLost()).isTrue();
      assertThat(asked).hasToString("gpio " + chip.device() + " lines [3]: the chip is gone");
    }
  }

  @Test
  void readingThemAllocatesNothing() throws IOException {
    try (InputLines lines = open(edge(2))) {
      Allocation.assertNone(lines::next);
      Allocation.assertNone(lines::levels);
      Allocation.assertNone(() -> lines.await(0));
    }
  }

  private InputLines open(InputLine... lines) throws IOException {
    return InputLines.open(chip.device(), "test", List.of(lines));
  }

  private static InputLine edge(int offset) {
    return new InputLine(offset, false, Bias.UNCHANGED, 0);
  }

  /** The kernel tells an edge from a thread of its own. */
  private static void takeNext(InputLines lines) {
    await().atMost(LONG).pollInterval(Duration.ofMillis(2)).until(lines::next);
  }
}
