package org.tenuto.control;

import java.util.function.LongSupplier;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.alarm.AlarmPanel;
import org.tenuto.dose.OrderReview;
import org.tenuto.infusion.Infusion;
import org.tenuto.infusion.InfusionEvent;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pump.DeliveryLedger;
import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/**
 * The whole executor as one step: called each millisecond by the loop thread, by the simulator in
 * virtual time and by the benchmarks.
 *
 * <p>Order within a step: stops first, then at most one command, then the pump's line, then what it
 * reported, then the independent checks, then the snapshot. Nothing blocks; a step without a change
 * allocates nothing.
 */
public final class ControlCycle {

  /** Skipped deadlines that are an alarm: 100 ms. */
  private static final long OVERRUN_CYCLES = 100;

  private final BootRecord boot;
  private final Pump pump;
  private final StationPort station;
  private final Infusion infusion = new Infusion();
  private final AlarmPanel alarms = new AlarmPanel();
  private final DeliveryLease lease = new DeliveryLease();
  private final DeliveryWatch watch = new DeliveryWatch();
  private final ConcentrationWatch concentrations = new ConcentrationWatch();
  private final EventLog events;
  private final Delivery delivery;
  private final AlarmDesk alarmDesk;
  private final PrimingDesk priming;
  private final CommandDesk commands;
  private final PumpWatch pumpWatch;
  private final SnapshotWriter snapshot;
  private final SkippedCycles skipped;
  private long cycle;
  private long droppedSeen;
  private boolean overrun;
  private boolean announced;

