package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Stops of our loop and of its twin, in blocks that take turns, one process at a time: what the
 * machine does to one of them it does to the other as well.
 */
final class StopRun {

  private final int trials;
  private final int block;
  private final int warmUp;
  private final int cpu;
  private final StopTimes first = new StopTimes();
  private final StopTimes ours = new StopTimes();
  private final StopTimes twins = new StopTimes();
  private final SplittableRandom random = new SplittableRandom(1);
  private boolean hasTwin;
  private String readerTiming = "";

  /**
   * Prepares it.
   *
   * @param trials stops of each loop
   * @param block stops of one loop before the other has its turn
   * @param warmUp stops of each new process before those that count
   * @param cpu processor of the loops
   */
  StopRun(int trials, int block, int warmUp, int cpu) {
    this.trials = trials;
    this.block = block;
    this.warmUp = warmUp;
    this.cpu = cpu;
  }

  /** Measures it all. */
  void measure() throws IOException, InterruptedException {
    try (var folder = new BenchFolder();
        var reading = new StopReader(cpu)) {
      measure(folder.path(), reading);
      readerTiming = reading.timing();
    }
  }

  private void measure(Path folder, StopReader reader) throws IOException, InterruptedException {
    Path program = Gcc.compile("stop-twin.c", folder);
    hasTwin = program != null;
    for (int done = 0; done < trials; done += block) {
      int count = Math.min(block, trials - done);
      byte[] stop = block(folder.resolve("ours" + done), reader, count);
      if (program != null) {
        twinBlock(program, stop, folder.resolve("twin" + done), reader, count);
      }
    }
  }

  private byte[] block(Path folder, StopReader reader, int count)
      throws IOException, InterruptedException {
    try (var loop = new StopLoop(folder, cpu, random.split())) {
      run(reader, loop, first, warmUp);
      run(reader, loop, ours, count);
      return loop.stop();
    }
  }

  private void twinBlock(Path program, byte[] stop, Path folder, StopReader reader, int count)
      throws IOException, InterruptedException {
    try (var loop = new StopTwin(program, stop, folder, cpu, random.split())) {
      run(reader, loop, new StopTimes(), warmUp);
      run(reader, loop, twins, count);
    }
  }

  private static void run(StopReader reader, StopSubject subject, StopTimes times, int count)
      throws IOException, InterruptedException {
    times.begin(subject.timing());
    reader.measure(subject, times, count);
  }

  /** What the kernel granted the reader. */
  String readerTiming() {
    return readerTiming;
  }

  /** Ours, in the first seconds of each process. */
  StopTimes first() {
    return first;
  }

  /** Ours. */
  StopTimes ours() {
    return ours;
  }

  /** The twin's; null where there is no gcc. */
  @Nullable StopTimes twins() {
    return hasTwin ? twins : null;
  }
}
