package org.tenuto.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.Finding;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pk.PkModel;
import org.tenuto.pump.PumpState;

/** The controller behind {@link ScriptedDesk}: its states, and delivery on paper. Any thread. */
final class ScriptedDelivery {

  private static final String HASH = ScriptedDesk.HASH;

  /** The pump does not come to rest, so that a test can look at a change that waits for it. */
  volatile boolean restless;

  private final double speed;
  private final ScriptedPriming priming;
  private InfusionState state = InfusionState.IDLE;
  private NotDeliveringReason reason = NotDeliveringReason.NO_ORDER;
  private @Nullable ReadBack readBack;
  private double deliveredNl;
  private long sinceNs = System.nanoTime();
  private long proposedNs;
  private @Nullable ReadBack changes;
  private @Nullable ReadBack changing;
  private long reads;

  ScriptedDelivery(double speed) {
    this.speed = speed;
    priming = new ScriptedPriming(speed);
  }

  synchronized Reply<ReadBackView> read(OrderEntry order, List<Finding> findings) {
    if (isUnderWay()) {
      return new Reply.Refused<>("ORDER_RUNNING", "An order is running: stop it first.");
    }
    ReadBack made = ScriptedReadBack.of(order, ScriptedDesk.NONCE + reads++, findings);
    proposedNs = System.nanoTime();
    if (!made.refused()) {
      readBack = made;
      deliveredNl = 0;
      state = InfusionState.READY;
      reason = NotDeliveringReason.NO_ORDER;
    }
    return new Reply.Accepted<>(new ReadBackView(made, 60, ScriptedDesk.NOT_MONITORED));
  }

  synchronized Reply<ReadBackView> readChange(ChangeEntry change, List<Finding> findings) {
    advance();
    ReadBack running = readBack;
    if (running == null || !isUnderWay() || change.orderNonce() != currentNonce()) {
      return new Reply.Refused<>("NO_SUCH_ORDER", "That order is not running: nothing changed.");
    }
    if (change.phase() != running.phases().indexOf(present(running))) {
      return new Reply.Refused<>("PHASE_PASSED", "The order has gone on meanwhile.");
    }
    boolean runs = state == InfusionState.INFUSING;
    ReadBack made =
        ScriptedChange.of(
            running, change, ScriptedDesk.NONCE + reads++, deliveredNl, runs, findings);
    changes = made.refused() ? null : made;
    return new Reply.Accepted<>(new ReadBackView(made, 60, ScriptedDesk.NOT_MONITORED));
  }

  private boolean isUnderWay() {
    return state == InfusionState.INFUSING || state == InfusionState.PAUSED;
  }

  synchronized Reply<String> start(long nonce, String hash) {
    ReadBack change = changes;
    if (change != null && isUnderWay() && nonce == change.nonce() && hash.equals(HASH)) {
      changes = null;
      changing = change;
      return new Reply.Accepted<>("Changing.");
    }
    if (state != InfusionState.READY || nonce != currentNonce() || !hash.equals(HASH)) {
      return new Reply.Refused<>("HASH_DIFFERS", "Start is not for what was read back.");
    }
    return run();
  }

  synchronized PrimingView proposePriming(String syringeId, long volumeNl) {
    return priming.propose(syringeId, volumeNl);
  }

  synchronized Reply<String> startPriming(long nonce, String hash, boolean lineNotConnected) {
    if (state != InfusionState.IDLE || !priming.start(nonce, hash, lineNotConnected)) {
      return new Reply.Refused<>("NOTHING_READ_BACK", "No such priming was read back: ask again.");
    }
    sinceNs = System.nanoTime();
    readBack = null;
    state = InfusionState.PRIMING;
    reason = NotDeliveringReason.NONE;
    return new Reply.Accepted<>("Priming.");
  }

  synchronized Reply<String> resume(long nonce) {
    if (state != InfusionState.PAUSED || nonce != currentNonce()) {
      return new Reply.Refused<>("NOT_PAUSED", "Nothing is paused.");
    }
    return run();
  }

  private long currentNonce() {
    return readBack == null ? 0 : readBack.orderNonce();
  }

  private Reply<String> run() {
    sinceNs = System.nanoTime();
    state = InfusionState.INFUSING;
    reason = NotDeliveringReason.NONE;
    return new Reply.Accepted<>("Infusing.");
  }

