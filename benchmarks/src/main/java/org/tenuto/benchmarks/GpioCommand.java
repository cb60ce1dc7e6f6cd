package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.tenuto.linux.OutputLine;
import org.tenuto.linux.OutputLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench gpio}: what a level on a GPIO line costs, ours and through Pi4J. */
@Command(
    name = "gpio",
    mixinStandardHelpOptions = true,
    description = {
      "Time and memory of putting GPIO lines: the stepper's own lines, and Pi4J's outputs.",
      "Puts them high and low a million times: nothing may be connected to them.",
      "Fails if the stepper's own lines allocate anything.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured, our lines allocate nothing",
      "1:they allocate, or could not be measured",
      "2:bad usage or input, no such chip or line",
    })
final class GpioCommand implements Callable<Integer> {

  private static final int LINES = 4;

  /**
   * Iterations of a second, ten to warm up and ten measured: even an emulated machine has compiled
   * by then, and does enough in one for what JMH itself allocates to vanish.
   */
  private static final int ITERATIONS = 10;

  @Mixin private final CostRun run = new CostRun();

  @Option(
      names = "--chip",
      paramLabel = "DEVICE",
      required = true,
      description = "the GPIO chip, e.g. /dev/gpiochip0")
  private Path chip = Path.of("");

  @Option(
      names = "--lines",
      paramLabel = "N,N,N,N",
      split = ",",
      required = true,
      description = "four of its lines that nothing is connected to: three to put, one to read")
  private int[] lines = {};

  @Override
  public Integer call() {
    if (lines.length != LINES || IntStream.of(lines).distinct().count() != LINES) {
      return run.refuse(
          "--lines " + Arrays.toString(lines) + ": expected four different numbers of lines");
    }
    String refusal = tryOut();
    if (!refusal.isEmpty()) {
      return run.refuse(refusal);
    }
    String numbers =
        IntStream.of(lines).mapToObj(String::valueOf).collect(Collectors.joining(","));
    return run.measure(
        Subjects.ofGpio(),
        options -> {
          options.param("chip", chip.toString()).param("lines", numbers);
          return run.isQuick() ? options : lengthen(options);
        });
  }

  private static ChainedOptionsBuilder lengthen(ChainedOptionsBuilder options) {
    return options
        .warmupIterations(ITERATIONS)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(ITERATIONS)
        .measurementTime(TimeValue.seconds(1));
  }

  /** Why the lines can't be had, in one line and before anything is measured; empty if they can. */
  private String tryOut() {
    List<OutputLine> outputs =
        IntStream.of(lines).mapToObj(line -> new OutputLine(line, false, false)).toList();
    try {
      OutputLines.open(chip, "tenuto bench", outputs).close();
      return "";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
