package org.tenuto.control;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.PermittedOrder;
import org.tenuto.dose.PermittedRate;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.dose.Progress;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.Infusion;
import org.tenuto.infusion.InfusionEvent;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpCommand;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;
import org.tenuto.quantity.Volume;

/**
 * Starts, halts and completes the delivery of one order, and primes: the only place that tells the
 * pump to run.
 * Loop thread only.
 */
final class Delivery {

  /** Near completion: staff are told 3 minutes ahead. */
  private static final long NEAR_COMPLETION_S = 180;

  private static final long S_PER_H = 3_600;
  private static final long NS_PER_S = 1_000_000_000;

  private final Pump pump;
  private final Infusion infusion;
  private final EventLog events;
  private @Nullable PermittedRate permitted;
  private @Nullable PermittedOrder change;
  private long commandedToNs;

  /** What {@link #timeLeftS} was last worked out from: it changes with the counter, at 10 Hz. */
  private long judgedLeftNl = -1;

  private int judgedPhase;
  private long judgedNonce;
  private long judgedLeftS;

  Delivery(Pump pump, Infusion infusion, EventLog events) {
    this.pump = pump;
    this.infusion = infusion;
    this.events = events;
  }

  /** Starts the order that was read back: its first program. */
  void start(PermittedRate rate, long nowNs) {
    move(InfusionEvent.STARTED, NotDeliveringReason.NONE);
    program(rate, true, nowNs);
  }

  /** Goes on with the remainder; with the whole order if the pump was never told to run. */
  void resume(PermittedRate remainder, long nowNs) {
    boolean first = !infusion.ran();
    if (first) {
      infusion.begin();
    }
    move(InfusionEvent.RESUMED, NotDeliveringReason.NONE);
    program(remainder, first, nowNs);
  }

  /**
   * The remainder of the present phase that may still be delivered; where a stop met the pump at
   * the end of a phase, the next one. Null if nothing the pump can be told is left.
   */
  @Nullable PermittedRate remainder() {
    if (!infusion.ran()) {
      return rest(0);
    }
    if (infusion.hasNextPhase() && phaseIsOver()) {
      infusion.beginNextPhase();
    }
    return rest(infusion.phaseAtMostNl());
  }

  /** What the pump may be told of the present phase; null if nothing it can be told is left. */
  private @Nullable PermittedRate rest(long deliveredAtMostNl) {
    PermittedOrder order = Objects.requireNonNull(infusion.order());
    return order.rest(infusion.phase(), new Volume(deliveredAtMostNl));
  }

  /**
   * The pump ended a phase by itself: goes on with the next.
   *
   * @return whether the pump can be told it
   */
  boolean nextPhase(long nowNs) {
    infusion.beginNextPhase();
    PermittedRate next = rest(infusion.phaseAtMostNl());
    if (next == null) {
      return false;
    }
    program(next, false, nowNs);
    return true;
  }

  /**
   * Staff confirmed a change of the order. A running pump is stopped first: the change is in force
   * once it is confirmed at rest, see {@link #advanceChange}. Nothing is told to a paused one.
   */
  void change(PermittedOrder changed) {
    change = changed;
    if (infusion.state() == InfusionState.INFUSING) {
      pump.stop();
    }
  }

  /** Whether a confirmed change waits for the pump to rest. */
  boolean isChanging() {
    return change != null;
  }

  /**
   * Puts a confirmed change in force once the pump rests, and goes on with the rest of the present
   * phase if the order is running. An order that ended meanwhile is not changed any more.
   *
   * @return false if that phase has nothing left the pump could be told
   */
  boolean advanceChange(long nowNs) {
    PermittedOrder changed = change;
    boolean running = infusion.state() == InfusionState.INFUSING;
    if (changed != null && !running && infusion.state() != InfusionState.PAUSED) {
      change = null;
    } else if (changed != null && pump.reading().state == PumpState.STOPPED) {
      change = null;
      infusion.change(changed);
      events.send(new ExecutorEvent.OrderChanged(events.stamp(), changed.readBack()));
      return !running || goOn(nowNs);
    }
    return true;
  }

  private boolean goOn(long nowNs) {
    PermittedRate rest = rest(infusion.phaseAtMostNl());
    if (rest != null) {
      program(rest, false, nowNs);
    }
    return rest != null;
  }

  /** How far the running or paused order has come. */
  Progress progress() {
    return new Progress(
        infusion.orderNonce(),
        infusion.phase(),
        infusion.phaseAtMostNl(),
        Math.ceilDiv(infusion.infusedNs(), NS_PER_S),
        mayFlowNlPerH());
  }

  private void program(PermittedRate rate, boolean first, long nowNs) {
    permitted = rate;
    commandedToNs = 0;
    infusion.programSent(rate.rate().nlPerH(), nowNs);
    int diameterUm = Objects.requireNonNull(infusion.order()).syringeInnerDiameterUm();
    pump.deliver(new PumpCommand.Deliver(rate, diameterUm, first));
    events.send(
        new ExecutorEvent.ProgramSent(
            events.stamp(),
            infusion.phase(),
            rate.rate().nlPerH(),
            rate.volume().nl(),
            infusion.phaseFigures().pumpRate()));
  }

