package org.tenuto.driver.newera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.driver.newera.Bench.SECOND_NS;
import static org.tenuto.driver.newera.Bench.deliver;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

/** What the driver says and believes when the pump behaves. */
class NewEraPumpTest {

  @Test
  void theFirstBytesAreAStop() {
    Bench bench = new Bench();
    bench.cycle();
    assertThat(bench.peer.wire.toByteArray())
        .containsExactly(2, 7, 'S', 'T', 'P', (byte) 0x9F, 0x10, 3);
    assertThat(bench.reading.state).isEqualTo(PumpState.STOPPING);
    assertThat(bench.reading.mayMove).isTrue();
  }

  @Test
  void aStoppedPumpIsSetUpAndParked() {
    Bench bench = Bench.stopped();
    assertThat(bench.peer.commands)
        .containsExactly(
            "STP", "SAF1", "SAF", "STP", "VER", "PF0", "PF", "DIS", "PHN1", "PHN", "FUNSTP", "FUN");
    assertThat(bench.peer.isParked()).isTrue();
    assertThat(bench.reading.mayMove).isFalse();
    assertThat(bench.reading.fault).isEqualTo(PumpFault.NONE);
    assertThat(bench.reading.stoppedNs).isPositive();
    assertThat(bench.reading.counterKnown).isFalse();
  }

  @Test
  void aPumpFoundRunningIsStoppedBeforeAnythingElse() {
    Bench bench = new Bench();
    bench.peer.runByHand('I', 100_000_000);
    bench.until(() -> bench.reading.state == PumpState.STOPPED, SECOND_NS);
    assertThat(bench.peer.commands).startsWith("STP", "STP", "SAF1");
    assertThat(bench.peer.isMoving()).isFalse();
    assertThat(bench.reading.fault).isEqualTo(PumpFault.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"R", "S", "T", "E", "O"})
  void anAlarmFromBeforeOurTimeCostsOneCommandAndIsNoFault(String letter) {
    Bench bench = new Bench();
    bench.peer.alarm = letter.charAt(0);
    bench.until(() -> bench.reading.state == PumpState.STOPPED, SECOND_NS);
    assertThat(bench.peer.commands).startsWith("STP", "STP");
    assertThat(bench.reading.fault).isEqualTo(PumpFault.NONE);
  }

