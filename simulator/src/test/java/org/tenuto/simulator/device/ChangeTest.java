package org.tenuto.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.device.VirtualDevice.MS;
import static org.tenuto.simulator.device.VirtualDevice.S;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.Answer;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.Finding;
import org.tenuto.dose.OrderChange;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pump.PumpState;

/** A running order is changed in two steps, on the whole device: driver, bytes, pump, plunger. */
class ChangeTest {

  private static final long ORDER_NL = 35_000_000;

  /** The pump counts in 10 µL from 10 mL on, and each program is rounded down to that. */
  private static final long DIGIT_NL = 10_000;

  private final VirtualDevice device = new VirtualDevice();

  /** 0.5 mg/kg over 40 min, of which 10 min are given: 8.75 mL. */
  private void runTenMinutes() {
    device.run(device.usualOrder());
    device.pass(600 * S);
  }

  /** The present phase in another time, and so at another rate. */
  private ReadBack proposeRate(long ngPerKgPerH) {
    OrderPhase usual = device.usualOrder().phases().getFirst();
    return propose(List.of(Objects.requireNonNull(usual.atDoseRate(ngPerKgPerH, 70_000))));
  }

  private ReadBack propose(List<OrderPhase> phases) {
    StatusSnapshot now = device.station.snapshot();
    return device.proposeChange(
        now.orderNonce, (int) now.phase, new OrderChange(phases, false, List.of(), "rn-1", ""));
  }

  private StatusSnapshot now() {
    return device.station.snapshot();
  }

  private void awaitRunning() {
    long endNs = device.nowNs + S;
    while (now().pumpState != PumpState.RUNNING || now().changing != 0) {
      assertThat(device.nowNs).as("running again within 1 s").isLessThan(endNs);
      device.step();
    }
  }

  @Test
  void aHigherRateGoesOnWhereTheLowerOneWas() {
    runTenMinutes();
    ReadBack change = proposeRate(1_000_000);
    assertThat(change.refused()).as("%s", change.findings()).isFalse();
    assertThat(change.phases().getFirst().rateNlPerH()).isEqualTo(70_000_000);
    assertThat(change.volumeNl()).isEqualTo(ORDER_NL);
    // 600 s, and the 26.25 mL that are left at 70 mL/h.
    assertThat(change.durationS()).isBetween(600 + 1_350L, 600 + 1_352L);
    long orderNonce = now().orderNonce;

    long restNs = longestRestFrom(change);
    device.await(InfusionState.COMPLETE, 1_360 * S);

    System.out.printf("the plunger rested %d ms for the change%n", restNs / MS);
    assertThat(restNs).as("the plunger rests for the change alone").isLessThan(600 * MS);
    assertThat(device.syringe.deliveredNl()).isBetween(ORDER_NL - 2 * DIGIT_NL, ORDER_NL);
    assertThat(now().orderNonce).as("the order keeps its nonce").isEqualTo(orderNonce);
    assertThat(now().alarmBits & ~nearCompletion()).as("no alarm").isZero();
  }

  private static long nearCompletion() {
    return AlarmCondition.NEAR_COMPLETION.bit();
  }

  /** Puts a change in force; how long the plunger rested meanwhile, ns. No burst before or after. */
  private long longestRestFrom(ReadBack change) {
    long[] movedNs = {device.nowNs};
    long[] longestNs = {0};
    Deque<Long> last100Ms = new ArrayDeque<>(List.of(device.syringe.deliveredNl()));
    device.eachStep(
        () -> {
          long nl = device.syringe.deliveredNl();
          longestNs[0] = Math.max(longestNs[0], device.nowNs - movedNs[0]);
          movedNs[0] = nl > last100Ms.getLast() ? device.nowNs : movedNs[0];
          last100Ms.addLast(nl);
          if (last100Ms.size() > 100) {
            // 100 ms at 70 mL/h, and one microstep of 118 nL.
            assertThat(nl - last100Ms.removeFirst()).as("no burst").isLessThan(1_944 + 120);
          }
        });
    assertThat(device.start(change).answer()).isEqualTo(Answer.ACCEPTED);
    assertThat(now().changing).isEqualTo(1);
    awaitRunning();
    device.pass(10 * S);
    device.eachStep(() -> {});
    return longestNs[0];
  }

  @Test
  void aLowerRateIsInForceWithinASecondAndForgetsNothing() {
    runTenMinutes();
    device.start(proposeRate(500_000));
    awaitRunning();
    assertThat(now().rateNlPerH).isEqualTo(35_000_000);
    long beforeNl = device.syringe.deliveredNl();
    device.pass(360 * S);
    assertThat(device.syringe.deliveredNl() - beforeNl).isBetween(3_490_000L, 3_510_000L);
    assertThat(device.syringe.deliveredNl()).isBetween(now().atLeastNl, now().atMostNl);
  }