  /**
   * The executor of one boot.
   *
   * @param boot what is said of this boot, in its first event and every snapshot
   * @param review the drug library's calculator and guardrail
   * @param nonces unpredictable numbers, never 0
   */
  public ControlCycle(
      BootRecord boot,
      Pump pump,
      StationPort station,
      OrderReview review,
      LongSupplier nonces,
      CycleStatistics statistics) {
    this.boot = boot;
    this.pump = pump;
    this.station = station;
    events = new EventLog(station, infusion);
    delivery = new Delivery(pump, infusion, review, events);
    alarmDesk = new AlarmDesk(alarms, delivery, events);
    pumpWatch = new PumpWatch(pump, infusion, delivery, alarmDesk, events);
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
            priming,
            review,
            nonces,
            concentrations,
            events);
    snapshot =
        new SnapshotWriter(
            boot, infusion, delivery, alarms, pump, concentrations, statistics, events);
    skipped = new SkippedCycles(events);
    pump.stop();
  }

  /**
   * One step.
   *
   * @param nowNs the cycle's own deadline on the grid, monotonic ns, never going back
   */
  public void run(long nowNs) {
    cycle++;
    events.at(cycle, nowNs);
    if (!announced) {
      announce();
    }
    takeHalts(nowNs);
    lease.look(station.heartbeat(), nowNs);
    StationCommand command = station.poll();
    if (command != null) {
      commands.take(command, nowNs, lease.isHeld(nowNs));
    }
    commands.advanceDraft(nowNs);
    pump.cycle(nowNs);
    pumpWatch.look(nowNs);
    priming.look(nowNs);
    check(nowNs);
    progress(nowNs);
    skipped.report(nowNs);
    station.publish(snapshot.write(cycle, nowNs));
  }

  /**
   * Deadlines went by without a cycle; called by the loop before the next {@link #run}.
   *
   * @param cycles how many, above 0
   * @param latenessNs how late the loop woke
   */
  public void skipped(long cycles, long latenessNs) {
    cycle += cycles;
    skipped.add(cycles, latenessNs);
    overrun |= cycles >= OVERRUN_CYCLES && infusion.state() != InfusionState.SELF_TEST;
  }

  /** A condition that is an instant, not a state: it latches, its cause is not present after. */
  private void pulse(AlarmCondition condition, boolean happened) {
    if (happened) {
      alarmDesk.set(condition, true);
      alarmDesk.set(condition, false);
    }
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
            boot.libraryHash()));
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
    boolean open =
        infusion.state() == InfusionState.INFUSING || infusion.state() == InfusionState.PAUSED;
    // A priming that a silent station ended is over, but the condition is there until it is back.
    boolean ended =
        alarms.isActive(AlarmCondition.STATION_SILENT)
            && infusion.reason() == NotDeliveringReason.STATION_SILENT;
    boolean needed = open || ended || infusion.state() == InfusionState.PRIMING;
    alarmDesk.set(AlarmCondition.STATION_SILENT, needed && !lease.isHeld(nowNs));
    checkDelivery(nowNs);
    boolean high =
        concentrations.reachesCeiling(
            infusion.ledger().atMostNl(), delivery.mayFlowNlPerH(), delivery.isBolus(), nowNs);
    pulse(AlarmCondition.CONCENTRATION_CEILING, high && open);
    if (events.dropped() != droppedSeen) {
      droppedSeen = events.dropped();
      pulse(AlarmCondition.EVENTS_LOST, infusion.openLedger() != null);
    }
    pulse(AlarmCondition.CYCLE_OVERRUN, overrun);
    overrun = false;
    alarmDesk.set(AlarmCondition.NEAR_COMPLETION, delivery.isNearCompletion());
  }

  /** Holds what moves, an order's or a priming's, against its own ledger. */
  private void checkDelivery(long nowNs) {
    InfusionState state = infusion.state();
    DeliveryLedger ledger = infusion.openLedger();
    boolean moves = state == InfusionState.INFUSING || state == InfusionState.PRIMING;
    if (moves && ledger != null) {
      AlarmCondition found =
          watch.check(pump.reading(), ledger, delivery.rateNlPerH(), nowNs);
      if (found != null) {
        pulse(found, true);
      }
    }
  }

  private void progress(long nowNs) {
    PumpReading reading = pump.reading();
    switch (infusion.state()) {
      case SELF_TEST -> {
        if (reading.state == PumpState.STOPPED && !alarms.forbidsDelivery()) {
          delivery.move(InfusionEvent.SELF_TEST_PASSED, NotDeliveringReason.NO_ORDER);
        }
      }
      case PRIMING -> {
        if (delivery.isFinished()) {
          complete(infusion.priming().ledger(), NotDeliveringReason.NO_ORDER);
        }
      }
      case READY -> {
        if (commands.readBackExpired(nowNs)) {
          delivery.move(InfusionEvent.READ_BACK_EXPIRED, NotDeliveringReason.NO_ORDER);
        }
      }
      case INFUSING -> {
        if (delivery.isFinished()) {
          phaseFinished(nowNs);
        }
      }
      case PAUSED -> {
        boolean over = delivery.nothingLeft() && !watch.fallsShort(infusion.ledger());
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
    if (!infusion.hasNextPhase() || watch.fallsShort(infusion.ledger())) {
      complete();
    } else if (!delivery.nextPhase(nowNs)) {
      // What was ordered can't be delivered any more: no stop without an alarm that says so.
      pulse(AlarmCondition.UNDER_DELIVERY, true);
    }
  }

  private void complete() {
    complete(infusion.ledger(), NotDeliveringReason.COMPLETE);
  }

  /** Volume decides completion, not the pump's word. */
  private void complete(DeliveryLedger ledger, NotDeliveringReason reason) {
    if (watch.fallsShort(ledger)) {
      pulse(AlarmCondition.UNDER_DELIVERY, true);
    } else {
      delivery.move(InfusionEvent.COMPLETED, reason);
    }
  }

  /** The executor is about to end: the pump is stopped and the order is over. */
  void endOrder() {
    delivery.halt(InfusionEvent.STAFF_STOP, NotDeliveringReason.SHUT_DOWN);
  }

  /** Whether the pump is confirmed stopped. */
  boolean isAtRest() {
    return pump.reading().state == PumpState.STOPPED;
  }

  /** What the device is doing: for tests, the simulator and the benchmarks. */
  public InfusionState state() {
    return infusion.state();
  }
}
