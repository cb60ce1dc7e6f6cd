package org.tenuto.control.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationPort;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.dose.ReadBack;

/** A station that sends what it is made to send, and may fall silent or stop reading. */
final class AnyStation implements StationPort {

  static final long EXECUTOR_BOOT = 4711;
  private static final long STATION_BOOT = 42;

  private boolean stop;
  private boolean pause;
  private boolean alive = true;
  private boolean full;
  private boolean watched = true;
  private long shownCycle;
  private long heartbeat = 1;
  private long seq;
  private @Nullable StationCommand command;
  private @Nullable StatusSnapshot snapshot;
  private @Nullable ReadBack shown;
  private long openProposal;
  private @Nullable PrimingReadBack primingShown;
  private ExecutorEvent.@Nullable Answered answered;
  private final List<ExecutorEvent> heard = new ArrayList<>();
  private boolean listening;

  /** From now on every event is kept. */
  void listen() {
    listening = true;
  }

  /** Every event of a kind that was kept, oldest first. */
  <T extends ExecutorEvent> List<T> heard(Class<T> kind) {
    return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  void send(long nowNs, Function<StationCommand.Header, StationCommand> make) {
    command = make.apply(header(++seq, nowNs));
    boolean proposal =
        command instanceof StationCommand.Propose
            || command instanceof StationCommand.ProposeChange;
    if (proposal && openProposal == 0) {
      openProposal = seq;
    }
  }

  static StationCommand.Header header(long seq, long decidedNs) {
    return new StationCommand.Header(
        EXECUTOR_BOOT, STATION_BOOT, seq, seq, decidedNs + StationCommand.GOOD_FOR_NS);
  }

  void pressStop() {
    stop = true;
  }

  void pressPause() {
    pause = true;
  }

  void setAlive(boolean isAlive) {
    alive = isAlive;
  }

  boolean alive() {
    return alive;
  }

  void setFull(boolean isFull) {
    full = isFull;
  }

  boolean full() {
    return full;
  }

  void setWatched(boolean isWatched) {
    watched = isWatched;
  }

  /** Whether somebody is shown every snapshot. */
  boolean watched() {
    return watched;
  }

  /** A record became durable, if anybody keeps one. */
  void beat() {
    heartbeat += alive ? 1 : 0;
  }

  StatusSnapshot snapshot() {
    if (snapshot == null) {
      throw new IllegalStateException("no cycle yet");
    }
    return snapshot;
  }

  /** Whether the last proposal was neither read back nor refused. */
  boolean proposalIsOpen() {
    return openProposal != 0;
  }

  /** Nobody waits for its answer any more. */
  void forgetProposal() {
    openProposal = 0;
  }

  @Nullable ReadBack shown() {
    return shown;
  }

  @Nullable PrimingReadBack primingShown() {
    return primingShown;
  }

  ExecutorEvent.@Nullable Answered answered() {
    return answered;
  }

  @Override
  public long stationBootId() {
    return STATION_BOOT;
  }

  @Override
  public long heartbeat() {
    return heartbeat;
  }

  @Override
  public long pageShows() {
    shownCycle = watched && snapshot != null ? snapshot.cycle : shownCycle;
    return shownCycle;
  }

  @Override
  public boolean takeStop() {
    boolean taken = stop;
    stop = false;
    return taken;
  }

  @Override
  public boolean takePause() {
    boolean taken = pause;
    pause = false;
    return taken;
  }

  @Override
  public @Nullable StationCommand poll() {
    StationCommand next = command;
    command = null;
    return next;
  }

  @Override
  public boolean offer(ExecutorEvent event) {
    if (full) {
      return false;
    }
    if (listening) {
      heard.add(event);
    }
    if (event instanceof ExecutorEvent.OrderReadBack readBack) {
      shown = readBack.readBack();
      openProposal = 0;
    } else if (event instanceof ExecutorEvent.PrimingOffered offered) {
      primingShown = offered.readBack();
    } else if (event instanceof ExecutorEvent.Answered answer) {
      answered = answer;
      openProposal = answer.commandSeq() == openProposal ? 0 : openProposal;
    }
    return true;
  }

  @Override
  public void publish(StatusSnapshot now) {
    snapshot = now;
  }
}
