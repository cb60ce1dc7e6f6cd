package org.tenuto.executor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.StationCommand;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderChange;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.dose.PrimingRequest;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pump.PumpState;
import org.tenuto.pump.RehearsedPump.Mishap;

/**
 * Plays every state, and every alarm that a scripted pump and station can cause, on the loop's
 * thread before the loop begins: the first alarm of a JVM that has never seen one is interpreted,
 * loads classes and costs milliseconds, and it must not when it matters.
 */
public final class Rehearsal {

  private static final List<Mishap> AT_REST = List.of(Mishap.MOVES, Mishap.MUTE, Mishap.CUT);

  private static final int ALARM_WITHIN_MS = 6_000;
  private static final int READY_WITHIN_MS = 8_000;

  /** Twice what the first compiler waits for. */
  private static final int E_STOPS = 400;

  private static final int PAGE_GONE_MS = 31_000;
  private static final long CLOCK_STEP_MS = 10_000;
  private static final long PRIMING_NL = 1_000_000;

  /** One millilitre: beyond every tolerance of a counter. */
  private static final long TOO_MUCH_NL = 1_000_000;

  private final RehearsalStage stage;
  private final Order order;

  private Rehearsal(RehearsalStage stage, Order order) {
    this.stage = stage;
    this.order = order;
  }

  /**
   * What a rehearsal went through.
   *
   * @param cycles how many control cycles it took
   */
  public record Played(Set<InfusionState> states, Set<AlarmCondition> alarms, long cycles) {}

  /**
   * Plays it all.
   *
   * @param folder a folder that is not there yet, in memory; taken away at the end
   * @param driven the board's driver, on a scripted pump
   * @param order one that the library permits; else what needs a running pump is left out
   */
  public static Played play(Path folder, RehearsedDriver driven, OrderReview review, Order order)
      throws IOException {
    try (var stage = new RehearsalStage(folder, driven, review, order.libraryHash())) {
      new Rehearsal(stage, order).playAll();
      return stage.played();
    }
  }

  private void playAll() {
    AT_REST.stream().filter(stage.pump().mishaps()::contains).forEach(this::idle);
    eStopsAtRest();
    if (!runs()) {
      return;
    }
    complete();
    settle();
    stage.pump().mishaps().forEach(this::duringDelivery);
    counterWrong(TOO_MUCH_NL);
    counterWrong(-TOO_MUCH_NL);
    stationSilent();
    lateLoop();
    eStop();
    panelLost();
    panelStop();
    stopUnheard();
    pauseAndResume();
    pageGone();
    clockSet();
    changeOfDose();
    priming();
  }

  /** A mishap while nothing is delivered. */
  private void idle(Mishap mishap) {
    settle();
    stage.pump().mishap(mishap);
    awaitAlarm();
    settle();
  }

  /** A mishap of a pump that is told to run, or runs. */
  private void duringDelivery(Mishap mishap) {
    if (mishap == Mishap.OTHER_SETTING || mishap == Mishap.MUTE_AT_RUN) {
      propose();
      stage.pump().mishap(mishap);
      start();
    } else if (runs()) {
      stage.pump().mishap(mishap);
    }
    awaitAlarm();
    settle();
  }

  /** The pump's counter runs ahead of what was commanded, or stays behind. */
  private void counterWrong(long byNl) {
    if (stage.pump().counts(0) && runs()) {
      stage.await(
          () -> {
            stage.pump().counts(Math.max(0, stage.snapshot().commandedNl + byNl));
            return stage.snapshot().alarmPresentBits != 0 || faulted();
          },
          ALARM_WITHIN_MS);
    }
    settle();
  }

  private void stationSilent() {
    if (runs()) {
      stage.stationAlive(false);
      deliver(ALARM_WITHIN_MS);
      stage.stationAlive(true);
      stage.pass(1_000); // until it has given a sign of life again
    }
    settle();
  }

  private void lateLoop() {
    if (runs()) {
      stage.skip(150);
      stage.pass(1_500);
    }
    settle();
  }

  /** Often enough to be compiled: nothing of a device is meant to be as quick as this. */
  private void eStopsAtRest() {
    settle();
    for (int i = 0; i < E_STOPS; i++) {
      stage.panel().eStop(true);
      stage.step();
      stage.panel().eStop(false);
      stage.step();
      stage.send(StationCommand.ResetFault::new);
      stage.await(() -> stage.state() == InfusionState.IDLE, READY_WITHIN_MS);
    }
  }

  private void eStop() {
    if (runs()) {
      stage.panel().eStop(true);
      stage.pass(100);
      stage.panel().eStop(false);
      stage.step();
    }
    settle();
  }

  private void panelLost() {
    if (runs()) {
      stage.panel().lost(true);
      stage.pass(100);
      stage.panel().lost(false);
      stage.step();
    }
    settle();
  }