  synchronized void pause() {
    halt(InfusionState.PAUSED, NotDeliveringReason.PAUSED_BY_STAFF);
  }

  synchronized void stop() {
    if (state == InfusionState.READY) {
      state = InfusionState.IDLE;
    }
    halt(InfusionState.IDLE, NotDeliveringReason.STOPPED_BY_STAFF);
  }

  synchronized void fault() {
    halt(InfusionState.FAULT, NotDeliveringReason.ALARM);
  }

  synchronized void reset() {
    state = InfusionState.IDLE;
  }

  private void halt(InfusionState into, NotDeliveringReason why) {
    advance();
    if (state == InfusionState.PRIMING) {
      state = into == InfusionState.FAULT ? into : InfusionState.IDLE;
      reason = why;
    } else if (isUnderWay()) {
      changes = null;
      changing = null;
      state = into;
      reason = why;
    }
  }

  /** Sets the clock of delivery forward. */
  synchronized void skip(double seconds) {
    advance();
    if (readBack != null && state == InfusionState.INFUSING) {
      double ahead = deliveredNl + seconds * present(readBack).rateNlPerH() / 3600;
      deliveredNl = Math.min((double) readBack.volumeNl(), ahead);
    }
  }

  private void advance() {
    long nowNs = System.nanoTime();
    if (state == InfusionState.PRIMING && priming.advance(nowNs - sinceNs)) {
      state = InfusionState.IDLE;
      reason = NotDeliveringReason.NO_ORDER;
    }
    if (readBack != null && state == InfusionState.INFUSING) {
      deliveredNl += (nowNs - sinceNs) * 1e-9 * speed * present(readBack).rateNlPerH() / 3600;
      if (deliveredNl >= readBack.volumeNl()) {
        deliveredNl = readBack.volumeNl();
        state = InfusionState.COMPLETE;
        reason = NotDeliveringReason.COMPLETE;
      }
    }
    sinceNs = nowNs;
    if (changing != null && !restless) {
      readBack = changing;
      changing = null;
    }
  }

  /** What the live message has of it. */
  record Seen(
      InfusionState state,
      NotDeliveringReason reason,
      PumpState pump,
      LiveView.@Nullable Delivery delivery,
      @Nullable ReadBackView readBack,
      LiveView.@Nullable Priming priming) {}

  synchronized Seen look() {
    advance();
    boolean moves = state == InfusionState.INFUSING || state == InfusionState.PRIMING;
    return new Seen(
        state,
        reason,
        moves ? PumpState.RUNNING : PumpState.STOPPED,
        delivery(),
        readBack == null
            ? null
            : new ReadBackView(readBack, secondsLeft(), ScriptedDesk.NOT_MONITORED),
        priming.view());
  }

  private long secondsLeft() {
    return Math.max(0, 60 - (System.nanoTime() - proposedNs) / 1_000_000_000);
  }

  private LiveView.@Nullable Delivery delivery() {
    if (readBack == null) {
      return null;
    }
    boolean running = state == InfusionState.INFUSING;
    long atLeastNl = (long) deliveredNl;
    long atMostNl = Math.min(readBack.volumeNl(), atLeastNl + (running ? 12_000 : 1_000));
    long leftNl = readBack.volumeNl() - atLeastNl;
    ReadBack.Phase phase = present(readBack);
    return new LiveView.Delivery(
        readBack.orderNonce(),
        readBack.phases().indexOf(phase),
        readBack.phases().size(),
        readBack.volumeNl(),
        atLeastNl,
        atMostNl,
        readBack.order().concentrationNgPerMl(),
        readBack.weights().dosingG(),
        phase.rateNlPerH(),
        running ? phase.rateNlPerH() : 0,
        running ? phase.doseRateNgPerKgPerH() : 0,
        Math.ceilDiv(leftNl * 3600, phase.rateNlPerH()),
        changing != null,
        List.of(
            new LiveView.Predicted(PkModel.DOMINO_1984, 142_307, 130_112),
            new LiveView.Predicted(PkModel.KAMP_2020, 120_900, 118_405)));
  }

  /** The phase that what was delivered so far has come to. */
  private ReadBack.Phase present(ReadBack of) {
    long endNl = 0;
    for (ReadBack.Phase phase : of.phases()) {
      endNl += phase.volumeNl();
      if (deliveredNl < endNl) {
        return phase;
      }
    }
    return of.phases().getLast();
  }
}
