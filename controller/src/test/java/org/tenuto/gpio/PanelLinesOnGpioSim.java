package org.tenuto.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tenuto.alarm.LampColour;
import org.tenuto.alarm.Note;
import org.tenuto.control.Panel;
import org.tenuto.control.PanelInputs;
import org.tenuto.linux.Bias;
import org.tenuto.linux.InputLine;
import org.tenuto.linux.InputLines;
import org.tenuto.linux.SimulatedChip;
import org.tenuto.measure.Allocation;

class PanelLinesOnGpioSim {

  private static final int E_STOP = 1;
  private static final int STOP = 2;
  private static final int START = 3;
  private static final int RED = 4;
  private static final int YELLOW = 5;
  private static final int GREEN = 6;
  private static final int BUZZER = 7;
  private static final int ALIVE = 0;
  private static final int TWO_SECONDS_OF_BEATS = 41;

  private final SimulatedChip chip;
  private final PanelLines panel;
  private final PanelInputs inputs;
  private final Panel signals;

  PanelLinesOnGpioSim() throws IOException {
    chip = new SimulatedChip(8);
    panel = PanelLines.open(wiring(chip.device()));
    inputs = panel.inputs();
    signals = panel.signals();
  }

  @AfterEach
  void close() throws IOException {
    panel.close();
    chip.close();
  }

  /** Pulled up and closed by nobody: what a broken wire is. */
  @Test
  void aBrokenWireIsAnOpenEStop() {
    assertThat(inputs.eStopOpen()).isTrue();
  }

  @Test
  void theEStopIsSeenToOpenAndToClose() {
    closeContact(E_STOP);
    soon().until(() -> !inputs.eStopOpen());
    openContact(E_STOP);
    soon().until(inputs::eStopOpen);
    assertThat(inputs.eStopOpen()).as("for as long as it is").isTrue();
    closeContact(E_STOP);
    soon().until(() -> !inputs.eStopOpen());
  }

  @Test
  void aPressIsTakenOnce() {
    rest();
    openContact(STOP);
    soon().until(inputs::takeStop);
    assertThat(inputs.takeStop()).isFalse();
    closeContact(STOP);
    closeContact(START);
    soon().until(inputs::takeStart);
    assertThat(inputs.takeStart()).isFalse();
    assertThat(inputs.takeStop()).as("its release is none").isFalse();
  }

  /** An executor that starts while somebody leans on a button has not been told anything. */
  @Test
  void aButtonThatNeverRestedIsFaultyAndNotPressed() {
    closeContact(E_STOP);
    assertThat(inputs.faulty()).as("the Stop button's contact is open from the start").isTrue();
    assertThat(inputs.takeStop()).isFalse();
    closeContact(STOP);
    soon().until(() -> !inputs.faulty());
    assertThat(inputs.takeStop()).isFalse();
  }

  @Test
  void aChipThatIsGoneIsAFault() {
    rest();
    chip.remove();
    soon().until(inputs::faulty);
    assertThat(inputs.faulty()).isTrue();
  }

  @Test
  void lampsFollowTheAlarm() {
    show(LampColour.RED, null);
    lit(true, false, false);
    show(LampColour.YELLOW, null);
    lit(false, true, false);
    show(LampColour.CYAN, null);
    lit(false, true, false);
    show(null, null);
    lit(false, false, false);
  }

  @Test
  void greenIsLitAfterTwoSecondsWithoutAnAlarm() {
    show(LampColour.RED, null);
    for (int beat = 0; beat < TWO_SECONDS_OF_BEATS - 2; beat++) {
      signals.show(null, null, 0, beat % 2 == 0);
    }
    lit(false, false, false);
    for (int beat = 0; beat < 4; beat++) {
      signals.show(null, null, 0, beat % 2 == 0);
    }
    lit(false, false, true);
    show(LampColour.YELLOW, null);
    lit(false, true, false);
  }

  @Test
  void theBuzzerSoundsWithTheNote() {
    show(null, Note.HIGH_C);
    soon().until(() -> chip.isHigh(BUZZER));
    show(null, null);
    soon().until(() -> !chip.isHigh(BUZZER));
    assertThat(signals.isPresent()).isTrue();
  }

  /** The circuit hears the loop's edges and no others: none, while the loop shows nothing new. */
  @Test
  void theSignOfLifeIsTheLoops() {
    for (int beat = 0; beat < 5; beat++) {
      boolean high = beat % 2 == 0;
      signals.show(null, null, 0, high);
      soon().until(() -> chip.isHigh(ALIVE) == high);
    }
    boolean last = chip.isHigh(ALIVE);
    for (int i = 0; i < 100; i++) {
      signals.show(LampColour.RED, null, 0, last);
      assertThat(chip.isHigh(ALIVE)).isEqualTo(last);
    }
  }

  @Test
  void closedEverythingIsDarkAndFree() throws IOException {
    show(LampColour.RED, Note.C);
    lit(true, false, false);
    panel.close();
    lit(false, false, false);
    assertThat(chip.isHigh(BUZZER)).isFalse();
    PanelLines.open(wiring(chip.device())).close();
  }

  @Test
  void aLineThatIsTakenIsNamedAndNothingStaysClaimed() throws IOException {
    panel.close();
    var taken = List.of(new InputLine(START, false, Bias.UNCHANGED, 0));
    try (InputLines holder = InputLines.open(chip.device(), "somebody", taken)) {
      assertThat(holder.isLost()).isFalse();
      assertThatThrownBy(() -> PanelLines.open(wiring(chip.device())))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "gpio "
                  + chip.device()
                  + " line 3 (pin-3): in use by \"somebody\", expected a free line");
    }
    PanelLines.open(wiring(chip.device())).close();
  }

  @Test
  void aCycleAllocatesNothing() {
    rest();
    boolean[] beat = {false};
    Allocation.assertNone(
        () -> {
          inputs.eStopOpen();
          inputs.takeStop();
          inputs.takeStart();
          inputs.faulty();
          beat[0] = !beat[0];
          signals.show(LampColour.RED, Note.C, 1, beat[0]);
        });
  }

  private void rest() {
    closeContact(E_STOP);
    closeContact(STOP);
    soon().until(() -> !inputs.eStopOpen());
    soon().until(() -> !inputs.faulty());
  }

  /** To ground, against the pull-up. */
  private void closeContact(int line) {
    chip.pull(line, false);
  }

  private void openContact(int line) {
    chip.pull(line, true);
  }

  private void show(@Nullable LampColour lit, @Nullable Note sounding) {
    signals.show(lit, sounding, sounding == null ? 0 : 1, false);
  }

  private void lit(boolean red, boolean yellow, boolean green) {
    soon()
        .until(
            () ->
                chip.isHigh(RED) == red
                    && chip.isHigh(YELLOW) == yellow
                    && chip.isHigh(GREEN) == green);
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5));
  }

  private static PanelWiring wiring(Path chip) {
    return new PanelWiring(
        chip,
        OptionalInt.of(E_STOP),
        OptionalInt.of(STOP),
        OptionalInt.of(START),
        OptionalInt.of(RED),
        OptionalInt.of(YELLOW),
        OptionalInt.of(GREEN),
        OptionalInt.of(BUZZER),
        OptionalInt.of(ALIVE),
        20);
  }
}