  @Test
  void nothingChangesBeforeItIsConfirmed() {
    runTenMinutes();
    proposeRate(1_000_000);
    device.pass(30 * S);
    assertThat(now().rateNlPerH).isEqualTo(52_500_000);
    assertThat(now().orderNl).isEqualTo(ORDER_NL);
    assertThat(programs()).isEqualTo(1);
  }

  private long programs() {
    return device.station.events.stream()
        .filter(ExecutorEvent.ProgramSent.class::isInstance)
        .count();
  }

  @Test
  void aVolumeThatMayBeDeliveredAlreadyIsRefused() {
    runTenMinutes();
    // 8.75 mL are given: 0.125 mg/kg in 10 min is as much, at the rate that runs.
    ReadBack less = propose(List.of(OrderPhase.dose(125_000, 600)));
    assertThat(less.findings()).extracting(Finding::code).contains("CHANGE_BELOW_DELIVERED");
    assertThat(device.start(less).answer()).isEqualTo(Answer.REFUSED);
    device.pass(S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.INFUSING);
    assertThat(programs()).isEqualTo(1);
  }

  @Test
  void whatWasReachedBeforeItWasConfirmedIsRefusedThen() {
    device.run(device.usualOrder());
    device.pass(1_790 * S);
    // 26.1 mL are given; 26.6 mL is a change, until 34 s later it is not.
    ReadBack less = propose(List.of(OrderPhase.dose(380_000, 1_824)));
    assertThat(less.refused()).as("%s", less.findings()).isFalse();
    device.pass(45 * S);
    assertThat(device.start(less).code()).isEqualTo("ALREADY_DELIVERED");
    device.pass(S);
    assertThat(now().rateNlPerH).isEqualTo(52_500_000);
  }

  @Test
  void aVolumeReachedWhileThePumpComesToRestIsTheEnd() {
    device.run(device.usualOrder());
    device.pass(1_790 * S);
    ReadBack less = propose(List.of(OrderPhase.dose(380_000, 1_824)));
    // Confirmed with a few microlitres to go: the pump passes them while it stops.
    while (now().atMostNl < less.volumeNl() - 11_000) {
      device.step();
    }
    device.start(less);
    device.await(InfusionState.COMPLETE, 5 * S);
    assertThat(device.syringe.deliveredNl()).isLessThan(less.volumeNl() + 20_000);
  }

  @Test
  void aStopWhileItChangesIsAStop() {
    runTenMinutes();
    device.start(proposeRate(1_000_000));
    device.station.stop = true;
    device.pass(5 * S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.IDLE);
    assertThat(device.syringe.moving()).isFalse();
    assertThat(programs()).isEqualTo(1);
    assertThat(now().changing).isZero();
    assertThat(now().orderRateNlPerH).as("the order ended as it was").isEqualTo(52_500_000);
  }

  @Test
  void aPauseWhileItChangesLeavesTheChangeInForceAndThePumpAtRest() {
    runTenMinutes();
    device.start(proposeRate(1_000_000));
    device.station.pause = true;
    device.pass(5 * S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.PAUSED);
    assertThat(now().reason).isEqualTo(NotDeliveringReason.PAUSED_BY_STAFF);
    assertThat(device.syringe.moving()).isFalse();
    assertThat(now().orderRateNlPerH).isEqualTo(70_000_000);
    device.ask(h -> new StationCommand.Resume(h, now().orderNonce));
    awaitRunning();
    assertThat(now().rateNlPerH).isEqualTo(70_000_000);
  }

  @Test
  void aPausedOrderIsChangedAndStaysPaused() {
    runTenMinutes();
    device.station.pause = true;
    device.pass(2 * S);
    assertThat(device.start(proposeRate(600_000)).answer()).isEqualTo(Answer.ACCEPTED);
    device.pass(30 * S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.PAUSED);
    assertThat(device.syringe.moving()).isFalse();
    device.ask(h -> new StationCommand.Resume(h, now().orderNonce));
    device.await(InfusionState.COMPLETE, 2_600 * S);
    assertThat(device.syringe.deliveredNl()).isBetween(ORDER_NL - 2 * DIGIT_NL, ORDER_NL);
  }

  @Test
  void aPauseVoidsAChangeThatWasReadBackBefore() {
    runTenMinutes();
    ReadBack change = proposeRate(1_000_000);
    device.station.pause = true;
    device.pass(2 * S);
    assertThat(device.start(change).answer()).isEqualTo(Answer.REFUSED);
    assertThat(now().orderRateNlPerH).isEqualTo(52_500_000);
  }

