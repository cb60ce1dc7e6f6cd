package org.tenuto.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tenuto.control.StationCommand;
import org.tenuto.infusion.InfusionState;
import org.tenuto.linux.LinuxClock;
import org.tenuto.pump.PumpState;

/**
 * Our loop, as it runs on a board: a process of its own with the executor's flags, its real thread,
 * cycle, driver and link, on a pseudo-terminal with the simulated pump's own code at the other end.
 * Each stop is that of a running order.
 */
final class StopLoop implements StopSubject {

  private static final long MS = 1_000_000;

  /** So long it runs before the e-stop opens, at least and at most: a reading or none. */
  private static final long SHORTEST_NS = 20 * MS;

  private static final long LONGEST_NS = 140 * MS;

  private final LinuxClock clock = new LinuxClock();
  private final LoopStation station;
  private final MappedFlag flag;
  private final StopWatch watch;
  private final RandomGenerator random;
  private final ChildProcess process;
  private final String timing;

  /**
   * Starts it.
   *
   * @param folder of its own, in memory
   * @param cpu processor of the loop
   * @param random when the e-stop opens
   */
  StopLoop(Path folder, int cpu, RandomGenerator random) throws IOException, InterruptedException {
    this.random = random;
    Path flagFile = Files.createDirectories(folder).resolve("e-stop");
    flag = MappedFlag.open(flagFile);
    station = new LoopStation(folder);
    watch = new StopWatch(station.line(), flag);
    process = ChildProcess.start(command(station.linePath(), folder, flagFile, cpu));
    timing = process.awaitReady();
    station.attach();
  }

  private static List<String> command(Path pty, Path folder, Path flag, int cpu) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Effort.executorFlags());
    command.add("-cp");
    command.add(ManagementFactory.getRuntimeMXBean().getClassPath());
    command.add(StopLoopMain.class.getName());
    command.addAll(
        List.of(pty.toString(), folder.toString(), flag.toString(), Integer.toString(cpu)));
    return command;
  }

  @Override
  public String timing() {
    return timing;
  }

  @Override
  public long trial() throws IOException {
    station.infuse();
    long sinceNs = clock.nowNs();
    long runNs = random.nextLong(SHORTEST_NS, LONGEST_NS);
    station.await("running on", () -> clock.nowNs() - sinceNs >= runNs);
    long latencyNs = watch.openEStop();
    station.answer(watch.heard());
    station.await("stopped", () -> station.is(InfusionState.FAULT, PumpState.STOPPED));
    flag.set(false);
    station.await("closed", () -> station.snapshot().alarmPresentBits == 0);
    station.send(StationCommand.ResetFault::new);
    return latencyNs;
  }

  /** What the driver wrote at the last stop. */
  byte[] stop() {
    return watch.packet();
  }

  @Override
  public void close() throws IOException {
    process.close();
    station.close();
  }
}
