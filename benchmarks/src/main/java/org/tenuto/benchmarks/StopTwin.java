package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.tenuto.simulator.pty.PseudoTerminal;

/**
 * The same in C: a loop of 1 kHz with absolute deadlines that looks at the same flag and writes the
 * same bytes, with the same footing of the kernel. Compiled where it is measured, if there is gcc.
 */
final class StopTwin implements StopSubject {

  private static final long MS = 1_000_000;

  private final PseudoTerminal line = PseudoTerminal.open();
  private final RandomGenerator random;
  private final MappedFlag flag;
  private final StopWatch watch;
  private final ChildProcess process;
  private final String timing;

  /**
   * Starts it; as {@link StopLoop}.
   *
   * @param stop what our driver wrote
   */
  StopTwin(Path program, byte[] stop, Path folder, int cpu, RandomGenerator random)
      throws IOException, InterruptedException {
    this.random = random;
    Path flagFile = Files.createDirectories(folder).resolve("e-stop");
    flag = MappedFlag.open(flagFile);
    watch = new StopWatch(line, flag);
    process =
        ChildProcess.start(
            List.of(
                program.toString(),
                line.slavePath().toString(),
                flagFile.toString(),
                HexFormat.of().formatHex(stop),
                Integer.toString(cpu)));
    timing = process.awaitReady();
  }

  @Override
  public String timing() {
    return timing;
  }

  @Override
  public long trial() throws IOException {
    LockSupport.parkNanos(random.nextLong(20 * MS, 40 * MS));
    long latencyNs = watch.openEStop();
    flag.set(false);
    LockSupport.parkNanos(20 * MS); // it sees that too
    return latencyNs;
  }

  @Override
  public void close() throws IOException {
    process.close();
    line.close();
  }
}
