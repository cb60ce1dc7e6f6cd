package org.tenuto.executor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.BootRecord;
import org.tenuto.control.ControlLoop;
import org.tenuto.control.Cycle;
import org.tenuto.control.CycleStatistics;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.NoPanel;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.link.ExecutorLink;
import org.tenuto.link.StationLink;
import org.tenuto.pump.RehearsedPump;
import org.tenuto.replay.DrivenPump;
import org.tenuto.replay.ExecutorPorts;
import org.tenuto.replay.Recording;
import org.tenuto.replay.TracedExecutor;

/**
 * A second executor beside the real one: the same cycle, driver and link, but with a line in
 * memory, a link folder of its own that is taken away afterwards, and time that passes as fast as it is
 * computed. Nothing that happens here can be heard outside. One thread.
 */
public final class RehearsalStage implements AutoCloseable {

  private static final long EXECUTOR_BOOT = 1;
  private static final long STATION_BOOT = 2;
  private static final long BEAT_CYCLES = 500;
  /** Some time in 2027; only that it goes on evenly matters. */
  private static final long WALL_MS = 1_800_000_000_000L;

  private static final long BEGIN_NS = 5_000_000_000L;

  private final Path folder;
  private final StationLink station;
  private final ExecutorLink link;
  private final Cycle cycle;
  private final RehearsedPump pump;
  private final RehearsedPanel panel = new RehearsedPanel();
  private final StatusSnapshot snapshot = new StatusSnapshot();
  private final Set<AlarmCondition> alarms = EnumSet.noneOf(AlarmCondition.class);
  private final Set<InfusionState> states = EnumSet.noneOf(InfusionState.class);
  private @Nullable ReadBack readBack;
  private @Nullable PrimingReadBack priming;
  private boolean stationAlive = true;
  private boolean pageSeen = true;
  private long wallMs = WALL_MS;
  private long nowNs = BEGIN_NS;
  private long cycles;
  private long nonces;

  /**
   * Sets it up; no cycle has run.
   *
   * @param folder made, used for the link, and taken away at the end
   */
  public RehearsalStage(
      Path folder, RehearsedDriver driven, OrderReview review, String libraryHash)
      throws IOException {
    this.folder = folder;
    pump = driven.pump();
    station = StationLink.open(folder, STATION_BOOT);
    link = ExecutorLink.open(folder, EXECUTOR_BOOT);
    station.attach();
    var boot = new BootRecord(EXECUTOR_BOOT, "rehearsal", "rehearsal", 0, libraryHash, false);
    var recording = new Recording(link);
    cycle =
        TracedExecutor.recorded(
            recording,
            boot,
            CheckThresholds.USUAL,
            new DrivenPump(driven.driver().apply(recording), driven.model(), driven.build()),
            new ExecutorPorts(
                link, new NoPanel(), panel, review, () -> ++nonces, new CycleStatistics()));
  }

  /** E-stop and buttons. */
  RehearsedPanel panel() {
    return panel;
  }

  /** The pump. */
  public RehearsedPump pump() {
    return pump;
  }

  /** The executor's own word on how it is. */
  public StatusSnapshot snapshot() {
    return snapshot;
  }

  /** Where the executor is. */
  public InfusionState state() {
    return cycle.state();
  }

  /** The last order that was read back. */
  public @Nullable ReadBack readBack() {
    return readBack;
  }

  /** Whether the station keeps its record. */
  void stationAlive(boolean alive) {
    stationAlive = alive;
  }

  /** Whether a page shows the figures. */
  void pageSeen(boolean seen) {
    pageSeen = seen;
  }

  /** The wall clock is set. */
  void setClock(long byMs) {
    wallMs += byMs;
  }

  /** What was last read back of a priming. */
  @Nullable PrimingReadBack priming() {
    return priming;
  }

  /** One millisecond. */
  public void step() {
    nowNs += ControlLoop.PERIOD_NS;
    cycles++;
    cycle.wallClock(++wallMs);
    cycle.run(nowNs);
    station.readSnapshot(snapshot);
    if (stationAlive) {
      keepRecord();
    }
    if (pageSeen) {
      station.pageShows(EXECUTOR_BOOT, snapshot.cycle);
    }
  }

  private void keepRecord() {
    ExecutorEvent event = station.pollEvent();
    while (event != null) {
      note(event);
      station.eventsDurableTo(event.stamp().seq());
      event = station.pollEvent();
    }
    if (cycles % BEAT_CYCLES == 0) {
      station.beat();
    }
  }

  private void note(ExecutorEvent event) {
    states.add(event.stamp().state());
    switch (event) {
      case ExecutorEvent.AlarmRaised raised -> alarms.add(raised.condition());
      case ExecutorEvent.OrderReadBack shown -> readBack = shown.readBack();
      case ExecutorEvent.PrimingOffered shown -> priming = shown.readBack();
      default -> {
        // Written, read and forgotten: that is what a rehearsal is for.
      }
    }
  }

  /** The loop slept over so many deadlines. */
  void skip(long deadlines) {
    nowNs += deadlines * ControlLoop.PERIOD_NS;
    cycle.skipped(deadlines, deadlines * ControlLoop.PERIOD_NS);
  }

  /** Lets so many milliseconds pass. */
  public void pass(int ms) {
    for (int i = 0; i < ms; i++) {
      step();
    }
  }

  /** Lets time pass until something is so, but no longer than that; whether it is. */
  public boolean await(BooleanSupplier reached, int withinMs) {
    for (int i = 0; i < withinMs && !reached.getAsBoolean(); i++) {
      step();
    }
    return reached.getAsBoolean();
  }

  /** Sends a command as a station does, and lets a millisecond pass. */
  public void send(Function<StationCommand.Header, StationCommand> command) {
    long seq = station.nextCommandSeq();
    var header =
        new StationCommand.Header(
            EXECUTOR_BOOT, STATION_BOOT, seq, seq, nowNs + StationCommand.GOOD_FOR_NS);
    station.send(command.apply(header));
    step();
  }

  void pressStop() {
    station.requestStop();
    step();
  }

  void pressPause() {
    station.requestPause();
    step();
  }

  /** What was played. */
  Rehearsal.Played played() {
    return new Rehearsal.Played(Set.copyOf(states), Set.copyOf(alarms), cycles);
  }

  @Override
  public void close() throws IOException {
    link.close();
    for (Path file : files()) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.toList();
    }
  }
}
