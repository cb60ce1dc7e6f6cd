package org.tenuto.driver.newera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.driver.newera.Bench.CYCLE_NS;
import static org.tenuto.driver.newera.Bench.SECOND_NS;
import static org.tenuto.driver.newera.Bench.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

/** What the driver does when the pump, the line or somebody at the pump does not behave. */
class NewEraPumpFaultTest {

  private static final long VOLUME_NL = 100_000;

  /** Replies from power-up to the end of a short program. */
  private static final int REPLIES_OF_A_PROGRAM = 110;

  @Test
  void anyOneReplyMayBeLost() {
    sweep((bench, hit) -> bench.peer.dropReply = hit, PumpFault.START_UNCONFIRMED);
  }

  @Test
  void anyOneReplyMayBeCorrupted() {
    sweep((bench, hit) -> bench.peer.corruptReply = hit, PumpFault.START_UNCONFIRMED);
  }

  @Test
  void anyOneReplyMayBeLate() {
    sweep((bench, hit) -> bench.peer.delayReply = hit);
  }

  /** A second refusal of STP looks like one of what follows, a reply before RUN like one to it. */
  @Test
  void anyOneReplyMayComeTwice() {
    sweep(
        (bench, hit) -> bench.peer.doubleReply = hit,
        PumpFault.REFUSED,
        PumpFault.REFUSED,
        PumpFault.START_UNCONFIRMED);
  }

  @Test
  void anyOneCommandMayBeCorrupted() {
    sweep((bench, hit) -> bench.peer.corruptCommand = hit, PumpFault.REFUSED);
  }

  /** One hit at every place: the program completes, or ends with these faults and no others. */
  private static void sweep(BiConsumer<Bench, IntPredicate> hurt, PumpFault... expected) {
    List<PumpFault> faults = new ArrayList<>();
    for (int place = 1; place <= REPLIES_OF_A_PROGRAM; place++) {
      int hit = place;
      Bench bench = new Bench();
      hurt.accept(bench, n -> n == hit);
      PumpFault fault = orderOnce(bench);
      if (fault != PumpFault.NONE) {
        faults.add(fault);
      } else {
        assertThat(bench.peer.plungerNl).as("place %d", place).isEqualTo(VOLUME_NL);
      }
    }
    assertThat(faults).containsExactly(expected);
  }

  /** From the n-th reply on everything is lost: always LOST, never a second RUN, always at rest. */
  @Test
  void contactMayBeLostAtAnyPlace() {
    for (int place = 1; place <= REPLIES_OF_A_PROGRAM; place++) {
      int from = place;
      Bench bench = new Bench();
      bench.peer.dropReply = n -> n >= from;
      orderOnce(bench);
      assertThat(bench.peer.isMoving()).as("place %d", place).isFalse();
      assertThat(bench.peer.plungerNl).isLessThanOrEqualTo(VOLUME_NL);
    }
  }

  /** Many replies lost, in a seeded pattern: whatever the outcome, it is a stated one. */
  @Test
  void manyRepliesMayBeLostOrLate() {
    for (int seed = 1; seed <= 60; seed++) {
      var random = new java.util.SplittableRandom(seed);
      Bench bench = new Bench();
      bench.peer.dropReply = n -> random.nextInt(5) == 0;
      bench.peer.delayReply = n -> random.nextInt(5) == 0;
      bench.peer.corruptReply = n -> random.nextInt(10) == 0;
      orderOnce(bench);
    }
  }

  /** Runs one order to whatever end; checks what must hold whatever the end is. */
  private static PumpFault orderOnce(Bench bench) {
    for (int i = 0; i < 4_000 && bench.reading.state != PumpState.STOPPED; i++) {
      bench.cycle();
    }
    bench.pump.deliver(deliver(120_000_000, VOLUME_NL, true));
    PumpFault fault = PumpFault.NONE;
    for (int i = 0; i < 8_000 && !bench.reading.finished && fault == PumpFault.NONE; i++) {
      bench.cycle();
      fault = bench.reading.fault;
      assertThat(bench.reading.mayMove || !bench.peer.isMoving()).isTrue();
    }
    for (int i = 0; i < 4_000 && bench.reading.state != PumpState.STOPPED; i++) {
      bench.cycle();
      assertThat(bench.reading.mayMove || !bench.peer.isMoving()).isTrue();
    }
    assertThat(bench.peer.runs).isLessThanOrEqualTo(1);
    assertThat(bench.peer.plungerNl).isLessThanOrEqualTo(VOLUME_NL);
    assertThat(bench.reading.state)
        .isIn(PumpState.STOPPED, PumpState.LOST, PumpState.STOPPING, PumpState.PREPARING);
    return fault;
  }

