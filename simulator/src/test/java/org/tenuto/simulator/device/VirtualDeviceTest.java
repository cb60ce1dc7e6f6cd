package org.tenuto.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.device.VirtualDevice.BOOT;
import static org.tenuto.simulator.device.VirtualDevice.MS;
import static org.tenuto.simulator.device.VirtualDevice.S;

import org.junit.jupiter.api.Test;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.Answer;
import org.tenuto.control.StationCommand;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;

class VirtualDeviceTest {

  /** One digit of the pump's volume at 35 mL. */
  private static final long INCREMENT_NL = 10_000;

  private final VirtualDevice device = new VirtualDevice();

  @Test
  void theUsualOrderIsDeliveredToATenthOfAPercentAndNeverExceeded() {
    device.eachStep(
        () ->
            assertThat(device.syringe.deliveredNl())
                .isLessThanOrEqualTo(35_000_000 + INCREMENT_NL));

    ReadBack readBack = device.run(device.usualOrder());
    device.await(InfusionState.COMPLETE, 2_410 * S);

    assertThat(readBack.volumeNl()).isEqualTo(35_000_000);
    assertThat(readBack.phases().getFirst().rateNlPerH()).isEqualTo(52_500_000);
    assertThat(readBack.achievedNg()).isEqualTo(35_000_000);
    assertThat(readBack.phases().getFirst().doseRateNgPerKgPerH()).isEqualTo(750_000);
    assertThat(device.line.heardByPump).contains("RAT52.50MH").contains("VOL35.00");
    assertThat(device.syringe.deliveredNl()).isBetween(35_000_000L - 35_000, 35_000_000L);
    assertThat(device.syringe.moving()).isFalse();
    var end = device.station.last(ExecutorEvent.StateChanged.class).stamp();
    assertThat(device.syringe.deliveredNl()).isBetween(end.atLeastNl(), end.atMostNl());
  }

  @Test
  void theFirstBytesOfAStartingExecutorAreAStop() {
    device.await(InfusionState.IDLE, 5 * S);
    String heard = device.line.heardByPump.toString();
    assertThat(heard.indexOf("STP")).isNotNegative();
    assertThat(heard.substring(0, heard.indexOf("SAF"))).matches("(?s)[^A-Z]*STP.*");
    assertThat(heard.substring(0, heard.indexOf("SAF")).replaceAll("STP", ""))
        .doesNotContain("RUN", "RAT", "VOL", "DIA");
  }

  @Test
  void aReadBackThatWasDiscardedLeavesNoFigures() {
    device.await(InfusionState.IDLE, 5 * S);
    device.propose(device.shortOrder());
    assertThat(device.station.snapshot().orderNl).isEqualTo(700_000);
    device.station.stop = true;
    device.step();
    assertThat(device.cycle.state()).isEqualTo(InfusionState.IDLE);
    assertThat(device.station.snapshot().orderNonce).isZero();
    assertThat(device.station.snapshot().orderNl).isZero();
  }

  @Test
  void aStopReachesThePlungerWithinTheNextCycles() {
    device.run(device.usualOrder());
    device.pass(10 * S);
    device.station.stop = true;
    device.step();
    assertThat(device.cycle.state()).isEqualTo(InfusionState.IDLE);
    device.pass(20 * MS);
    assertThat(device.syringe.moving()).isFalse();
    device.pass(S);
    long delivered = device.syringe.deliveredNl();
    var snapshot = device.station.snapshot();
    assertThat(delivered).isBetween(snapshot.atLeastNl, snapshot.atMostNl);
    device.pass(60 * S);
    assertThat(device.syringe.deliveredNl()).isEqualTo(delivered);
  }

  @Test
  void pausesForgetNoVolumeAndAddNone() {
    device.eachStep(
        () -> assertThat(device.syringe.deliveredNl()).isLessThanOrEqualTo(700_000 + 1_000));
    ReadBack readBack = device.run(device.shortOrder());
    for (int i = 0; i < 3; i++) {
      device.pass(8 * S);
      device.station.pause = true;
      device.pass(5 * S);
      assertThat(device.syringe.moving()).isFalse();
      assertThat(device.cycle.state()).isEqualTo(InfusionState.PAUSED);
      var answer = device.ask(h -> new StationCommand.Resume(h, readBack.nonce()));
      assertThat(answer.answer()).as(answer.text()).isEqualTo(Answer.ACCEPTED);
    }
    device.await(InfusionState.COMPLETE, 60 * S);
    assertThat(device.syringe.deliveredNl()).isGreaterThan(700_000 - 3 * 2_000 - 700);
  }

