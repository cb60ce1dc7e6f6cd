package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;
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
 * Our loop, as it runs on a board: a process of its own with the executor's flags, its real thread,
 * cycle, driver and link, on a pseudo-terminal with the simulated pump's own code at the other end.
 * Each stop is that of a running order.
 */
final class StopLoop implements StopSubject {

  private static final long STATION_BOOT = 79;
  private static final long MS = 1_000_000;
  private static final long WITHIN_NS = 30_000 * MS;
  private static final long BEAT_NS = 200 * MS;
  private static final int BD_PLASTIPAK_50_UM = 26_600;

  /** So long it runs before the e-stop opens, at least and at most: a reading or none. */
  private static final long SHORTEST_NS = 20 * MS;

  private static final long LONGEST_NS = 140 * MS;

  private final Orders orders = new Orders();
  private final LinuxClock clock = new LinuxClock();
  private final PseudoTerminal line = PseudoTerminal.open();
  private final Ne1000 pump;
  private final MappedFlag flag;
  private final StopWatch watch;
  private final StationLink station;
  private final RandomGenerator random;
  private final StatusSnapshot snapshot = new StatusSnapshot();
  private final ChildProcess process;
  private final String timing;
  private @Nullable ReadBack readBack;
  private String refusal = "";
  private long beatNs;

  /**
   * Starts it.
   *
   * @param folder of its own, in memory
   * @param cpu processor of the loop
   * @param random when the e-stop opens
   */
  StopLoop(Path folder, int cpu, RandomGenerator random) throws IOException, InterruptedException {
    this(folder, cpu, random, StopLoopMain.class);
  }

  /**
   * Starts a process that becomes it.
   *
   * @param main of that process
   */
  StopLoop(Path folder, int cpu, RandomGenerator random, Class<?> main)
      throws IOException, InterruptedException {
    this.random = random;
    Path flagFile = Files.createDirectories(folder).resolve("e-stop");
    flag = MappedFlag.open(flagFile);
    watch = new StopWatch(line, flag);
    var syringe = new Syringe(BD_PLASTIPAK_50_UM, PumpModel.NE1000.microstepPm(), Line.USUAL);
    pump = new Ne1000(PumpModel.NE1000, syringe, clock.nowNs());
    station = StationLink.open(folder, STATION_BOOT);
    process = ChildProcess.start(command(main, line.slavePath(), folder, flagFile, cpu));
    timing = process.awaitReady();
    await("attached", () -> station.attach() != 0);
  }

  private static List<String> command(Class<?> main, Path pty, Path folder, Path flag, int cpu) {
    return ChildProcess.likeTheExecutor(
        main, pty.toString(), folder.toString(), flag.toString(), Integer.toString(cpu));
  }

  @Override
  public String timing() {
    return timing;
  }

  @Override
  public long trial() throws IOException {
    infuse();
    long sinceNs = clock.nowNs();
    long runNs = random.nextLong(SHORTEST_NS, LONGEST_NS);
    await("running on", () -> clock.nowNs() - sinceNs >= runNs);
    long latencyNs = watch.openEStop();
    answer(watch.heard());
    await("stopped", () -> is(InfusionState.FAULT, PumpState.STOPPED));
    flag.set(false);
    await("closed", () -> snapshot.alarmPresentBits == 0);
    send(StationCommand.ResetFault::new);
    return latencyNs;
  }

  /** Process that runs it. */
  long pid() {
    return process.pid();
  }

  /** What the driver wrote at the last stop. */
  byte[] stop() {
    return watch.packet();
  }

  private void infuse() throws IOException {
    await("at rest", () -> is(InfusionState.IDLE, PumpState.STOPPED));
    readBack = null;
    send(header -> new StationCommand.Propose(header, orders.longest()));
    await("read back", () -> readBack != null);
    ReadBack shown = Objects.requireNonNull(readBack);
    send(header -> new StationCommand.Start(header, shown.nonce(), shown.hash()));
    await("running", () -> is(InfusionState.INFUSING, PumpState.RUNNING));
  }

  private boolean is(InfusionState state, PumpState pumpState) {
    return snapshot.state == state && snapshot.pumpState == pumpState;
  }

  private void send(Function<StationCommand.Header, StationCommand> command) {
    long seq = station.nextCommandSeq();
    long goodToNs = clock.nowNs() + StationCommand.GOOD_FOR_NS;
    station.send(
        command.apply(
            new StationCommand.Header(
                station.executorBootId(), STATION_BOOT, seq, seq, goodToNs)));
  }

  private void await(String what, BooleanSupplier reached) throws IOException {
    long endNs = clock.nowNs() + WITHIN_NS;
    do {
      if (clock.nowNs() > endNs) {
        throw new IOException(
            "the device is " + snapshot.state + ", pump " + snapshot.pumpState
                + ", expected it " + what + " within 30 s" + refusal);
      }
      answer(line.read(1));
      keepRecord();
    } while (!reached.getAsBoolean());
  }

  private void answer(byte[] bytes) throws IOException {
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
    process.close();
    line.close();
  }
}