  @Test
  void aStopAtAnyMomentSendsNothingButStp() {
    for (int afterCycles = 0; afterCycles < 260; afterCycles++) {
      Bench bench = Bench.stopped();
      bench.pump.deliver(deliver(60_000_000, VOLUME_NL, true));
      bench.runFor(afterCycles * CYCLE_NS);
      assertThat(bench.stopAndListen()).isNotEmpty().containsOnly("STP");
      bench.until(() -> bench.reading.state == PumpState.STOPPED, SECOND_NS);
      assertThat(bench.reading.fault).isEqualTo(PumpFault.NONE);
      assertThat(bench.peer.isParked()).isTrue();
      assertThat(bench.peer.isMoving()).isFalse();
    }
  }

  @Test
  void aStopInTheMiddleOfAPacketIsStillUnderstood() {
    for (int afterCycles = 0; afterCycles < 300; afterCycles++) {
      Bench bench = Bench.stopped();
      bench.peer.writeAtMost = 1;
      bench.pump.deliver(deliver(60_000_000, VOLUME_NL, true));
      bench.runFor(afterCycles * CYCLE_NS);
      bench.peer.writeAtMost = 8;
      bench.pump.stop();
      bench.until(() -> bench.reading.state == PumpState.STOPPED, 2 * SECOND_NS);
      assertThat(bench.reading.fault).isEqualTo(PumpFault.NONE);
      assertThat(bench.peer.isMoving()).isFalse();
    }
  }

  @Test
  void anUnconfirmedStopFallsSilentSoThatTheWatchdogStopsThePump() {
    Bench bench = Bench.running();
    bench.runFor(SECOND_NS);
    bench.peer.deaf = true;
    bench.pump.stop();
    bench.runFor(499 * CYCLE_NS);
    assertThat(bench.reading.state).isEqualTo(PumpState.STOPPING);
    bench.runFor(3 * CYCLE_NS);
    assertThat(bench.reading.state).isEqualTo(PumpState.LOST);
    assertThat(bench.reading.fault).isEqualTo(PumpFault.STOP_UNCONFIRMED);
    assertThat(bench.reading.mayMove).isTrue();
    int position = bench.written();
    bench.runFor(1_990 * CYCLE_NS);
    assertThat(bench.written()).as("silence").isEqualTo(position);
    assertThat(bench.peer.isMoving()).as("its own watchdog").isFalse();
    assertThat(bench.reading.mayMove).as("silence proves nothing").isTrue();
  }

  @Test
  void contactIsTakenUpAgainAfterTheSilence() {
    Bench bench = Bench.running();
    bench.peer.deaf = true;
    bench.until(() -> bench.reading.state == PumpState.LOST, 2 * SECOND_NS);
    bench.peer.deaf = false;
    int position = bench.written();
    bench.until(() -> bench.reading.state == PumpState.PREPARING, 3 * SECOND_NS);
    assertThat(bench.writtenSince(position)).containsOnly("STP");
    bench.until(() -> bench.reading.state == PumpState.STOPPED, SECOND_NS);
    assertThat(bench.reading.mayMove).isFalse();
    assertThat(bench.reading.fault).isEqualTo(PumpFault.STOP_UNCONFIRMED);
    bench.pump.deliver(deliver(60_000_000, VOLUME_NL, true));
    bench.runFor(SECOND_NS);
    assertThat(bench.peer.runs).as("latched").isOne();
    bench.pump.stop();
    assertThat(bench.reading.fault).isEqualTo(PumpFault.NONE);
    bench.pump.deliver(deliver(60_000_000, VOLUME_NL, true));
    bench.until(() -> bench.reading.state == PumpState.RUNNING, SECOND_NS);
  }