  @Test
  void aSilentStationPausesTheDeliveryAndNothingResumesByItself() {
    device.run(device.usualOrder());
    device.pass(2 * S);
    device.station.alive = false;
    device.pass(4 * S + 200 * MS);
    assertThat(device.syringe.moving()).isFalse();
    assertThat(device.cycle.state()).isEqualTo(InfusionState.PAUSED);
    assertThat(device.station.snapshot().reason).isEqualTo(NotDeliveringReason.STATION_SILENT);
    assertThat(alarmed(AlarmCondition.STATION_SILENT)).isTrue();
    device.station.alive = true;
    long delivered = device.syringe.deliveredNl();
    device.pass(60 * S);
    assertThat(device.syringe.deliveredNl()).isEqualTo(delivered);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.PAUSED);
  }

  @Test
  void aCutLineFaultsAndThePumpsOwnWatchdogStopsThePlunger() {
    device.run(device.usualOrder());
    device.pass(2 * S);
    device.line.cut = true;
    device.step();
    assertThat(device.cycle.state()).isEqualTo(InfusionState.FAULT);
    assertThat(alarmed(AlarmCondition.PUMP_LINE_LOST)).isTrue();
    device.pass(1_100 * MS);
    assertThat(device.syringe.moving()).isFalse();
  }

  @Test
  void aMutePumpIsStoppedByItsWatchdogAndRaisesAnAlarm() {
    device.run(device.usualOrder());
    device.pass(2 * S);
    device.line.mute = true;
    device.pass(2 * S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.FAULT);
    device.pass(1 * S);
    assertThat(device.syringe.moving()).isFalse();
  }

  @Test
  void aFaultIsLeftOnlyByAResetWithTheCauseGoneAndTheOrderOver() {
    ReadBack readBack = device.run(device.usualOrder());
    device.syringe.block();
    device.await(InfusionState.FAULT, 2 * S);
    assertThat(alarmed(AlarmCondition.PUMP_STALLED)).isTrue();
    assertThat(device.start(readBack).code()).isEqualTo("NOTHING_READ_BACK");
    device.pass(5 * S);
    assertThat(device.ask(StationCommand.ResetFault::new).answer()).isEqualTo(Answer.ACCEPTED);
    device.await(InfusionState.IDLE, 5 * S);
    assertThat(device.start(readBack).code()).isEqualTo("NOTHING_READ_BACK");
  }

  @Test
  void aStallOfTheLoopIsNeverMadeUpFor() {
    device.eachStep(
        () ->
            assertThat(device.syringe.deliveredNl())
                .isLessThanOrEqualTo(35_000_000 + INCREMENT_NL));
    device.run(device.usualOrder());
    device.pass(5 * S);
    device.stall(5 * S);
    device.pass(5 * S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.FAULT);
    assertThat(device.syringe.moving()).isFalse();
    assertThat(alarmed(AlarmCondition.CYCLE_OVERRUN)).isTrue();
    var snapshot = device.station.snapshot();
    assertThat(device.syringe.deliveredNl()).isBetween(snapshot.atLeastNl, snapshot.atMostNl);
  }

  @Test
  void aLostRecordStopsTheDelivery() {
    device.run(device.usualOrder());
    device.pass(2 * S);
    device.station.full = true;
    device.station.pause = true;
    device.pass(100 * MS);
    device.station.full = false;
    device.pass(1 * S);
    assertThat(device.syringe.moving()).isFalse();
  }

  @Test
  void commandsThatAreLateForeignReplayedOrWrongAreRefusedAndChangeNothing() {
    device.await(InfusionState.IDLE, 5 * S);
    ReadBack readBack = device.propose(device.shortOrder());

    assertThat(
            device.ask(h -> new StationCommand.Start(h, readBack.nonce(), "0".repeat(64))).code())
        .isEqualTo("HASH_MISMATCH");
    assertThat(device.ask(h -> new StationCommand.Start(h, 99, readBack.hash())).code())
        .isEqualTo("READ_BACK_EXPIRED");
    assertThat(start(readBack, BOOT, InMemoryStation.BOOT, ++device.station.seq, 1, -1).answer())
        .isEqualTo(Answer.EXPIRED);
    assertThat(start(readBack, BOOT + 1, InMemoryStation.BOOT, ++device.station.seq, 1, S).answer())
        .isEqualTo(Answer.EXPIRED);
    assertThat(start(readBack, BOOT, 1, ++device.station.seq, 1, S).answer())
        .isEqualTo(Answer.EXPIRED);
    assertThat(start(readBack, BOOT, InMemoryStation.BOOT, 1, 1, S).code()).isEqualTo("REPLAYED");
    assertThat(start(readBack, BOOT, InMemoryStation.BOOT, ++device.station.seq, 0, S).code())
        .isEqualTo("NO_RECORD");
    assertThat(device.cycle.state()).isEqualTo(InfusionState.READY);

    device.pass(61 * S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.IDLE);
    assertThat(device.start(readBack).answer()).isEqualTo(Answer.REFUSED);
    assertThat(device.syringe.everMoved()).isFalse();
  }

  private ExecutorEvent.Answered start(
      ReadBack readBack, long boot, long stationBoot, long seq, long journalSeq, long expiresInNs) {
    var header =
        new StationCommand.Header(boot, stationBoot, seq, journalSeq, device.nowNs + expiresInNs);
    device.station.sendAs(
        header, h -> new StationCommand.Start(h, readBack.nonce(), readBack.hash()));
    device.step();
    return device.station.last(ExecutorEvent.Answered.class);
  }

  @Test
  void aPausePressedAfterACommandWasDecidedVoidsIt() {
    ReadBack readBack = device.run(device.usualOrder());
    device.pass(2 * S);
    device.station.pause = true;
    device.pass(2 * S);
    long decidedNs = device.nowNs;
    device.station.pause = true;
    device.step();
    device.station.send(BOOT, decidedNs, h -> new StationCommand.Resume(h, readBack.nonce()));
    device.step();
    assertThat(device.station.last(ExecutorEvent.Answered.class).code()).isEqualTo("HALTED_SINCE");
    assertThat(device.cycle.state()).isEqualTo(InfusionState.PAUSED);
  }

  @Test
  void aPauseWhileThePumpIsBeingSetForgetsNothingOfTheOrder() {
    for (long delayMs = 0; delayMs < 60; delayMs += 3) {
      var fresh = new VirtualDevice();
      fresh.await(InfusionState.IDLE, 5 * S);
      ReadBack readBack = fresh.propose(fresh.shortOrder());
      fresh.start(readBack);
      fresh.pass(delayMs * MS);
      fresh.station.pause = true;
      fresh.pass(2 * S);
      var answer = fresh.ask(h -> new StationCommand.Resume(h, readBack.nonce()));
      assertThat(answer.answer()).as("pause after %d ms", delayMs).isEqualTo(Answer.ACCEPTED);
      fresh.await(InfusionState.COMPLETE, 70 * S);
      assertThat(fresh.syringe.deliveredNl()).isBetween(700_000L - 3_000, 700_000L);
    }
  }

  @Test
  void aPauseThatMeetsThePumpAtItsTargetEndsInComplete() {
    for (long delayMs = 0; delayMs < 400; delayMs += 7) {
      var fresh = new VirtualDevice();
      ReadBack readBack = fresh.run(fresh.shortOrder());
      fresh.pass(59_700 * MS + delayMs * MS);
      fresh.station.pause = true;
      fresh.pass(S);
      if (fresh.cycle.state() == InfusionState.PAUSED) {
        fresh.ask(h -> new StationCommand.Resume(h, readBack.nonce()));
      }
      fresh.await(InfusionState.COMPLETE, 5 * S);
      assertThat(fresh.syringe.deliveredNl()).isBetween(700_000L - 3_000, 700_000L);
    }
  }

  @Test
  void aSecondOrderOrStartWhileOneRunsIsRefused() {
    ReadBack readBack = device.run(device.usualOrder());
    device.station.send(
        BOOT, device.nowNs, h -> new StationCommand.Propose(h, device.shortOrder()));
    device.step();
    assertThat(device.station.last(ExecutorEvent.Answered.class).code()).isEqualTo("ORDER_RUNNING");
    assertThat(device.start(readBack).code()).isEqualTo("ORDER_RUNNING");
    assertThat(device.cycle.state()).isEqualTo(InfusionState.INFUSING);
  }

  @Test
  void anOrderBeyondAHardLimitIsReadBackRefusedAndCantBeStarted() {
    device.await(InfusionState.IDLE, 5 * S);
    ReadBack readBack =
        device.propose(device.order("DEP-RACEMIC-40", 1_500_000, 2_400, 50_000_000));
    assertThat(readBack.refused()).isTrue();
    assertThat(device.start(readBack).answer()).isEqualTo(Answer.REFUSED);
    assertThat(device.syringe.everMoved()).isFalse();
  }

  private boolean alarmed(AlarmCondition condition) {
    return device.station.all(ExecutorEvent.AlarmRaised.class).stream()
        .anyMatch(e -> e.condition() == condition);
  }
}
