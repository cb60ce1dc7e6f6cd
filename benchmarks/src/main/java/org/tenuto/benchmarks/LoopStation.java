package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.link.StationLink;
import org.tenuto.linux.LinuxClock;
import org.tenuto.pump.PumpState;
import org.tenuto.simulator.firmware.Ne1000;
import org.tenuto.simulator.firmware.PumpModel;
import org.tenuto.simulator.pty.PseudoTerminal;
import org.tenuto.simulator.world.Line;
import org.tenuto.simulator.world.Syringe;

/**
 * What an executor's process needs around it to run an order: the other end of its line, with the
 * simulated pump's own code, and a station that shows, keeps and beats. One thread at a time; it
 * gets on only in {@link #turn} and {@link #await}.
 */
public final class LoopStation implements AutoCloseable {

  private static final long STATION_BOOT = 79;
  private static final long MS = 1_000_000;
  private static final long WITHIN_NS = 30_000 * MS;
  private static final long BEAT_NS = 200 * MS;
  private static final int BD_PLASTIPAK_50_UM = 26_600;

  private final Orders orders = new Orders();
  private final LinuxClock clock = new LinuxClock();
  private final PseudoTerminal line = PseudoTerminal.open();
  private final Ne1000 pump;
  private final StationLink station;
  private final StatusSnapshot snapshot = new StatusSnapshot();
  private @Nullable ReadBack readBack;
  private String refusal = "";
  private long beatNs;

  /**
   * Nobody is there yet.
   *
   * @param folder of the link
   */
  public LoopStation(Path folder) throws IOException {
    var syringe = new Syringe(BD_PLASTIPAK_50_UM, PumpModel.NE1000.microstepPm(), Line.USUAL);
    pump = new Ne1000(PumpModel.NE1000, syringe, clock.nowNs());
    station = StationLink.open(folder, STATION_BOOT);
  }

  /** What the executor opens as its line. */
  public Path linePath() {
    return line.slavePath();
  }

  /** The pump's end of it. */
  PseudoTerminal line() {
    return line;
  }

  /** What the executor told last. */
  StatusSnapshot snapshot() {
    return snapshot;
  }

  /** Waits for the executor's end of the link. */
  public void attach() throws IOException {
    await("attached", () -> station.attach() != 0);
  }

  /** Starts the longest order, 100 min, as soon as the device is idle; returns when it runs. */
  public void infuse() throws IOException {
    await("at rest", () -> is(InfusionState.IDLE, PumpState.STOPPED));
    readBack = null;
    send(header -> new StationCommand.Propose(header, orders.longest()));
    await("read back", () -> readBack != null);
    ReadBack shown = Objects.requireNonNull(readBack);
    send(header -> new StationCommand.Start(header, shown.nonce(), shown.hash()));
    await("running", this::infusing);
  }

  /** Whether its last snapshot said that the order runs. */
  public boolean infusing() {
    return is(InfusionState.INFUSING, PumpState.RUNNING);
  }

  boolean is(InfusionState state, PumpState pumpState) {
    return snapshot.state == state && snapshot.pumpState == pumpState;
  }

  void send(Function<StationCommand.Header, StationCommand> command) {
    long seq = station.nextCommandSeq();
    long goodToNs = clock.nowNs() + StationCommand.GOOD_FOR_NS;
    station.send(
        command.apply(
            new StationCommand.Header(
                station.executorBootId(), STATION_BOOT, seq, seq, goodToNs)));
  }

  /**
   * Gets on until something is so.
   *
   * @throws IOException if it is not within 30 s, or the thread is interrupted
   */
  void await(String what, BooleanSupplier reached) throws IOException {
    long endNs = clock.nowNs() + WITHIN_NS;
    do {
      if (clock.nowNs() > endNs) {
        throw new IOException(
            "the device is " + snapshot.state + ", pump " + snapshot.pumpState
                + ", expected it " + what + " within 30 s" + refusal);
      }
      turn();
      if (Thread.currentThread().isInterrupted()) {
        throw new IOException("interrupted before the device was " + what);
      }
    } while (!reached.getAsBoolean());
  }

  /** Gets on: the pump answers, the station reads; takes 1 ms or less. */
  public void turn() throws IOException {
    answer(line.read(1));
    keepRecord();
  }

  /** The pump hears these bytes and answers. */
  void answer(byte[] bytes) throws IOException {
    byte[] reply = pump.step(bytes, clock.nowNs());
    if (reply.length > 0) {
      line.write(reply);
    }
  }

  /** What a station does: reads, and says that it does. */
  private void keepRecord() {
    station.readSnapshot(snapshot);
    station.pageShows(snapshot.executorBootId, snapshot.cycle);
    for (ExecutorEvent event = station.pollEvent(); event != null; event = station.pollEvent()) {
      note(event);
      station.eventsDurableTo(event.stamp().seq());
    }
    if (clock.nowNs() - beatNs >= BEAT_NS) {
      beatNs = clock.nowNs();
      station.beat();
    }
  }

  private void note(ExecutorEvent event) {
    if (event instanceof ExecutorEvent.OrderReadBack shown) {
      readBack = shown.readBack();
    } else if (event instanceof ExecutorEvent.Answered answered
        && answered.answer() != ExecutorEvent.Answer.ACCEPTED) {
      refusal = ", refused: " + answered.text();
    }
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
