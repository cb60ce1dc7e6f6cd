package org.tenuto.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.Finding;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Prediction;
import org.tenuto.dose.Progress;
import org.tenuto.dose.ReadBack;
import org.tenuto.dose.WeightBasis;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pk.ConcentrationCeiling;
import org.tenuto.pk.Covariates;
import org.tenuto.pk.PkModel;
import org.tenuto.pk.PredictedConcentrations;
import org.tenuto.pump.PumpState;
import org.tenuto.observation.Level;
import org.tenuto.observation.Noted;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.PlasmaConcentration;
import org.tenuto.session.SessionFact;
import org.tenuto.session.SessionProgress;
import org.tenuto.session.SessionRules;
import org.tenuto.session.Signature;
import org.tenuto.session.TherapySession;

/**
 * A desk with nothing behind it: delivers on paper, {@code speed} times as fast as ordered. For
 * tests of the page and its server only.
 */
final class ScriptedDesk implements DeviceDesk {

  static final String HASH = "0123456789abcdef".repeat(4);
  static final long BOOT = 0xe1;
  static final long NONCE = -8_123_456_789_012_345_678L;
  private static final List<String> NOT_MONITORED =
      List.of("line pressure", "air in line", "plunger", "pump power");

  private static final BigDecimal S_PER_H = BigDecimal.valueOf(3600);

  final List<SessionFact> entered = new java.util.ArrayList<>();
  volatile SessionRules rules = SessionRules.NONE;
  volatile @Nullable ObservationView observation;
  final List<ReadingEntry> readings = new CopyOnWriteArrayList<>();
  private @Nullable TherapySession session;
  final AtomicInteger stops = new AtomicInteger();
  final AtomicInteger pauses = new AtomicInteger();

  /** Where a proposal waits, so that a test can hold it there. */
  volatile CountDownLatch proposalGate = new CountDownLatch(0);

  final AtomicLong cycles = new AtomicLong();
  volatile long shownCycle;
  volatile long audioPauseLeftS;
  volatile boolean executorAlive = true;
  volatile @Nullable String refusal;
  volatile boolean hardFinding;
  volatile boolean softFinding;
  volatile boolean failing;
  volatile boolean deafToStop;

  /** The pump does not come to rest, so that a test can look at a change that waits for it. */
  volatile boolean restless;

  volatile List<LiveView.Alarm> alarms = List.of();
  volatile @Nullable OrderEntry proposed;
  volatile @Nullable ChangeEntry proposedChange;
  volatile LiveView.@Nullable RecentDose recentDose;

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

  final ScriptedStaff staff = new ScriptedStaff();
  volatile String asker = "";

  /** Who witnessed what was entered last; empty if nobody did. */
  volatile String witness = "";

  ScriptedDesk(double speed) {
    this.speed = speed;
    priming = new ScriptedPriming(speed);
  }

  /** Three bands, so that one may lie above the plot. */
  @Override
  public PredictionBasis predictionBasis(Order order) {
    return new PredictionBasis(
        new PredictedConcentrations(
            List.of(PkModel.DOMINO_1984, PkModel.KAMP_2020),
            new Covariates(new BodyWeight(order.patient().weightG())),
            new ConcentrationCeiling(
                new PlasmaConcentration(350_000), new PlasmaConcentration(500_000))),
        List.of(
            new PredictionBasis.Band(70, 160, "analgesia", "Zanos 2018"),
            new PredictionBasis.Band(100, 250, "dissociation", "Krystal 1994"),
            new PredictionBasis.Band(1_200, 2_400, "anesthesia", "Zanos 2018")));
  }

  @Override
  public DeviceDesk by(String staffId) {
    asker = staffId;
    return this;
  }

  @Override
  public StaffDesk staff() {
    return staff;
  }

  @Override
  public Catalogue catalogue() {
    return TestCatalogue.CATALOGUE;
  }

