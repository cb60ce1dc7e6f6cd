package org.tenuto.control;

import java.util.function.LongSupplier;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.alarm.AlarmPanel;
import org.tenuto.alarm.Annunciator;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.control.check.Moment;
import org.tenuto.control.check.RollingDose;
import org.tenuto.control.check.SelfTest;
import org.tenuto.control.check.Threshold;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.PermittedOrder;
import org.tenuto.infusion.Infusion;
import org.tenuto.infusion.InfusionEvent;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pump.DeliveryLedger;
import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpState;

/**
 * The whole executor as one step: called each millisecond by the loop thread, by the simulator in
 * virtual time and by the benchmarks.
 *
 * <p>Order within a step: e-stop and buttons first, then the page's stops, then at most one command,
 * then the pump's line, then what it reported, then the independent checks, then lamp and buzzer,
 * then the snapshot. Nothing blocks; a step without a change allocates nothing.
 */
public final class ControlCycle implements Cycle {

  private final BootRecord boot;
  private final Pump pump;
  private final StationPort station;
  private final Infusion infusion = new Infusion();
  private final AlarmPanel alarms = new AlarmPanel();
  private final Annunciator annunciator = new Annunciator();
  private final Panel panel;
  private final Moment moment = new Moment();
  private final DeliveryLease lease;
  private final PageWatch page = new PageWatch();
  private final Checks checks;
  private final ConcentrationWatch concentrations = new ConcentrationWatch();
  private final EventLog events;
  private final Delivery delivery;
  private final AlarmDesk alarmDesk;
  private final ReadBackDesk readBacks;
  private final PrimingDesk priming;
  private final CommandDesk commands;
  private final PanelDesk panelDesk;
  private final PumpWatch pumpWatch;
  private final SnapshotWriter snapshot;
  private final SkippedCycles skipped;
  private long cycle;
  private boolean announced;

  /** The executor of one boot, with the usual thresholds and no e-stop or buttons. */
  public ControlCycle(
      BootRecord boot,
      Pump pump,
      StationPort station,
      Panel panel,
      OrderReview review,
      LongSupplier nonces,
      CycleStatistics statistics) {
    this(
        boot,
        CheckThresholds.USUAL,
        pump,
        station,
        panel,
        new NoPanel(),
        review,
        nonces,
        statistics);
  }

  /**
   * The executor of one boot.
   *
   * @param boot what is said of this boot, in its first event and every snapshot
   * @param thresholds what the independent checks go by
   * @param review the drug library's calculator and guardrail
   * @param panel lamp and buzzer; {@link NoPanel} on a board without
   * @param inputs e-stop and buttons; {@link NoPanel} on a board without
   * @param nonces unpredictable numbers, never 0
   */
  public ControlCycle(
      BootRecord boot,
      CheckThresholds thresholds,
      Pump pump,
      StationPort station,
      Panel panel,
      PanelInputs inputs,
      OrderReview review,
      LongSupplier nonces,
      CycleStatistics statistics) {
    this.boot = boot;
    this.pump = pump;
    this.station = station;
    this.panel = panel;
    lease = new DeliveryLease(thresholds.ns(Threshold.STATION_SILENT_MS));
    events = new EventLog(station, infusion);
    delivery = new Delivery(pump, infusion, events);
    alarmDesk = new AlarmDesk(alarms, annunciator, delivery, events);
    pumpWatch = new PumpWatch(pump, infusion, delivery, alarmDesk, events);
    readBacks =
        new ReadBackDesk(pump, infusion, delivery, review, nonces, concentrations, events);
    priming = new PrimingDesk(pump, infusion, delivery, review.priming(), nonces, events);
    commands =
        new CommandDesk(
            boot.bootId(),
            station,
            pump,
            pumpWatch,
            infusion,
            delivery,
            alarmDesk,
            readBacks,
            priming,
            events);
    panelDesk = new PanelDesk(inputs, commands, delivery, alarmDesk, events);
    checks =
        new Checks(
            thresholds,
            pump.capability(),
            new SelfTest(boot.libraryHash(), thresholds),
            new RollingDose(thresholds),
            new CeilingWatch(concentrations, delivery));
    snapshot =
        new SnapshotWriter(
            boot,
            infusion,
            delivery,
            alarms,
            annunciator,
            pump,
            panel.isPresent(),
            concentrations,
            checks,
            statistics,
            events);
    skipped = new SkippedCycles(events);
    pump.stop();
  }

  @Override
  public void run(long nowNs) {
    cycle++;
    events.at(cycle, nowNs);
    if (!announced) {
      announce();
    }
    panelDesk.look(nowNs);
    takeHalts(nowNs);
    lease.look(station.heartbeat(), nowNs);
    StationCommand command = station.poll();
    if (command != null) {
      commands.take(command, nowNs, lease.isHeld(nowNs));
    }
    readBacks.advance(nowNs);
    pump.cycle(nowNs);
    pumpWatch.look(nowNs);
    priming.look(nowNs);
    check(nowNs);
    progress(nowNs);
    skipped.report(nowNs);
    signal(nowNs);
    station.publish(snapshot.write(cycle, nowNs));
  }

  @Override
  public void skipped(long cycles, long latenessNs) {
    cycle += cycles;
    skipped.add(cycles, latenessNs);
    moment.skippedNs += cycles * ControlLoop.PERIOD_NS;
  }

