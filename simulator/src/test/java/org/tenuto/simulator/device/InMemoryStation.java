package org.tenuto.simulator.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationPort;
import org.tenuto.control.StatusSnapshot;

/** A station that keeps its record as long as {@link #alive}, without shared memory. */
final class InMemoryStation implements StationPort {

  static final long BOOT = 77;

  final List<ExecutorEvent> events = new ArrayList<>();
  private final ArrayDeque<StationCommand> commands = new ArrayDeque<>();
  boolean alive = true;
  boolean full;

  /** Whether somebody is shown every snapshot. */
  boolean watched = true;

  boolean stop;
  boolean pause;
  long seq;
  private long beats;
  private long shownCycle;
  @Nullable StatusSnapshot snapshot;

  /** Sends a command that is good for two seconds and on record. */
  void send(
      long executorBoot, long nowNs, Function<StationCommand.Header, StationCommand> command) {
    seq++;
    sendAs(
        new StationCommand.Header(executorBoot, BOOT, seq, seq, nowNs + 2_000_000_000L), command);
  }

  void sendAs(
      StationCommand.Header header, Function<StationCommand.Header, StationCommand> command) {
    commands.add(command.apply(header));
  }

  @Override
  public long stationBootId() {
    return BOOT;
  }

  @Override
  public long heartbeat() {
    return alive ? ++beats : beats;
  }

  @Override
  public long pageShows() {
    shownCycle = watched && snapshot != null ? snapshot.cycle : shownCycle;
    return shownCycle;
  }

  @Override
  public boolean takeStop() {
    boolean asked = stop;
    stop = false;
    return asked;
  }

  @Override
  public boolean takePause() {
    boolean asked = pause;
    pause = false;
    return asked;
  }

  @Override
  public @Nullable StationCommand poll() {
    return commands.poll();
  }

  @Override
  public boolean offer(ExecutorEvent event) {
    return events.add(event) && !full; // a full ring has a reserve
  }

  @Override
  public void publish(StatusSnapshot latest) {
    snapshot = latest;
  }

  StatusSnapshot snapshot() {
    if (snapshot == null) {
      throw new IllegalStateException("no cycle ran yet");
    }
    return snapshot;
  }

  /** Every event of a kind, oldest first. */
  <T extends ExecutorEvent> List<T> all(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <T extends ExecutorEvent> T last(Class<T> kind) {
    return all(kind).getLast();
  }
}
