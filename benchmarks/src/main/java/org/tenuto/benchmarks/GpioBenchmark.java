package org.tenuto.benchmarks;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.tenuto.driver.stepper.MotorLines;
import org.tenuto.gpio.LineOutputProvider;
import org.tenuto.linux.GpioMotorLines;
import org.tenuto.linux.MotorWiring;

/**
 * What a change of level costs on a real chip: the stepper's own lines, and the same through Pi4J
 * with our provider, whose native call is the same one.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GpioBenchmark {

  /** The chip and its lines, as the command was given them. */
  @State(Scope.Thread)
  public static class Board {
    @Param("") String chip = "";

    @Param("") String lines = "";

    Path device() {
      return Path.of(chip);
    }

    int line(int index) {
      return Integer.parseInt(lines.split(",", -1)[index]);
    }
  }

  /** The stepper's lines. */
  @State(Scope.Thread)
  public static class Stepper {
    private @Nullable GpioMotorLines lines;
    private int levels = MotorLines.ENABLE | MotorLines.DIR;

    @Setup(Level.Trial)
    public void open(Board board) throws IOException {
      int none = MotorWiring.NONE;
      var wiring =
          new MotorWiring(
              board.line(0), board.line(1), board.line(2), board.line(3), none, none, none);
      lines = GpioMotorLines.open(board.device(), wiring);
    }

    @TearDown(Level.Trial)
    public void close() {
      lines().close();
    }

    GpioMotorLines lines() {
      return Objects.requireNonNull(lines);
    }
  }

  /** Three outputs of Pi4J. */
  @State(Scope.Thread)
  public static class Pi4jOutputs {
    private @Nullable Context pi4j;
    private DigitalOutput[] outputs = {};
    private DigitalState step = DigitalState.LOW;

    @Setup(Level.Trial)
    public void open(Board board) {
      Context context =
          Pi4J.newContextBuilder()
              .noAutoDetect()
              .disableShutdownHook()
              .add(new LineOutputProvider(board.device()))
              .build();
      pi4j = context;
      outputs =
          IntStream.range(0, 3)
              .mapToObj(i -> output(context, board.line(i)))
              .toArray(DigitalOutput[]::new);
    }

    private static DigitalOutput output(Context context, int line) {
      return context.create(
          DigitalOutput.newConfigBuilder(context)
              .id("line-" + line)
              .bcm(line)
              .initial(DigitalState.LOW)
              .build());
    }

    @TearDown(Level.Trial)
    public void close() {
      Stream.ofNullable(pi4j).forEach(Context::shutdown);
    }
  }

  /** Fails if the kernel refuses: what is not put costs nothing. */
  @Benchmark
  public void stepperPut(Stepper stepper) {
    stepper.levels ^= MotorLines.STEP;
    if (!stepper.lines().put(stepper.levels)) {
      throw new IllegalStateException(stepper.lines().toString());
    }
  }

  @Benchmark
  public boolean stepperEdge(Stepper stepper) {
    return stepper.lines().nextEdge();
  }

  @Benchmark
  public void pi4jOne(Pi4jOutputs pi4j) {
    pi4j.step = DigitalState.getInverseState(pi4j.step);
    pi4j.outputs[0].state(pi4j.step);
  }

  @Benchmark
  public void pi4jThree(Pi4jOutputs pi4j) {
    pi4j.step = DigitalState.getInverseState(pi4j.step);
    pi4j.outputs[1].state(DigitalState.HIGH);
    pi4j.outputs[2].state(DigitalState.HIGH);
    pi4j.outputs[0].state(pi4j.step);
  }
}