  /** Lamp, buzzer and sign of life: last, so that only a completed cycle gives them. */
  private void signal(long nowNs) {
    annunciator.look(alarms.activeBits(), nowNs);
    panel.show(
        annunciator.lamp(nowNs),
        annunciator.note(nowNs),
        annunciator.loudness(nowNs),
        (nowNs / Panel.BEAT_NS & 1) == 0);
  }

  @Override
  public void wallClock(long wallMs) {
    moment.wallKnown = true;
    moment.wallMs = wallMs;
  }

  private void announce() {
    announced = true;
    events.send(
        new ExecutorEvent.Booted(
            events.stamp(),
            boot.bootId(),
            boot.build(),
            boot.timing(),
            pump.capability().model(),
            boot.libraryHash(),
            panel.isPresent()));
  }

  private void takeHalts(long nowNs) {
    if (station.takeStop()) {
      commands.halted(nowNs);
      delivery.halt(InfusionEvent.STAFF_STOP, NotDeliveringReason.STOPPED_BY_STAFF);
      events.send(new ExecutorEvent.HaltTaken(events.stamp(), true));
    }
    if (station.takePause()) {
      commands.halted(nowNs);
      boolean ends = infusion.state() == InfusionState.PRIMING;
      delivery.halt(
          InfusionEvent.STAFF_PAUSE,
          ends ? NotDeliveringReason.STOPPED_BY_STAFF : NotDeliveringReason.PAUSED_BY_STAFF);
      events.send(new ExecutorEvent.HaltTaken(events.stamp(), false));
    }
  }

  private void check(long nowNs) {
    moment.nowNs = nowNs;
    moment.state = infusion.state();
    moment.reading = pump.reading();
    moment.ledger = infusion.ledger();
    moment.openLedger = infusion.openLedger();
    PermittedOrder order = infusion.order();
    moment.order = order == null ? null : order.readBack();
    moment.dayLimitNg = order == null ? 0 : order.dayLimitNg();
    moment.changing = delivery.isChanging();
    moment.rateNlPerH = delivery.rateNlPerH();
    moment.recordKept = lease.isHeld(nowNs);
    moment.droppedEvents = events.dropped();
    checks.look(moment, alarmDesk);
    moment.skippedNs = 0;
    page.look(station.pageShows(), cycle, moment.isOpen(), nowNs);
    alarmDesk.set(AlarmCondition.PAGE_UNSEEN, page.isUnseen(nowNs));
    alarmDesk.set(AlarmCondition.PAGE_GONE, page.isGone(nowNs));
    alarmDesk.set(AlarmCondition.NEAR_COMPLETION, delivery.isNearCompletion());
  }

  private void progress(long nowNs) {
    if (!delivery.advanceChange(nowNs)) {
      phaseFinished(nowNs);
    } else if (!delivery.isChanging()) {
      follow(nowNs);
    }
  }

  private void follow(long nowNs) {
    switch (infusion.state()) {
      case SELF_TEST -> {
        if (checks.selfTestPassed() && !alarms.forbidsDelivery()) {
          delivery.move(InfusionEvent.SELF_TEST_PASSED, NotDeliveringReason.NO_ORDER);
        }
      }
      case PRIMING -> {
        if (delivery.isFinished()) {
          complete(infusion.priming().ledger(), NotDeliveringReason.NO_ORDER);
        }
      }
      case READY -> {
        if (readBacks.isExpired(nowNs)) {
          delivery.move(InfusionEvent.READ_BACK_EXPIRED, NotDeliveringReason.NO_ORDER);
        }
      }
      case INFUSING -> {
        if (delivery.isFinished()) {
          phaseFinished(nowNs);
        }
      }
      case PAUSED -> {
        boolean over = delivery.nothingLeft() && !checks.fallsShort(infusion.ledger());
        if (over || (delivery.isFinished() && !infusion.hasNextPhase())) {
          complete();
        }
      }
      default -> {
        // IDLE, COMPLETE and FAULT wait for staff.
      }
    }
  }

  /** A phase ended by itself: its volume decides whether the next may begin. */
  private void phaseFinished(long nowNs) {
    if (!infusion.hasNextPhase() || checks.fallsShort(infusion.ledger())) {
      complete();
    } else if (!delivery.nextPhase(nowNs)) {
      // What was ordered can't be delivered any more: no stop without an alarm that says so.
      alarmDesk.set(AlarmCondition.UNDER_DELIVERY, true);
    }
  }

  private void complete() {
    complete(infusion.ledger(), NotDeliveringReason.COMPLETE);
  }

  /** Volume decides completion, not the pump's word. */
  private void complete(DeliveryLedger ledger, NotDeliveringReason reason) {
    if (checks.fallsShort(ledger)) {
      alarmDesk.set(AlarmCondition.UNDER_DELIVERY, true);
    } else {
      delivery.move(InfusionEvent.COMPLETED, reason);
    }
  }

  @Override
  public void endOrder() {
    delivery.halt(InfusionEvent.STAFF_STOP, NotDeliveringReason.SHUT_DOWN);
  }

  @Override
  public boolean isAtRest() {
    return pump.reading().state == PumpState.STOPPED;
  }

  @Override
  public InfusionState state() {
    return infusion.state();
  }
}