  @Override
  public Reply<ReadBackView> propose(OrderEntry order) {
    proposed = order;
    try {
      proposalGate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (refusal != null) {
      return new Reply.Refused<>("BUSY_ORDER", refusal);
    }
    return read(order);
  }

  @Override
  public Reply<ReadBackView> proposeChange(ChangeEntry change) {
    proposedChange = change;
    return readChange(change);
  }

  private synchronized Reply<ReadBackView> readChange(ChangeEntry change) {
    advance();
    if (refusal != null) {
      return new Reply.Refused<>("ORDER_BEING_READ", refusal);
    }
    ReadBack running = readBack;
    if (running == null || !isUnderWay() || change.orderNonce() != currentNonce()) {
      return new Reply.Refused<>("NO_SUCH_ORDER", "That order is not running: nothing changed.");
    }
    if (change.phase() != running.phases().indexOf(present(running))) {
      return new Reply.Refused<>("PHASE_PASSED", "The order has gone on meanwhile.");
    }
    boolean runs = state == InfusionState.INFUSING;
    ReadBack made =
        ScriptedChange.of(running, change, NONCE + reads++, deliveredNl, runs, findings());
    changes = made.refused() ? null : made;
    return new Reply.Accepted<>(new ReadBackView(made, 60, NOT_MONITORED));
  }

  private boolean isUnderWay() {
    return state == InfusionState.INFUSING || state == InfusionState.PAUSED;
  }

  private synchronized Reply<ReadBackView> read(OrderEntry order) {
    if (isUnderWay()) {
      return new Reply.Refused<>("ORDER_RUNNING", "An order is running: stop it first.");
    }
    ReadBack made = readBackOf(order);
    proposedNs = System.nanoTime();
    if (!made.refused()) {
      readBack = made;
      deliveredNl = 0;
      state = InfusionState.READY;
      reason = NotDeliveringReason.NO_ORDER;
    }
    return new Reply.Accepted<>(new ReadBackView(made, 60, NOT_MONITORED));
  }

  private ReadBack readBackOf(OrderEntry entry) {
    List<ReadBack.Phase> phases = entry.phases().stream().map(p -> phase(p, entry)).toList();
    long ng = phases.stream().mapToLong(ReadBack.Phase::achievedNg).sum();
    long weightG = entry.patient().weightG();
    return new ReadBack(
        NONCE + reads++,
        0,
        orderOf(entry),
        Progress.NONE,
        "ketAMINE",
        "Depression, 40 min",
        "BD Plastipak 50 mL",
        new ReadBack.Weights(
            entry.weightBasis() == WeightBasis.ACTUAL ? weightG : weightG * 4 / 5, 0, 0, 0, 0),
        ng,
        ng,
        phases.stream().mapToLong(ReadBack.Phase::volumeNl).sum(),
        phases.stream().mapToLong(ReadBack.Phase::durationS).sum(),
        phases,
        List.of(
            new Prediction(PkModel.DOMINO_1984, 187_250, 2_400, 203_110, 2_400),
            new Prediction(PkModel.KAMP_2020, 171_004, 2_425, 182_390, 2_400)),
        findings(),
        HASH);
  }

  private static Order orderOf(OrderEntry entry) {
    return new Order(
        entry.libraryHash(),
        entry.drugId(),
        entry.protocolId(),
        entry.patient(),
        entry.weightBasis(),
        entry.phases(),
        entry.concentrationNgPerMl(),
        entry.syringeId(),
        entry.loadedNl(),
        entry.declaredDoses(),
        entry.intensiveMonitoring(),
        List.of(),
        "bench",
        "");
  }

  private static ReadBack.Phase phase(OrderPhase phase, OrderEntry entry) {
    BigDecimal kg = BigDecimal.valueOf(entry.patient().weightG(), 3);
    BigDecimal s = BigDecimal.valueOf(phase.durationS());
    BigDecimal mg = phase.unit().value(phase.amountNg()).multiply(kg);
    if (phase.unit() == DoseUnit.MG_PER_KG_PER_H) {
      mg = mg.multiply(s).divide(S_PER_H, MathContext.DECIMAL64);
    }
    BigDecimal ml =
        mg.divide(BigDecimal.valueOf(entry.concentrationNgPerMl(), 6), 2, RoundingMode.DOWN);
    BigDecimal mlPerH = ml.multiply(S_PER_H).divide(s, 2, RoundingMode.DOWN);
    long ng = mg.movePointRight(6).longValue();
    return new ReadBack.Phase(
        phase.kind(),
        ng,
        ng,
        ml.movePointRight(6).longValue(),
        mlPerH.movePointRight(6).longValue(),
        ng * 3600 / phase.durationS() * 1000 / entry.patient().weightG(),
        phase.durationS(),
        mlPerH + "MH",
        ml + "ML");
  }

  private List<Finding> findings() {
    if (hardFinding) {
      return List.of(
          new Finding(
              "VOLUME_ABOVE_LOADED",
              Finding.Severity.HARD,
              "Volume 35 mL: the syringe holds 20 mL. 2 mg/mL or more would fit."),
          new Finding(
              "WEIGHT_UNUSUAL", Finding.Severity.SOFT, "Weight 160 kg: usual is 40 to 150 kg."));
    }
    if (softFinding) {
      return List.of(
          new Finding(
              "WEIGHT_UNUSUAL", Finding.Severity.SOFT, "Weight 160 kg: usual is 40 to 150 kg."));
    }
    return List.of();
  }

  @Override
  public synchronized Reply<String> start(long nonce, String hash) {
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

  @Override
  public synchronized Reply<PrimingView> proposePriming(String syringeId, long volumeNl) {
    if (refusal != null) {
      return new Reply.Refused<>("PRIMING_VOLUME_OUT_OF_LIMITS", refusal);
    }
    return new Reply.Accepted<>(priming.propose(syringeId, volumeNl));
  }

  @Override
  public synchronized Reply<String> startPriming(
      long nonce, String hash, boolean lineNotConnected) {
    if (state != InfusionState.IDLE || !priming.start(nonce, hash, lineNotConnected)) {
      return new Reply.Refused<>("NOTHING_READ_BACK", "No such priming was read back: ask again.");
    }
    sinceNs = System.nanoTime();
    readBack = null;
    state = InfusionState.PRIMING;
    reason = NotDeliveringReason.NONE;
    return new Reply.Accepted<>("Priming.");
  }

  @Override
  public synchronized Reply<String> resume(long nonce) {
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

  @Override
  public Reply<String> pauseAudio() {
    audioPauseLeftS = 120;
    return new Reply.Accepted<>("Sound paused.");
  }

  @Override
  public boolean pageShows(long executorBootId, long cycle) {
    boolean live = executorBootId == BOOT && cycle <= cycles.get();
    shownCycle = live ? Math.max(shownCycle, cycle) : shownCycle;
    return live;
  }

  private long reads() {
    return cycles.incrementAndGet();
  }

  @Override
  public synchronized void pause() {
    pauses.incrementAndGet();
    halt(InfusionState.PAUSED, NotDeliveringReason.PAUSED_BY_STAFF);
  }

  @Override
  public synchronized void stop() {
    stops.incrementAndGet();
    if (deafToStop) {
      return;
    }
    if (state == InfusionState.READY) {
      state = InfusionState.IDLE;
    }
    halt(InfusionState.IDLE, NotDeliveringReason.STOPPED_BY_STAFF);
  }

  /** Latches FAULT, as an alarm would. */
  synchronized void fault(LiveView.Alarm alarm) {
    halt(InfusionState.FAULT, NotDeliveringReason.ALARM);
    alarms = List.of(alarm);
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

  @Override
  public synchronized Reply<String> resetFault() {
    state = InfusionState.IDLE;
    return new Reply.Accepted<>("Fault reset.");
  }

  @Override
  public synchronized Reply<String> enter(SessionFact fact, String secondStaffId) {
    entered.add(fact);
    witness = secondStaffId;
    if (refusal != null) {
      return new Reply.Refused<>("REFUSED", refusal);
    }
    var by = new Signature("rn-1", secondStaffId, System.currentTimeMillis());
    session =
        fact instanceof SessionFact.Begun begun
            ? TherapySession.begin(begun, by)
            : java.util.Objects.requireNonNull(session).with(fact, by);
    return new Reply.Accepted<>("Recorded.");
  }

  @Override
  public Reply<String> observed(ReadingEntry entry) {
    readings.add(entry);
    return new Reply.Accepted<>("Reading " + readings.size() + " recorded.");
  }

  @Override
  public Reply<String> adviceNoted(long reading, Level level, Noted.Action action) {
    return new Reply.Refused<>("NO_SUCH_ADVICE", "There is no such advice now.");
  }

  @Override
  public @Nullable ObservationView observation() {
    return observation;
  }

  @Override
  public synchronized SessionProgress session() {
    return new SessionProgress(rules, session, System.currentTimeMillis());
  }

  @Override
  public Reply<String> acknowledgeAlarms() {
    alarms = List.of();
    return new Reply.Accepted<>("Acknowledged.");
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

  @Override
  public synchronized LiveView live() {
    if (failing) {
      throw new IllegalStateException("the desk was told to fail");
    }
    advance();
    return new LiveView(
        0x5a,
        new LiveView.Executor(BOOT, reads(), executorAlive, executorAlive ? 3 : 1_240),
        state,
        reason,
        state == InfusionState.INFUSING || state == InfusionState.PRIMING
            ? PumpState.RUNNING
            : PumpState.STOPPED,
        delivery(),
        readBack == null ? null : new ReadBackView(readBack, secondsLeft(), NOT_MONITORED),
        recentDose,
        priming.view(),
        alarms,
        audioPauseLeftS,
        NOT_MONITORED,
        false,
        false,
        "degraded, no SCHED_FIFO",
        LiveView.Telemetry.CONNECTED);
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