  @Test
  void aSilentPumpIsStopped() {
    Bench bench = Bench.running();
    bench.peer.dropReply = n -> true;
    bench.until(() -> bench.reading.fault == PumpFault.SILENT, 620 * CYCLE_NS);
    bench.until(() -> bench.reading.state == PumpState.LOST, 510 * CYCLE_NS);
    assertThat(bench.reading.fault).isEqualTo(PumpFault.STOP_UNCONFIRMED);
    assertThat(bench.peer.isMoving()).as("the stop was heard, only not confirmed").isFalse();
  }

  @Test
  void aLostReplyToRunIsNeverAnsweredByARun() {
    Bench bench = Bench.stopped();
    bench.pump.deliver(deliver(52_500_000, 35_000_000, true));
    bench.peer.dropReply = n -> bench.peer.runs > 0;
    bench.until(() -> bench.reading.fault == PumpFault.START_UNCONFIRMED, SECOND_NS);
    bench.peer.dropReply = n -> false;
    assertThat(bench.reading.mayMove).isTrue();
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 2 * SECOND_NS);
    assertThat(bench.peer.runs).isOne();
    assertThat(bench.peer.isMoving()).isFalse();
    assertThat(bench.reading.runWrittenNs).isPositive();
    assertThat(bench.reading.runConfirmedNs).isZero();
    assertThat(bench.reading.counterKnown).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "DIA, 26.60", "DIS, I0.001W0.000ML", "RAT, 52.51MH", "RAT, 52.50UH", "RAT, 525.0MH",
    "VOL, 35.00UL", "VOL, 0.000ML", "DIR, WDR", "PHN, 02", "FUN, FIL"
  })
  void aSettingThatReadsBackDifferentlyIsNotRun(String query, String reads) {
    Bench bench = Bench.stopped();
    bench.runFor(20 * CYCLE_NS);
    bench.pump.deliver(deliver(52_500_000, 35_000_000, true));
    bench.peer.override = query;
    bench.peer.overrideWith = reads;
    bench.until(() -> bench.reading.fault != PumpFault.NONE, SECOND_NS);
    assertThat(bench.reading.fault).isEqualTo(PumpFault.READ_BACK_MISMATCH);
    bench.peer.override = "";
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 4 * SECOND_NS);
    assertThat(bench.peer.runs).isZero();
    assertThat(bench.peer.isParked()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "RAT52.50MH, ?OOR",
    "VOL35.00, ?OOR",
    "DIA26.59, ?NA",
    "DIRINF, ?",
    "FUNRAT, ?",
    "RUN, ?NA",
    "RUN, ?COM"
  })
  void aSettingThePumpRefusesIsNotRun(String command, String error) {
    Bench bench = Bench.stopped();
    bench.pump.deliver(deliver(52_500_000, 35_000_000, true));
    bench.peer.override = command;
    bench.peer.overrideWith = error;
    bench.until(() -> bench.reading.fault != PumpFault.NONE, SECOND_NS);
    assertThat(bench.reading.fault).isEqualTo(PumpFault.REFUSED);
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 4 * SECOND_NS);
    assertThat(bench.peer.runs).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "ne1000, NE4000V3.923",
    "ne1000, NE10000V3.923",
    "ne1000, NE1000",
    "ne1000, 3.923",
    "ne500, NE501V3.919",
    "ne4000, NE4002X2V3.923",
    "ne4000, NE1000V3.923"
  })
  void anotherModelIsNotDriven(String code, String version) {
    Bench bench = new Bench(NewEraModel.of(code));
    bench.peer.override = "VER";
    bench.peer.overrideWith = version;
    bench.until(() -> bench.reading.state == PumpState.LOST, 2 * SECOND_NS);
    assertThat(bench.reading.fault).isEqualTo(PumpFault.READ_BACK_MISMATCH);
    assertThat(bench.reading.mayMove).as("it is confirmed stopped").isFalse();
    int position = bench.written();
    bench.runFor(1_990 * CYCLE_NS);
    assertThat(bench.written()).isEqualTo(position);
  }

  @ParameterizedTest
  @CsvSource({"R, RESET", "S, STALLED", "T, WATCHDOG", "E, PROGRAM_ERROR", "O, PROGRAM_ERROR"})
  void anAlarmWhileRunningIsAFaultAndAStop(char letter, PumpFault fault) {
    Bench bench = Bench.running();
    bench.runFor(SECOND_NS);
    int position = bench.written();
    bench.peer.raise(letter);
    bench.until(() -> bench.reading.fault != PumpFault.NONE, 200 * CYCLE_NS);
    assertThat(bench.reading.fault).isEqualTo(fault);
    bench.until(() -> bench.reading.state == PumpState.PREPARING, SECOND_NS);
    assertThat(bench.writtenSince(position)).filteredOn(c -> !c.equals("DIS")).containsOnly("STP");
    bench.until(() -> bench.reading.state == PumpState.STOPPED, SECOND_NS);
    assertThat(bench.reading.fault).isEqualTo(fault);
    assertThat(bench.reading.mayMove).isFalse();
    assertThat(bench.reading.counterKnown).isEqualTo(letter != 'R');
  }

  @Test
  void anAlarmWhileStoppedIsAFaultToo() {
    Bench bench = Bench.stopped();
    bench.peer.raise('R');
    bench.until(() -> bench.reading.fault == PumpFault.RESET, 200 * CYCLE_NS);
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 2 * SECOND_NS);
  }

  @Test
  void powerLostWhileRunningMakesTheCounterUnknown() {
    Bench bench = Bench.running();
    bench.runFor(5 * SECOND_NS);
    bench.peer.losePower();
    bench.until(() -> bench.reading.fault == PumpFault.RESET, SECOND_NS);
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 2 * SECOND_NS);
    assertThat(bench.reading.counterKnown).isFalse();
    bench.pump.stop();
    bench.pump.deliver(deliver(60_000_000, VOLUME_NL, false));
    assertThat(bench.reading.fault).as("the order can't go on").isEqualTo(PumpFault.REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "P, PROGRAM_ERROR",
    "S, PROGRAM_ERROR",
    "T, PROGRAM_ERROR",
    "U, PROGRAM_ERROR",
    "W, MOTION_WITHOUT_COMMAND",
    "X, MOTION_WITHOUT_COMMAND"
  })
  void anUnexpectedPromptWhileRunningIsAFault(char prompt, PumpFault fault) {
    Bench bench = Bench.running();
    bench.runFor(2 * SECOND_NS);
    bench.peer.runByHand(prompt, 1_000_000);
    bench.until(() -> bench.reading.fault != PumpFault.NONE, 200 * CYCLE_NS);
    assertThat(bench.reading.fault).isEqualTo(fault);
    assertThat(bench.reading.finished).isFalse();
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 2 * SECOND_NS);
    assertThat(bench.peer.isMoving()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(chars = {'I', 'W', 'X', 'P'})
  void motionNobodyCommandedIsStopped(char prompt) {
    Bench bench = Bench.stopped();
    bench.runFor(SECOND_NS);
    bench.peer.runByHand(prompt, 100_000_000);
    bench.until(() -> bench.reading.fault == PumpFault.MOTION_WITHOUT_COMMAND, 200 * CYCLE_NS);
    assertThat(bench.reading.mayMove).isTrue();
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 2 * SECOND_NS);
    assertThat(bench.peer.isMoving()).isFalse();
    assertThat(bench.reading.mayMove).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "W, MOTION_WITHOUT_COMMAND",
    "X, MOTION_WITHOUT_COMMAND",
    "P, START_UNCONFIRMED",
    "S, START_UNCONFIRMED"
  })
  void onlyInfusingConfirmsAStart(char prompt, PumpFault fault) {
    Bench bench = Bench.stopped();
    bench.peer.promptOnRun = prompt;
    bench.pump.deliver(deliver(60_000_000, VOLUME_NL, true));
    bench.until(() -> bench.reading.fault != PumpFault.NONE, SECOND_NS);
    assertThat(bench.reading.fault).isEqualTo(fault);
    assertThat(bench.reading.runConfirmedNs).isZero();
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 2 * SECOND_NS);
    assertThat(bench.peer.isMoving()).isFalse();
  }

  @Test
  void aStopIsNotConfirmedByAReplyWithoutACheck() {
    Bench bench = Bench.running();
    bench.peer.deaf = true;
    bench.pump.stop();
    bench.runFor(5 * CYCLE_NS);
    bench.peer.sendUnchecked("00S");
    bench.runFor(5 * CYCLE_NS);
    assertThat(bench.reading.state).isEqualTo(PumpState.STOPPING);
    bench.until(() -> bench.reading.fault == PumpFault.STOP_UNCONFIRMED, SECOND_NS);
  }

  @Test
  void aLateCounterIsAsOldAsItsFirstRequest() {
    Bench bench = Bench.running();
    bench.runFor(SECOND_NS);
    int late = bench.peer.replies + 1;
    bench.peer.delayReply = n -> n == late;
    bench.until(() -> bench.peer.replies == late, SECOND_NS);
    long askedNs = bench.nowNs;
    long count = bench.reading.counterCount;
    bench.until(() -> bench.reading.counterCount > count, SECOND_NS);
    assertThat(bench.nowNs - askedNs).isGreaterThan(100_000_000);
    assertThat(bench.reading.counterAskedNs).isEqualTo(askedNs);
    assertThat(bench.reading.counterNs).isEqualTo(bench.nowNs);
  }

  @Test
  void aLineThatIsGoneIsKnownInTheSameCycle() {
    Bench bench = Bench.running();
    bench.peer.gone = true;
    bench.cycle();
    assertThat(bench.reading.state).isEqualTo(PumpState.LOST);
    assertThat(bench.reading.fault).isEqualTo(PumpFault.LINE_LOST);
    assertThat(bench.reading.mayMove).isTrue();
    bench.runFor(10 * SECOND_NS);
    assertThat(bench.reading.mayMove).isTrue();
    bench.peer.gone = false;
    bench.runFor(1_990 * CYCLE_NS);
    assertThat(bench.reading.state).isEqualTo(PumpState.LOST);
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 2 * SECOND_NS);
    assertThat(bench.reading.fault).isEqualTo(PumpFault.LINE_LOST);
  }

  @Test
  void nothingIsWrittenWhileTheLineHoldsBytes() {
    Bench bench = Bench.running();
    bench.peer.stuck = true;
    int position = bench.written();
    int discards = bench.peer.discards;
    bench.until(() -> bench.reading.state == PumpState.LOST, 2 * SECOND_NS);
    assertThat(bench.written()).isEqualTo(position);
    assertThat(bench.peer.discards).isGreaterThan(discards);
    assertThat(bench.reading.fault).isEqualTo(PumpFault.STOP_UNCONFIRMED);
    assertThat(bench.reading.mayMove).isTrue();
  }

  @Test
  void aPacketHalfOnTheLineIsFinishedAndNotBegunAgain() {
    Bench bench = Bench.running();
    bench.runFor(50 * CYCLE_NS);
    bench.peer.writeAtMost = 3;
    int position = bench.written();
    bench.until(() -> bench.written() == position + 3, SECOND_NS);
    bench.peer.stuck = true;
    bench.runFor(150 * CYCLE_NS);
    bench.peer.stuck = false;
    bench.runFor(SECOND_NS);
    assertThat(bench.writtenSince(position)).startsWith("DIS", "DIS", "DIS");
    assertThat(bench.peer.prompts).doesNotContain("00I?COM");
    assertThat(bench.reading.state).isEqualTo(PumpState.RUNNING);
  }

  @Test
  void aChangedDiameterWithinAnOrderIsNotSetAgain() {
    Bench bench = Bench.running();
    bench.pump.stop();
    bench.until(() -> bench.reading.state == PumpState.STOPPED, SECOND_NS);
    bench.peer.override = "DIA";
    bench.peer.overrideWith = "14.43";
    bench.pump.deliver(deliver(60_000_000, VOLUME_NL, false));
    bench.until(() -> bench.reading.fault == PumpFault.READ_BACK_MISMATCH, SECOND_NS);
    assertThat(bench.peer.runs).isOne();
    assertThat(List.copyOf(bench.peer.commands)).filteredOn("DIA26.59"::equals).hasSize(1);
  }
}
