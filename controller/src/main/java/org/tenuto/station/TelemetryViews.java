package org.tenuto.station;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenuto.config.Build;
import org.tenuto.control.ExecutorEvent.Booted;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.ReadBack;
import org.tenuto.link.StationLink;
import org.tenuto.proto.telemetry.Alarm;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Diag;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.ModelInForce;
import org.tenuto.proto.telemetry.OrderFigures;
import org.tenuto.proto.telemetry.Progress;
import org.tenuto.proto.telemetry.Status;
import org.tenuto.telemetry.TelemetrySource;

/** The device as the world may see it now. One thread at a time. */
final class TelemetryViews implements TelemetrySource {

  private final StationLink link;
  private final StationClock clock;
  private final RecordKeeper keeper;
  private final DeviceMemory memory;
  private final DrugLibrary library;
  private final boolean demo;
  private final StatusSnapshot snapshot = new StatusSnapshot();
  private final StatusVersion version = new StatusVersion();
  private long liveSeq;
  private boolean everSeen;
  private long worstWakeErrorNs;

  TelemetryViews(
      StationLink link,
      StationClock clock,
      RecordKeeper keeper,
      DeviceMemory memory,
      DrugLibrary library,
      boolean demo) {
    this.link = link;
    this.clock = clock;
    this.keeper = keeper;
    this.memory = memory;
    this.library = library;
    this.demo = demo;
  }

  @Override
  public Birth birth() {
    Birth.Builder birth =
        Birth.newBuilder()
            .setWallMs(clock.wallMs())
            .setBuild(Build.text())
            .setLibraryHash(library.hash())
            .addAllModels(models())
            .setDemo(demo);
    Booted booted = memory.booted();
    if (booted != null) {
      birth
          .setExecutorBuild(booted.build())
          .setPumpModel(booted.pumpModel())
          .setTiming(booted.timing());
    }
    if (see()) {
      birth.addAllMonitored(Monitored.names(snapshot.monitoredBits));
    }
    return birth.build();
  }

  /** Those that the library's drugs name, each once. */
  private List<ModelInForce> models() {
    return library.drugs().stream()
        .flatMap(drug -> drug.models().stream())
        .distinct()
        .sorted()
        .map(
            model ->
                ModelInForce.newBuilder()
                    .setModelId(model.id())
                    .setTitle(model.title())
                    .setVersion(model.version())
                    .build())
        .toList();
  }

  @Override
  public Live live() {
    boolean seen = see();
    return Live.newBuilder()
        .setWallMs(clock.wallMs())
        .setMonoNs(clock.nowNs())
        .setSeq(++liveSeq)
        .setCycle(seen ? snapshot.cycle : 0)
        .setStatus(status(seen))
        .setProgress(progress(seen))
        .build();
  }

  @Override
  public Last last() {
    boolean seen = see();
    return Last.newBuilder()
        .setWallMs(clock.wallMs())
        .setMonoNs(clock.nowNs())
        .setStatus(status(seen))
        .setProgress(progress(seen))
        .build();
  }

  @Override
  public Diag diag() {
    see();
    Diag diag =
        Diag.newBuilder()
            .setWallMs(clock.wallMs())
            .setWorstWakeErrorNs(snapshot.worstWakeErrorNs)
            .setWorstWakeErrorSinceNs(worstWakeErrorNs)
            .setSkippedCycles(snapshot.skippedCycles)
            .setDroppedEvents(snapshot.droppedEvents)
            .build();
    worstWakeErrorNs = 0;
    return diag;
  }

  @Override
  public Set<String> alarmConditions() {
    return Alarms.CONDITIONS;
  }

  @Override
  public long statusVersion() {
    boolean seen = see();
    ReadBack order = memory.readBack(snapshot.orderNonce);
    return version.of(
        snapshot, isLost(seen), keeper.failure() != null, order == null ? 0 : order.nonce());
  }

  /** Whether there ever was a whole snapshot; {@code snapshot} is the last one. */
  private boolean see() {
    everSeen |= link.readSnapshot(snapshot);
    worstWakeErrorNs = Math.max(worstWakeErrorNs, snapshot.worstWakeErrorNs);
    return everSeen;
  }

  private boolean isLost(boolean seen) {
    return !seen || clock.nowNs() - snapshot.nowNs > Alarms.LOST_NS;
  }

  private Status status(boolean seen) {
    long ageNs = clock.nowNs() - snapshot.nowNs;
    Status.Builder status =
        Status.newBuilder()
            .setState(isLost(seen) ? "LOST" : snapshot.state.name())
            .setReason(snapshot.reason.name())
            .setPumpState(snapshot.pumpState.name())
            .setPumpFault(snapshot.pumpFault.name());
    OrderFigures order = order();
    if (order != null) {
      status.setOrder(order);
    }
    for (Alarms.Alarm alarm : Alarms.of(seen ? snapshot : null, ageNs, keeper.failure())) {
      status.addAlarms(
          Alarm.newBuilder()
              .setCondition(alarm.condition())
              .setPriority(alarm.priority().name())
              .setPresent(alarm.present())
              .setText(alarm.text()));
    }
    return status.build();
  }

  private @Nullable OrderFigures order() {
    var readBack = memory.readBack(snapshot.orderNonce);
    return readBack == null ? null : TelemetryFigures.of(readBack);
  }

  private Progress progress(boolean seen) {
    if (!seen) {
      return Progress.getDefaultInstance();
    }
    Progress.Builder progress =
        Progress.newBuilder()
            .setRateNlPerH(snapshot.rateNlPerH)
            .setDoseRateNgPerKgPerH(snapshot.doseRateNgPerKgPerH)
            .setCommandedNl(snapshot.commandedNl)
            .setAtLeastNl(snapshot.atLeastNl)
            .setAtMostNl(snapshot.atMostNl)
            .setTimeLeftS(snapshot.timeLeftS)
            .setPhase(snapshot.phases == 0 ? 0 : (int) snapshot.phase + 1)
            .setPhases((int) snapshot.phases)
            .addAllPredictedNow(TelemetryFigures.predictedNow(snapshot));
    if (snapshot.primingNl > 0) {
      progress.setPrimed(TelemetryFigures.primed(snapshot));
    }
    return progress.setLinePressure(TelemetryFigures.pressure(snapshot)).build();
  }
}
