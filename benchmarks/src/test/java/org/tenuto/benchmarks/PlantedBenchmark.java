package org.tenuto.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the command must not let pass: an operation that allocates, a device that stopped. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PlantedBenchmark {

  /** A device that is brought up once: sooner or later its order ends. */
  @State(Scope.Thread)
  public static class Ending {
    private final BenchDevice device = BenchDevice.infusing(new Orders());

    @TearDown(Level.Iteration)
    public void tearDown() {
      device.requireSteady();
    }
  }

  /** An object a cycle. */
  @Benchmark
  public Object allocates(CycleBenchmark.Infusing devices) {
    devices.device().cycle();
    return new Object();
  }

  /** 330 s of infusion in an operation: twenty of them, an iteration, end the order of 6,000 s. */
  @Benchmark
  public void ends(Ending ending) {
    for (int i = 0; i < 330_000; i++) {
      ending.device.cycle();
    }
  }
}