  /** What runs from the resume to the confirmation is not in its look-ahead. */
  @Test
  void aResumeVoidsAChangeThatWasReadBackInThePause() {
    runTenMinutes();
    device.station.pause = true;
    device.pass(2 * S);
    ReadBack change = proposeRate(600_000);
    device.ask(h -> new StationCommand.Resume(h, now().orderNonce));
    awaitRunning();
    assertThat(device.start(change).code()).isEqualTo("PHASE_PASSED");
    assertThat(now().orderRateNlPerH).isEqualTo(52_500_000);
  }

  @Test
  void beyondAHardLimitItIsRefused() {
    runTenMinutes();
    ReadBack tooFast = proposeRate(1_600_000);
    assertThat(tooFast.findings())
        .extracting(Finding::code)
        .contains("DOSE_RATE_ABOVE_HARD_LIMIT");
    ReadBack tooMuch = propose(List.of(OrderPhase.dose(1_000_001, 4_000)));
    assertThat(tooMuch.findings()).extracting(Finding::code).contains("DOSE_ABOVE_HARD_LIMIT");
    assertThat(device.start(tooMuch).answer()).isEqualTo(Answer.REFUSED);
  }

  /** The plan as a whole is judged: what was given, and the rest at its own rate. */
  @Test
  void aTimeThatIsTooShortAsAWholeIsRefused() {
    device.run(device.usualOrder());
    device.pass(60 * S);
    // 1 min, and 34.125 mL at 78.75 mL/h in 26 min: 27 min in all, 30 at least.
    ReadBack change = proposeRate(1_125_000);
    assertThat(change.findings()).extracting(Finding::code).contains("DURATION_BELOW_MINIMUM");
  }

  @Test
  void aPhaseThatIsOverIsNotChanged() {
    device.run(device.steppedOrder());
    ReadBack bolus = propose(device.steppedOrder().phases());
    assertThat(bolus.refused()).as("%s", bolus.findings()).isFalse();
    while (now().phase == 0) {
      device.step();
    }
    awaitRunning();
    assertThat(device.start(bolus).code()).isEqualTo("PHASE_PASSED");
    var late =
        device.ask(
            h ->
                new StationCommand.ProposeChange(
                    h,
                    now().orderNonce,
                    0,
                    new OrderChange(
                        device.steppedOrder().phases(), false, List.of(), "rn-1", "")));
    assertThat(late.code()).isEqualTo("PHASE_PASSED");
  }

  @Test
  void thePhasesToComeAreChangedToo() {
    device.run(device.steppedOrder());
    while (now().phase == 0) {
      device.step();
    }
    awaitRunning();
    List<OrderPhase> rest = device.steppedOrder().phases().subList(1, 3);
    // As much maintenance in 31 s, and no taper.
    ReadBack change = propose(List.of(OrderPhase.dose(rest.getFirst().amountNg(), 31)));
    assertThat(change.refused()).as("%s", change.findings()).isFalse();
    device.start(change);
    device.await(InfusionState.COMPLETE, 60 * S);
    assertThat(device.syringe.deliveredNl()).isBetween(630_000 - 4_000L, 631_000L);
    assertThat(now().phases).isEqualTo(2);
  }

  @Test
  void anotherOrdersNonceAndAnEmptyChangeAreRefused() {
    runTenMinutes();
    var empty = new OrderChange(List.of(), false, List.of(), "rn-1", "");
    assertThat(
            device
                .ask(h -> new StationCommand.ProposeChange(h, now().orderNonce, 0, empty))
                .code())
        .isEqualTo("PHASE_PASSED");
    assertThat(
            device
                .ask(h -> new StationCommand.ProposeChange(h, now().orderNonce + 1, 0, empty))
                .code())
        .isEqualTo("NO_SUCH_ORDER");
  }

  /** What flows while the pump comes to rest adds up over many changes, and is no alarm. */
  @Test
  void twentyChangesRaiseNoAlarm() {
    runTenMinutes();
    for (int i = 0; i < 20; i++) {
      device.start(proposeRate(i % 2 == 0 ? 1_000_000 : 750_000));
      awaitRunning();
      device.pass(20 * S);
    }
    assertThat(device.cycle.state()).isEqualTo(InfusionState.INFUSING);
    assertThat(now().alarmBits).isZero();
    assertThat(device.syringe.deliveredNl()).isBetween(now().atLeastNl, now().atMostNl);
  }
}
