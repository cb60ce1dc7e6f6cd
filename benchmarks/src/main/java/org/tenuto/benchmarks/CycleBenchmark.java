package org.tenuto.benchmarks;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * What one control cycle costs in a state that lasts. Most cycles do no I/O; every hundredth asks
 * the pump for its counter, and eleven after it hear two bytes each of the answer. The pump's and
 * the station's share, a few ns, is in it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CycleBenchmark {

  /**
   * Devices that were brought up before anything is measured, a fresh one for each iteration: no
   * order outlasts them all, and bringing one up allocates.
   */
  public abstract static class Devices {

    private final ArrayDeque<BenchDevice> ready = new ArrayDeque<>();
    private @Nullable BenchDevice device;

    /** Brings a device up. */
    abstract BenchDevice bringUp(Orders orders) throws IOException;

    @Setup(Level.Trial)
    public void bringUp(BenchmarkParams params) throws IOException {
      var orders = new Orders();
      int iterations = params.getWarmup().getCount() + params.getMeasurement().getCount();
      for (int i = 0; i < iterations; i++) {
        ready.add(bringUp(orders));
      }
    }

    @Setup(Level.Iteration)
    public void takeNext() {
      device = ready.remove();
    }

    /** An iteration in which anything happened counts for nothing: it fails. */
    @TearDown(Level.Iteration)
    public void requireSteady() {
      device().requireSteady();
    }

    BenchDevice device() {
      return Objects.requireNonNull(device);
    }
  }

  /** Infusing, the station in the same memory. */
  @State(Scope.Thread)
  public static class Infusing extends Devices {
    @Override
    BenchDevice bringUp(Orders orders) {
      return BenchDevice.infusing(orders);
    }
  }

  /** Infusing, the station at the other end of the real link. */
  @State(Scope.Thread)
  public static class InfusingLinked extends Devices {

    private @Nullable SharedLink link;

    @Override
    BenchDevice bringUp(Orders orders) throws IOException {
      SharedLink shared = link == null ? SharedLink.open() : link;
      link = shared;
      return BenchDevice.infusing(orders, shared);
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
      if (link != null) {
        link.close();
      }
    }
  }

  /** Infusing by a stepper motor, the station in the same memory. */
  @State(Scope.Thread)
  public static class Stepping extends Devices {
    @Override
    BenchDevice bringUp(Orders orders) {
      return BenchDevice.stepping(Orders.ofStepper());
    }
  }

  /** No order, the station in the same memory. */
  @State(Scope.Thread)
  public static class Idle extends Devices {
    @Override
    BenchDevice bringUp(Orders orders) {
      return BenchDevice.idle(orders);
    }
  }

  @Benchmark
  public void infusing(Infusing devices) {
    devices.device().cycle();
  }

  @Benchmark
  public void infusingLinked(InfusingLinked devices) {
    devices.device().cycle();
  }

  @Benchmark
  public void stepping(Stepping devices) {
    devices.device().cycle();
  }

  @Benchmark
  public void idle(Idle devices) {
    devices.device().cycle();
  }
}