  @ParameterizedTest
  @CsvSource({"S, ' '", "I, ' '", "S, R", "I, T"})
  void aPumpInBasicModeIsStoppedAndBroughtToSafeMode(char prompt, char alarm) {
    Bench bench = new Bench();
    bench.peer.safe = false;
    bench.peer.alarm = alarm == ' ' ? 0 : alarm;
    bench.peer.runByHand(prompt, 50_000_000);
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 4 * SECOND_NS);
    assertThat(bench.peer.safe).isTrue();
    assertThat(bench.peer.isMoving()).isFalse();
    assertThat(bench.peer.isParked()).isTrue();
  }

  @Test
  void aPumpInBasicModeThatTakesNoPacketsIsStoppedToo() {
    Bench bench = new Bench();
    bench.peer.safe = false;
    bench.peer.basicOnly = true;
    bench.peer.runByHand('I', 50_000_000);
    bench.until(() -> !bench.peer.isMoving(), 500_000_000);
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 2 * SECOND_NS);
    assertThat(bench.peer.safe).isTrue();
  }

  @Test
  void anUncheckedStopDoesNotProveThatThePumpIsStill() {
    Bench bench = new Bench();
    bench.peer.safe = false;
    bench.until(() -> bench.reading.state == PumpState.PREPARING, SECOND_NS);
    assertThat(bench.reading.mayMove).isTrue();
    bench.until(() -> !bench.reading.mayMove, SECOND_NS);
    assertThat(bench.peer.safe).isTrue();
  }

  @Test
  void theFirstProgramOfAnOrder() {
    Bench bench = Bench.stopped();
    bench.peer.commands.clear();
    bench.pump.deliver(deliver(52_500_000, 35_000_000, true));
    assertThat(bench.reading.state).isEqualTo(PumpState.PROGRAMMING);
    bench.until(() -> bench.peer.runs == 1, SECOND_NS);
    List<String> sent = bench.peer.commands.stream().dropWhile("DIS"::equals).toList();
    bench.until(() -> bench.reading.state == PumpState.RUNNING, SECOND_NS);
    assertThat(sent)
        .containsExactly(
            "DIA26.59",
            "DIA",
            "CLDINF",
            "DIS",
            "PHN1",
            "PHN",
            "FUNRAT",
            "FUN",
            "RAT52.50MH",
            "RAT",
            "VOLML",
            "VOL35.00",
            "VOL",
            "DIRINF",
            "DIR",
            "PHN2",
            "PHN",
            "FUNSTP",
            "FUN",
            "PHN1",
            "PHN",
            "RUN");
    assertThat(bench.peer.function(2)).isEqualTo("STP");
    assertThat(bench.reading.runWrittenNs).isPositive();
    assertThat(bench.reading.runConfirmedNs).isGreaterThan(bench.reading.runWrittenNs);
    assertThat(bench.reading.mayMove).isTrue();
    assertThat(bench.reading.counterKnown).isTrue();
    assertThat(bench.reading.counterNl).isZero();
  }

  @Test
  void aRunningPumpIsReadEvery100Milliseconds() {
    Bench bench = Bench.running();
    long before = bench.reading.counterCount;
    bench.runFor(10 * SECOND_NS);
    assertThat(bench.reading.counterCount - before).isBetween(99L, 101L);
    assertThat(bench.reading.counterDigitNl).isEqualTo(1_000);
    assertThat(bench.reading.counterAskedNs).isLessThan(bench.reading.counterNs);
    assertThat((double) bench.reading.counterNl)
        .isBetween(bench.peer.plungerNl - 3_000, bench.peer.plungerNl);
    assertThat(bench.nowNs - bench.reading.heardNs).isLessThanOrEqualTo(110_000_000);
  }

  @Test
  void aProgramEndsAtItsTargetAndThePumpIsParked() {
    Bench bench = Bench.stopped();
    bench.pump.deliver(deliver(60_000_000, 500_000, true));
    bench.until(() -> bench.reading.state == PumpState.FINISHING, 40 * SECOND_NS);
    assertThat(bench.reading.finished).isTrue();
    assertThat(bench.reading.stoppedNs).isPositive();
    bench.until(() -> bench.reading.state == PumpState.STOPPED, SECOND_NS);
    assertThat(bench.reading.fault).isEqualTo(PumpFault.NONE);
    assertThat(bench.reading.counterNl).isEqualTo(500_000);
    assertThat(bench.reading.mayMove).isFalse();
    assertThat(bench.peer.plungerNl).isEqualTo(500_000);
    assertThat(bench.peer.isParked()).isTrue();
    assertThat(bench.peer.runs).isOne();
  }

  @Test
  void aStopPausesThenEndsThenReadsThenParks() {
    Bench bench = Bench.running();
    bench.runFor(SECOND_NS + 50_000_000);
    bench.peer.commands.clear();
    bench.pump.stop();
    assertThat(bench.reading.state).isEqualTo(PumpState.STOPPING);
    bench.until(() -> bench.reading.state == PumpState.STOPPED, SECOND_NS);
    assertThat(bench.peer.commands).startsWith("STP", "STP", "DIS", "PHN1", "PHN", "FUNSTP", "FUN");
    assertThat(bench.reading.finished).isFalse();
    assertThat(bench.reading.mayMove).isFalse();
    assertThat(bench.reading.stoppedNs).isPositive();
    assertThat(bench.reading.fault).isEqualTo(PumpFault.NONE);
    assertThat((double) bench.reading.counterNl)
        .isBetween(bench.peer.plungerNl - 1_000, bench.peer.plungerNl);
    assertThat(bench.peer.discards).isPositive();
  }

  @Test
  void aStopEveryCycleDoesNotHinderTheStop() {
    Bench bench = Bench.running();
    bench.until(
        () -> {
          bench.pump.stop();
          return bench.reading.state == PumpState.STOPPED;
        },
        SECOND_NS);
    assertThat(bench.peer.isParked()).isTrue();
  }

  @Test
  void aLaterProgramOfTheOrderKeepsTheCounter() {
    Bench bench = Bench.running();
    bench.runFor(20 * SECOND_NS);
    bench.pump.stop();
    bench.until(() -> bench.reading.state == PumpState.STOPPED, SECOND_NS);
    long deliveredNl = bench.reading.counterNl;
    bench.peer.commands.clear();
    bench.pump.deliver(deliver(60_000_000, 500_000, false));
    bench.until(() -> bench.reading.finished, 40 * SECOND_NS);
    assertThat(bench.peer.commands)
        .contains("DIA", "RAT60.00MH", "VOL0.500")
        .doesNotContain("DIA26.59", "CLDINF");
    assertThat(bench.reading.counterNl).isEqualTo(deliveredNl + 500_000);
  }

  @Test
  void aDeliveryIsIgnoredUnlessThePumpIsStopped() {
    Bench bench = new Bench();
    bench.pump.deliver(deliver(52_500_000, 35_000_000, true));
    bench.until(() -> bench.reading.state == PumpState.STOPPED, SECOND_NS);
    bench.pump.deliver(deliver(52_500_000, 35_000_000, true));
    bench.until(() -> bench.reading.state == PumpState.RUNNING, SECOND_NS);
    bench.pump.deliver(deliver(99_000_000, 35_000_000, true));
    bench.runFor(SECOND_NS);
    assertThat(bench.peer.commands).doesNotContain("RAT99.00MH");
    assertThat(bench.peer.runs).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "ne300, NE300V3.923, NE-300",
    "ne500, NE500V3.919, NE-500",
    "ne1000, NE1000V3.923, NE-1000",
    "ne1000, NE1000X2V3.923, NE-1000",
    "ne1600, NE1600V3.74, NE-1600",
    "ne4000, NE4000V3.919, NE-4000"
  })
  void aModelIsDrivenOnceItSaidThatItIsOne(String code, String version, String name) {
    Bench bench = new Bench(NewEraModel.of(code));
    bench.peer.override = "VER";
    bench.peer.overrideWith = version;
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 2 * SECOND_NS);
    assertThat(bench.pump.capability().model()).isEqualTo(name);
    bench.peer.override = "";
    bench.pump.deliver(deliver(52_500_000, 35_000_000, true));
    bench.until(() -> bench.reading.state == PumpState.RUNNING, SECOND_NS);
  }

  /** 26.59 mm: 23.4 µL/h to 1699 mL/h, for the NE-1000 by its manual, for the others as bound. */
  @ParameterizedTest
  @CsvSource({
    "ne1000, 23300, false",
    "ne1000, 23400, true",
    "ne1000, 1699000000, true",
    "ne1000, 1700000000, false",
    "ne4000, 1699000000, true",
    "ne4000, 1700000000, false"
  })
  void aRateBeyondTheModelIsRefusedUnsent(String code, long rateNlPerH, boolean driven) {
    NewEraModel model = NewEraModel.of(code);
    Bench bench = new Bench(model);
    bench.peer.override = "VER";
    bench.peer.overrideWith = model.reportedName() + "V3.923";
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 2 * SECOND_NS);
    bench.peer.commands.clear();
    bench.pump.deliver(deliver(rateNlPerH, 35_000_000, true));
    bench.runFor(SECOND_NS);
    assertThat(bench.peer.runs).isEqualTo(driven ? 1 : 0);
    if (!driven) {
      assertThat(bench.reading.fault).isEqualTo(PumpFault.REFUSED);
      assertThat(bench.peer.commands).containsOnly("DIS");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "52505000, 35000000, true",
    "52500000, 35000001, true",
    "52500000, 35000000, false",
    "10000000000, 35000000, true"
  })
  void whatThePumpCannotBeToldExactlyIsRefusedUnsent(long rate, long volume, boolean first) {
    Bench bench = Bench.stopped();
    bench.pump.deliver(deliver(rate, volume, first));
    bench.runFor(SECOND_NS);
    assertThat(bench.reading.fault).isEqualTo(PumpFault.REFUSED);
    assertThat(bench.reading.state).isEqualTo(PumpState.STOPPED);
    assertThat(bench.peer.runs).isZero();
    bench.pump.stop();
    assertThat(bench.reading.fault).isEqualTo(PumpFault.NONE);
  }

  @Test
  void aStoppedPumpIsKeptAwakeAndWatched() {
    Bench bench = Bench.stopped();
    bench.runFor(60 * SECOND_NS);
    assertThat(bench.reading.fault).isEqualTo(PumpFault.NONE);
    assertThat(bench.peer.prompts).doesNotContain("00A?T");
  }

  @Test
  void repliesMayComeByteByByte() {
    Bench bench = new Bench();
    bench.peer.byteWise = true;
    completes(bench);
  }

  @Test
  void theLineMayTakeOneByteAtATime() {
    Bench bench = new Bench();
    bench.peer.writeAtMost = 1;
    completes(bench);
  }

  private static void completes(Bench bench) {
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 2 * SECOND_NS);
    bench.pump.deliver(deliver(60_000_000, 100_000, true));
    bench.until(() -> bench.reading.finished, 20 * SECOND_NS);
    bench.until(() -> bench.reading.state == PumpState.STOPPED, 2 * SECOND_NS);
    assertThat(bench.reading.fault).isEqualTo(PumpFault.NONE);
    assertThat(bench.peer.plungerNl).isEqualTo(100_000);
  }

  @Test
  void whatItCanDo() {
    var capability = new Bench().pump.capability();
    assertThat(capability.model()).isEqualTo("NE-1000");
    assertThat(capability.ownVolumeTarget()).isTrue();
    assertThat(capability.ownWatchdog()).isTrue();
    assertThat(capability.pressure()).isFalse();
  }
}