  /** Fills the line with what was read back; the last order's figures are over. */
  void prime(PrimingReadBack readBack, PermittedRate rate, int diameterUm, long nowNs) {
    permitted = rate;
    commandedToNs = 0;
    infusion.beginPriming(readBack, rate.rate().nlPerH(), nowNs);
    move(InfusionEvent.PRIMING_STARTED, NotDeliveringReason.NONE);
    // The counter is cleared for it, and again for the next order's first program.
    pump.deliver(new PumpCommand.Deliver(rate, diameterUm, true));
    events.send(
        new ExecutorEvent.PrimingBegun(
            events.stamp(),
            readBack.nonce(),
            rate.rate().nlPerH(),
            rate.volume().nl(),
            readBack.pumpRate()));
  }

  /** Stops the pump and lets the event act. Always stops, whatever the state. */
  void halt(InfusionEvent event, NotDeliveringReason reason) {
    pump.stop();
    move(event, reason);
  }

  /** Lets an event act on the state; a change is reported. */
  void move(InfusionEvent event, NotDeliveringReason reason) {
    InfusionState from = infusion.state();
    if (infusion.apply(event, reason)) {
      events.send(new ExecutorEvent.StateChanged(events.stamp(), from, infusion.state(), reason));
    }
  }

  /** Books what the pump was commanded to deliver up to now. */
  void account(PumpReading reading, long nowNs) {
    boolean running = reading.state == PumpState.STARTING || reading.state == PumpState.RUNNING;
    if (running && permitted != null && reading.runWrittenNs != 0) {
      long fromNs = Math.max(commandedToNs, reading.runWrittenNs);
      if (nowNs > fromNs) {
        infusion.commandedFor(permitted.rate().nlPerH(), nowNs - fromNs);
        commandedToNs = nowNs;
      }
    }
  }

  /**
   * Whether the pump ended its program by itself and is confirmed stopped.
   *
   * @return true also if too little was delivered: the caller compares
   */
  boolean isFinished() {
    PumpReading reading = pump.reading();
    boolean told = infusion.openLedger() != null;
    return told && reading.finished && reading.state == PumpState.STOPPED;
  }

  /** Whether a stop met the pump at its last target: at rest, nothing of the order is left. */
  boolean nothingLeft() {
    return phaseIsOver() && !infusion.hasNextPhase();
  }

  private boolean phaseIsOver() {
    return infusion.ran()
        && pump.reading().state == PumpState.STOPPED
        && infusion.ledger().atMostNl() >= infusion.ledger().orderNl();
  }

  /** Whether the remainder of a running order takes less than three minutes. */
  boolean isNearCompletion() {
    return infusion.state() == InfusionState.INFUSING
        && pump.reading().state == PumpState.RUNNING
        && timeLeftS() < NEAR_COMPLETION_S;
  }

  /** Time the remainder takes at the ordered rates, s, rounded up; 0 without an order. */
  long timeLeftS() {
    ReadBack readBack = infusion.readBack();
    if (readBack == null) {
      return 0;
    }
    long leftNl = Math.max(0, infusion.ledger().orderNl() - infusion.ledger().atLeastNl());
    if (leftNl != judgedLeftNl
        || infusion.phase() != judgedPhase
        || readBack.nonce() != judgedNonce) {
      judgedLeftNl = leftNl;
      judgedPhase = infusion.phase();
      judgedNonce = readBack.nonce();
      judgedLeftS = timeLeftS(readBack, leftNl);
    }
    return judgedLeftS;
  }

  private long timeLeftS(ReadBack readBack, long leftNl) {
    long leftS = Math.ceilDiv(leftNl * S_PER_H, infusion.phaseFigures().rateNlPerH());
    for (int i = infusion.phase() + 1; i < readBack.phases().size(); i++) {
      leftS += readBack.phases().get(i).durationS();
    }
    return leftS;
  }

  /** Flow rate that may be running now, nL/h: the permitted one until the pump is known at rest. */
  long mayFlowNlPerH() {
    boolean mayFlow =
        infusion.programmed()
            && pump.reading().state != PumpState.STOPPED
            && infusion.ledger().atMostNl() < infusion.ledger().orderNl();
    return mayFlow ? rateNlPerH() : 0;
  }

  /** Whether a bolus phase is being delivered. */
  boolean isBolus() {
    return infusion.state() == InfusionState.INFUSING
        && infusion.phaseFigures().kind() == PhaseKind.BOLUS;
  }

  /** Flow rate of the program in force, nL/h; 0 if there never was one. */
  long rateNlPerH() {
    return permitted == null ? 0 : permitted.rate().nlPerH();
  }
}
