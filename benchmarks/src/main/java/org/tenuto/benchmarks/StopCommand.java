package org.tenuto.benchmarks;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.linux.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench stop}: how soon after an e-stop opens its stop is on the line. */
@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = {
      "From an open e-stop to the bytes of the stop at the other end of a real line: the executor's",
      "own loop, beside a loop in C that does the same, in blocks that take turns.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured, whatever the figures",
      "1:could not be measured",
      "2:bad usage or input",
    })
final class StopCommand implements Callable<Integer> {

  private static final int MOST_STOPS = 100_000;
  private static final int MOST_CPU = 1023;

  @Option(
      names = "--stops",
      paramLabel = "N",
      defaultValue = "1000",
      description = "stops of each loop, 1 to 100000 (default: ${DEFAULT-VALUE})")
  private int stops;

  @Option(
      names = "--block",
      paramLabel = "N",
      defaultValue = "100",
      description = "stops of one before the other has its turn (default: ${DEFAULT-VALUE})")
  private int block;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "100",
      description = {
        "stops of each new process before those that count, 0 to 100000 (default:",
        "${DEFAULT-VALUE}): its first 10 s or so, in which it is still compiled; told apart",
      })
  private int warmUp;

  @Option(
      names = "--cpu",
      paramLabel = "N",
      description = "processor of the loops, 0 to 1023 (default: the last one)")
  private int cpu = Runtime.getRuntime().availableProcessors() - 1;

  @Mixin private final Console console = new Console();

  @Mixin private final JsonFile json = new JsonFile();

  @Override
  public Integer call() {
    return console.run(refusal(), this::measure);
  }

  private int measure() throws IOException, InterruptedException {
    Machine before = Machine.here();
    var run = new StopRun(stops, block, warmUp, cpu);
    console.out().printf("Measuring %d stops of each loop in blocks of %d.%n%n", stops, block);
    console.out().flush();
    run.measure();
    var report =
        new StopReport(
            before, Machine.here(), run.readerTiming(), run.first(), run.ours(), run.twins());
    report.print(console.out());
    return console.written(json, report.results());
  }

  private @Nullable String refusal() {
    if (Platform.refusal() != null) {
      return Platform.refusal();
    } else if (stops < 1 || stops > MOST_STOPS) {
      return "--stops " + stops + ": expected 1 to " + MOST_STOPS;
    } else if (block < 1) {
      return "--block " + block + ": expected 1 or more";
    } else if (warmUp < 0 || warmUp > MOST_STOPS) {
      return "--warm-up " + warmUp + ": expected 0 to " + MOST_STOPS;
    } else if (cpu < 0 || cpu > MOST_CPU) {
      return "--cpu " + cpu + ": expected 0 to " + MOST_CPU;
    }
    return json.refusal();
  }
}
