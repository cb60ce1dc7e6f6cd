package org.tenuto.station;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent.Booted;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.dose.ReadBack;
import org.tenuto.link.StationLink;
import org.tenuto.pk.PkModel;
import org.tenuto.web.LiveView;
import org.tenuto.web.PrimingView;
import org.tenuto.web.ReadBackView;

/** The device as the page shows it now. Any thread; waits for nothing. */
final class LiveViews {

  private static final long NS_PER_MS = 1_000_000;
  private static final long NS_PER_S = 1_000_000_000;

  /** 2 s, as the executor judges it again. */
  private static final long FRESH_CYCLES = 2_000;

  private final StationLink link;
  private final StationClock clock;
  private final RecordKeeper keeper;
  private final DeviceMemory memory;
  private final DoseHistory history;
  private final Set<Boolean> kinds;
  private final Supplier<LiveView.Telemetry> telemetry;
  private final @Nullable Observing observing;
  private @Nullable StatusSnapshot lastWhole;

  LiveViews(
      StationLink link,
      StationClock clock,
      RecordKeeper keeper,
      DeviceMemory memory,
      DoseHistory history,
      Set<Boolean> kinds,
      Supplier<LiveView.Telemetry> telemetry,
      @Nullable Observing observing) {
    this.link = link;
    this.clock = clock;
    this.keeper = keeper;
    this.memory = memory;
    this.history = history;
    this.kinds = kinds;
    this.telemetry = telemetry;
    this.observing = observing;
  }

  LiveView now() {
    StatusSnapshot latest = latest();
    boolean seen = latest != null;
    StatusSnapshot snapshot = latest == null ? new StatusSnapshot() : latest;
    long nowNs = clock.nowNs();
    long ageNs = seen ? Math.max(0, nowNs - snapshot.nowNs) : Long.MAX_VALUE;
    Booted booted = memory.booted();
    return new LiveView(
        link.bootId(),
        new LiveView.Executor(
            snapshot.executorBootId, snapshot.cycle, ageNs <= Alarms.LOST_NS, ageNs / NS_PER_MS),
        snapshot.state,
        snapshot.reason,
        snapshot.pumpState,
        snapshot.orderNonce == 0 ? null : delivery(snapshot),
        view(memory.readBack(snapshot.orderNonce), snapshot, nowNs),
        recentDose(nowNs),
        snapshot.primingNl == 0 ? null : priming(snapshot),
        alarms(seen ? snapshot : null, ageNs),
        pauseLeftS(snapshot, ageNs),
        Monitored.missing(snapshot.monitoredBits),
        Monitored.eStopLine(snapshot.monitoredBits),
        Monitored.buzzer(snapshot.monitoredBits),
        booted == null ? "" : booted.timing().replaceFirst("^timing: ", ""),
        telemetry.get());
  }

  /** Of demonstration drugs and of others together, as far as there are both in the library. */
  private LiveView.@Nullable RecentDose recentDose(long nowNs) {
    return kinds.stream()
        .map(demo -> history.recent(demo, nowNs))
        .filter(Objects::nonNull)
        .reduce(
            (a, b) ->
                new LiveView.RecentDose(
                    a.ng() + b.ng(), Math.min(a.endedAgoS(), b.endedAgoS())))
        .orElse(null);
  }

  private List<LiveView.Alarm> alarms(@Nullable StatusSnapshot snapshot, long ageNs) {
    // The page raises "controller lost" by itself, also when this station is the one that is gone.
    Stream<Alarms.Alarm> observed =
        observing == null ? Stream.of() : observing.alarms(clock.nowNs()).stream();
    return Stream.concat(Alarms.of(snapshot, ageNs, keeper.failure()).stream(), observed)
        .filter(a -> !a.condition().equals(Alarms.CONTROLLER_LOST))
        .map(LiveViews::view)
        .toList();
  }

  private static LiveView.Alarm view(Alarms.Alarm a) {
    return new LiveView.Alarm(a.condition(), a.priority(), a.text(), a.present(), a.pausable());
  }

  /** Rounded up; an executor that is lost pauses nothing. */
  private static long pauseLeftS(StatusSnapshot snapshot, long ageNs) {
    return ageNs <= Alarms.LOST_NS ? Math.ceilDiv(snapshot.audioPauseLeftNs, NS_PER_S) : 0;
  }

  private static LiveView.Delivery delivery(StatusSnapshot snapshot) {
    return new LiveView.Delivery(
        snapshot.orderNonce,
        (int) snapshot.phase,
        (int) snapshot.phases,
        snapshot.orderNl,
        snapshot.atLeastNl,
        snapshot.atMostNl,
        snapshot.concentrationNgPerMl,
        snapshot.weightG,
        snapshot.orderRateNlPerH,
        snapshot.rateNlPerH,
        snapshot.doseRateNgPerKgPerH,
        snapshot.timeLeftS,
        snapshot.changing != 0,
        predicted(snapshot));
  }

  private static LiveView.Priming priming(StatusSnapshot snapshot) {
    return new LiveView.Priming(
        snapshot.primingNl,
        snapshot.primingRateNlPerH,
        snapshot.primedAtLeastNl,
        snapshot.primedAtMostNl,
        snapshot.primedInAllNl);
  }

  private static List<LiveView.Predicted> predicted(StatusSnapshot snapshot) {
    return Stream.of(PkModel.values())
        .map(
            model ->
                new LiveView.Predicted(
                    model,
                    snapshot.plasmaPgPerMl[model.ordinal()],
                    snapshot.effectPgPerMl[model.ordinal()]))
        .filter(one -> one.plasmaPgPerMl() >= 0 || one.effectPgPerMl() >= 0)
        .toList();
  }

  /** The read-back in force of an order that is shown; null if it is another. */
  @Nullable ReadBack readBack(long orderNonce) {
    return memory.readBack(orderNonce);
  }

  private static @Nullable ReadBackView view(
      @Nullable ReadBack readBack, StatusSnapshot snapshot, long nowNs) {
    return readBack == null ? null : view(readBack, snapshot.monitoredBits, nowNs);
  }

  /** A read-back with the time it is still good for. */
  static ReadBackView view(ReadBack readBack, long monitoredBits, long nowNs) {
    long secondsLeft = Math.max(0, (readBack.expiresAtNs() - nowNs) / NS_PER_S);
    return new ReadBackView(readBack, secondsLeft, Monitored.missing(monitoredBits));
  }

  /** Whether these figures are the executor's, and not older than it takes for a live page. */
  boolean areFresh(long executorBootId, long cycle) {
    StatusSnapshot snapshot = latest();
    return snapshot != null
        && snapshot.executorBootId == executorBootId
        && cycle <= snapshot.cycle
        && snapshot.cycle - cycle <= FRESH_CYCLES;
  }

  /** The same of a priming. */
  static PrimingView view(PrimingReadBack readBack, long nowNs) {
    long secondsLeft = Math.max(0, (readBack.expiresAtNs() - nowNs) / NS_PER_S);
    return new PrimingView(readBack, secondsLeft);
  }

  /** What the executor monitors, as the snapshot has it. */
  long monitoredBits() {
    StatusSnapshot snapshot = latest();
    return snapshot == null ? 0 : snapshot.monitoredBits;
  }

  /** The last whole snapshot, however old; an executor can die in the middle of one. */
  private synchronized @Nullable StatusSnapshot latest() {
    var fresh = new StatusSnapshot();
    if (link.readSnapshot(fresh)) {
      lastWhole = fresh;
    }
    return lastWhole;
  }
}
