package org.tenuto.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.Finding;
import org.tenuto.dose.Order;
import org.tenuto.observation.Level;
import org.tenuto.observation.Noted;
import org.tenuto.pk.ConcentrationCeiling;
import org.tenuto.pk.Covariates;
import org.tenuto.pk.PkModel;
import org.tenuto.pk.PredictedConcentrations;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.PlasmaConcentration;
import org.tenuto.session.SessionFact;
import org.tenuto.session.SessionProgress;

/**
 * A desk with nothing behind it but {@link ScriptedDelivery}, {@code speed} times as fast as
 * ordered, {@link ScriptedTherapy} and {@link ScriptedStaff}; does what a test tells it to. For
 * tests of the page and its server only.
 */
final class ScriptedDesk implements DeviceDesk {

  static final String HASH = "0123456789abcdef".repeat(4);
  static final long BOOT = 0xe1;
  static final long NONCE = -8_123_456_789_012_345_678L;
  static final List<String> NOT_MONITORED =
      List.of("line pressure", "air in line", "plunger", "pump power");

  volatile @Nullable ObservationView observation;
  final List<ReadingEntry> readings = new CopyOnWriteArrayList<>();
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

  volatile List<LiveView.Alarm> alarms = List.of();
  volatile @Nullable OrderEntry proposed;
  volatile @Nullable ChangeEntry proposedChange;
  volatile LiveView.@Nullable RecentDose recentDose;

  final ScriptedStaff staff = new ScriptedStaff();
  final ScriptedTherapy therapy = new ScriptedTherapy();
  final ScriptedDelivery delivery;
  volatile String asker = "";

  ScriptedDesk(double speed) {
    delivery = new ScriptedDelivery(speed);
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
    return delivery.read(order, findings());
  }

  @Override
  public Reply<ReadBackView> proposeChange(ChangeEntry change) {
    proposedChange = change;
    if (refusal != null) {
      return new Reply.Refused<>("ORDER_BEING_READ", refusal);
    }
    return delivery.readChange(change, findings());
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
  public Reply<String> start(long nonce, String hash) {
    return delivery.start(nonce, hash);
  }

  @Override
  public Reply<PrimingView> proposePriming(String syringeId, long volumeNl) {
    if (refusal != null) {
      return new Reply.Refused<>("PRIMING_VOLUME_OUT_OF_LIMITS", refusal);
    }
    return new Reply.Accepted<>(delivery.proposePriming(syringeId, volumeNl));
  }

  @Override
  public Reply<String> startPriming(long nonce, String hash, boolean lineNotConnected) {
    return delivery.startPriming(nonce, hash, lineNotConnected);
  }

  @Override
  public Reply<String> resume(long nonce) {
    return delivery.resume(nonce);
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

  @Override
  public void pause() {
    pauses.incrementAndGet();
    delivery.pause();
  }

  @Override
  public void stop() {
    stops.incrementAndGet();
    if (!deafToStop) {
      delivery.stop();
    }
  }

  /** Latches FAULT, as an alarm would. */
  void fault(LiveView.Alarm alarm) {
    delivery.fault();
    alarms = List.of(alarm);
  }

  @Override
  public Reply<String> resetFault() {
    delivery.reset();
    return new Reply.Accepted<>("Fault reset.");
  }

  @Override
  public Reply<String> enter(SessionFact fact, String secondStaffId) {
    therapy.asked(fact, secondStaffId);
    if (refusal != null) {
      return new Reply.Refused<>("REFUSED", refusal);
    }
    therapy.take(fact);
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
  public SessionProgress session() {
    return therapy.progress();
  }

  @Override
  public Reply<String> acknowledgeAlarms() {
    alarms = List.of();
    return new Reply.Accepted<>("Acknowledged.");
  }

  @Override
  public synchronized LiveView live() {
    if (failing) {
      throw new IllegalStateException("the desk was told to fail");
    }
    ScriptedDelivery.Seen seen = delivery.look();
    return new LiveView(
        0x5a,
        new LiveView.Executor(
            BOOT, cycles.incrementAndGet(), executorAlive, executorAlive ? 3 : 1_240),
        seen.state(),
        seen.reason(),
        seen.pump(),
        seen.delivery(),
        seen.readBack(),
        recentDose,
        seen.priming(),
        alarms,
        audioPauseLeftS,
        NOT_MONITORED,
        false,
        false,
        "degraded, no SCHED_FIFO",
        LiveView.Telemetry.CONNECTED);
  }
}