  private void panelStop() {
    if (runs()) {
      stage.panel().press();
      stage.pass(100);
    }
    settle();
  }

  private void pageGone() {
    if (runs()) {
      stage.pageSeen(false);
      deliver(PAGE_GONE_MS);
      stage.pageSeen(true);
      stage.pass(100);
    }
    settle();
  }

  private void clockSet() {
    stage.setClock(CLOCK_STEP_MS);
    stage.pass(100);
    settle();
  }

  /** The present phase in nine tenths of its time, or in ten, whichever the limits permit. */
  private void changeOfDose() {
    for (int tenths : new int[] {9, 11}) {
      if (runs()) {
        propose(tenths);
        start();
        deliver(2_000);
      }
      settle();
    }
  }

  private void propose(int tenths) {
    OrderPhase first = order.phases().getFirst();
    List<OrderPhase> phases = new ArrayList<>(order.phases());
    phases.set(
        0,
        new OrderPhase(
            first.kind(), first.unit(), first.amountNg(), first.durationS() * tenths / 10));
    var change = new OrderChange(phases, false, List.of(), order.staffId(), "");
    long nonce = stage.snapshot().orderNonce;
    stage.send(header -> new StationCommand.ProposeChange(header, nonce, 0, change));
    stage.await(() -> isOfChange(stage.readBack()), READY_WITHIN_MS);
  }

  private static boolean isOfChange(@Nullable ReadBack shown) {
    return shown != null && shown.progress().isChange();
  }

  private void priming() {
    var request = new PrimingRequest(order.libraryHash(), order.syringeId(), PRIMING_NL);
    stage.send(header -> new StationCommand.ProposePriming(header, request));
    stage.pass(10);
    PrimingReadBack shown = stage.priming();
    if (shown != null) {
      stage.send(h -> new StationCommand.StartPriming(h, shown.nonce(), shown.hash(), true));
      stage.pass(2_000);
    }
    settle();
  }

  private void stopUnheard() {
    if (stage.pump().mishaps().contains(Mishap.MUTE) && runs()) {
      stage.pump().mishap(Mishap.MUTE);
      stage.pressStop();
      awaitAlarm();
    }
    settle();
  }

  private void pauseAndResume() {
    if (runs()) {
      stage.pressPause();
      stage.pass(1_000);
      ReadBack shown = stage.readBack();
      if (shown != null) {
        stage.send(header -> new StationCommand.Resume(header, shown.nonce()));
        deliver(1_000);
      }
    }
    settle();
  }

  /** The whole order, phase by phase; the pump is quick. */
  private void complete() {
    for (int phase = 0; phase < order.phases().size(); phase++) {
      stage.await(() -> stage.snapshot().pumpState == PumpState.RUNNING, READY_WITHIN_MS);
      if (!stage.pump().reachesTarget(stage.snapshot().orderNl)) {
        return; // hours, step by step
      }
      stage.pass(500);
    }
    stage.await(() -> stage.state() == InfusionState.COMPLETE, READY_WITHIN_MS);
  }

  private void propose() {
    stage.send(header -> new StationCommand.Propose(header, order));
    stage.await(() -> stage.state() == InfusionState.READY, READY_WITHIN_MS);
  }

  private void start() {
    ReadBack shown = stage.readBack();
    if (shown != null) {
      stage.send(header -> new StationCommand.Start(header, shown.nonce(), shown.hash()));
    }
  }

  /** From any rest to a running pump; false if the order is not permitted. */
  private boolean runs() {
    propose();
    start();
    boolean running =
        stage.await(() -> stage.snapshot().pumpState == PumpState.RUNNING, READY_WITHIN_MS);
    deliver(300);
    return running;
  }

  /** Lets an honest pump deliver. */
  private void deliver(int ms) {
    for (int i = 0; i < ms; i++) {
      stage.pump().counts(stage.snapshot().commandedNl);
      stage.step();
    }
  }

  private boolean faulted() {
    return stage.state() == InfusionState.FAULT;
  }

  private void awaitAlarm() {
    stage.await(() -> stage.snapshot().alarmBits != 0, ALARM_WITHIN_MS);
    stage.pass(100);
  }

  /** Back to rest: the cause goes, staff stop, reset and acknowledge. */
  private void settle() {
    stage.pump().mishap(Mishap.NONE);
    stage.pressStop();
    stage.await(() -> stage.snapshot().pumpState == PumpState.STOPPED, READY_WITHIN_MS);
    if (faulted()) {
      stage.send(StationCommand.ResetFault::new);
    }
    stage.send(StationCommand.AcknowledgeAlarms::new);
    stage.await(this::atRest, READY_WITHIN_MS);
  }

  /** Nothing leads from a complete order to idle but the next one. */
  private boolean atRest() {
    return stage.state() == InfusionState.IDLE || stage.state() == InfusionState.COMPLETE;
  }
}
