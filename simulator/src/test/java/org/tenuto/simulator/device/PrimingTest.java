package org.tenuto.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.device.VirtualDevice.BOOT;
import static org.tenuto.simulator.device.VirtualDevice.MS;
import static org.tenuto.simulator.device.VirtualDevice.S;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.Answer;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.dose.PrimingRequest;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;

/** The line is filled, on the whole device: driver, bytes, pump, plunger. */
class PrimingTest {

  private static final long ONE_ML = 1_000_000;
  private static final long INCREMENT_NL = 1_000;

  private final VirtualDevice device = new VirtualDevice();

  @BeforeEach
  void powerUp() {
    device.await(InfusionState.IDLE, 5 * S);
  }

  private PrimingReadBack ask(long volumeNl) {
    var request = new PrimingRequest(device.library.hash(), "BD-PLASTIPAK-50", volumeNl);
    device.station.send(BOOT, device.nowNs, h -> new StationCommand.ProposePriming(h, request));
    device.step();
    return device.station.last(ExecutorEvent.PrimingOffered.class).readBack();
  }

  private ExecutorEvent.Answered start(PrimingReadBack shown) {
    return device.ask(h -> new StationCommand.StartPriming(h, shown.nonce(), shown.hash(), true));
  }

  private void begin() {
    assertThat(start(ask(ONE_ML)).answer()).isEqualTo(Answer.ACCEPTED);
    long endNs = device.nowNs + 5 * S;
    while (!device.syringe.moving()) {
      assertThat(device.nowNs).as("the plunger moves within 5 s").isLessThan(endNs);
      device.step();
    }
  }

  private StatusSnapshot now() {
    return device.station.snapshot();
  }

  @Test
  void fillsTheLineToItsVolumeAndNotBeyond() {
    device.eachStep(
        () ->
            assertThat(device.syringe.deliveredNl()).isLessThanOrEqualTo(ONE_ML + INCREMENT_NL));
    begin();
    assertThat(device.cycle.state()).isEqualTo(InfusionState.PRIMING);
    device.await(InfusionState.IDLE, 40 * S);
    device.pass(10 * S);
    assertThat(device.syringe.deliveredNl()).isBetween(ONE_ML - INCREMENT_NL, ONE_ML);
    var ended = device.station.last(ExecutorEvent.PrimingEnded.class);
    assertThat(device.syringe.deliveredNl()).isBetween(ended.atLeastNl(), ended.atMostNl());
    assertThat(now().atMostNl).as("of no order").isZero();
    assertThat(now().alarmBits).isZero();
  }

  @Test
  void theOrderAfterItStartsFromNothing() {
    begin();
    device.await(InfusionState.IDLE, 40 * S);
    device.pass(S);
    long primedNl = device.syringe.deliveredNl();
    ReadBack readBack = device.propose(device.shortOrder());
    assertThat(device.start(readBack).answer()).isEqualTo(Answer.ACCEPTED);
    device.await(InfusionState.COMPLETE, 90 * S);
    long orderNl = device.syringe.deliveredNl() - primedNl;
    assertThat(orderNl).isBetween(700_000 - INCREMENT_NL, 700_000L);
    assertThat(orderNl).isBetween(now().atLeastNl, now().atMostNl);
  }

  @Test
  void aStopEndsItAndItsVolumeIsBooked() {
    begin();
    device.pass(10 * S);
    device.station.stop = true;
    device.pass(S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.IDLE);
    assertThat(device.syringe.moving()).isFalse();
    long deliveredNl = device.syringe.deliveredNl();
    assertThat(deliveredNl).isBetween(300_000L, 400_000L);
    var ended = device.station.last(ExecutorEvent.PrimingEnded.class);
    assertThat(deliveredNl).isBetween(ended.atLeastNl(), ended.atMostNl());
    device.pass(60 * S);
    assertThat(device.syringe.deliveredNl()).isEqualTo(deliveredNl);
  }

  @Test
  void aSilentStationEndsItAndTheAlarmStaysUntilItIsBack() {
    begin();
    device.station.alive = false;
    device.pass(5 * S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.IDLE);
    assertThat(device.syringe.moving()).isFalse();
    assertThat(now().alarmPresentBits & AlarmCondition.STATION_SILENT.bit()).isNotZero();
    device.station.alive = true;
    device.pass(2 * S);
    assertThat(now().alarmBits & AlarmCondition.STATION_SILENT.bit()).isZero();
  }

  @Test
  void aCutLineIsAFaultAndTheWatchdogStopsThePlunger() {
    begin();
    device.pass(5 * S);
    device.line.cut = true;
    device.pass(3 * S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.FAULT);
    assertThat(device.syringe.moving()).isFalse();
  }

  @Test
  void isStartedOnceInTimeAndOnlyAsItWasShown() {
    PrimingReadBack shown = ask(ONE_ML);
    assertThat(
            device
                .ask(
                    h -> new StationCommand.StartPriming(h, shown.nonce(), shown.hash(), false))
                .code())
        .isEqualTo("LINE_NOT_CONFIRMED");
    assertThat(
            device
                .ask(
                    h ->
                        new StationCommand.StartPriming(
                            h, shown.nonce(), "0".repeat(64), true))
                .code())
        .isEqualTo("HASH_MISMATCH");
    device.pass(61 * S);
    assertThat(start(shown).code()).isEqualTo("NOTHING_READ_BACK");
    assertThat(device.syringe.deliveredNl()).isZero();
    PrimingReadBack again = ask(ONE_ML);
    start(again);
    assertThat(start(again).code()).isEqualTo("PRIMING");
  }

  @Test
  void moreThanTwoMillilitresIsRefused() {
    var request = new PrimingRequest(device.library.hash(), "BD-PLASTIPAK-50", 2 * ONE_ML + 1);
    var answer = device.ask(h -> new StationCommand.ProposePriming(h, request));
    assertThat(answer.answer()).isEqualTo(Answer.REFUSED);
    assertThat(answer.text()).contains("2 mL");
    assertThat(ask(2 * ONE_ML).volumeNl()).isEqualTo(2 * ONE_ML);
  }

  @Test
  void noOrderIsShownWhileItRunsAndItIsNotBegunOverAnOrder() {
    begin();
    device.station.send(
        BOOT, device.nowNs, h -> new StationCommand.Propose(h, device.shortOrder()));
    device.pass(200 * MS);
    assertThat(device.station.last(ExecutorEvent.Answered.class).code()).isEqualTo("PRIMING");
    device.station.stop = true;
    device.pass(2 * S);
    ReadBack readBack = device.propose(device.shortOrder());
    var request = new PrimingRequest(device.library.hash(), "BD-PLASTIPAK-50", ONE_ML);
    assertThat(device.ask(h -> new StationCommand.ProposePriming(h, request)).code())
        .isEqualTo("ORDER_SHOWN");
    device.start(readBack);
    device.pass(S);
    assertThat(device.ask(h -> new StationCommand.ProposePriming(h, request)).code())
        .isEqualTo("ORDER_RUNNING");
  }
}
