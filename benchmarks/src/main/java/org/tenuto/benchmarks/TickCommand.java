package org.tenuto.benchmarks;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.linux.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench tick}: what a tick is made of. */
@Command(
    name = "tick",
    mixinStandardHelpOptions = true,
    description = {
      "The line work of a tick beside the same in C, the first alarm of a process beside its",
      "hundredth, and locked memory beside all that could be locked.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured, whatever the figures",
      "1:could not be measured",
      "2:bad usage or input",
    })
final class TickCommand implements Callable<Integer> {

  private static final int MOST_TICKS = 1_000_000;
  private static final int MOST_ROUNDS = 100;
  private static final int MOST_CPU = 1023;

  @Option(
      names = "--ticks",
      paramLabel = "N",
      defaultValue = "5000",
      description = "ticks of each line process, 1 to 1000000 (default: ${DEFAULT-VALUE})")
  private int ticks;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "6000",
      description = {
        "ticks before them, of ours and its twin, 0 to 1000000; a line is compiled for good after",
        "some 5000 (default: ${DEFAULT-VALUE})",
      })
  private int warmUp;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "line processes of each, in turn, 1 to 100 (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--processes",
      paramLabel = "N",
      defaultValue = "7",
      description = "processes with a first alarm each, 1 to 100 (default: ${DEFAULT-VALUE})")
  private int processes;

  @Option(
      names = "--cpu",
      paramLabel = "N",
      description = "processor of what is measured, 0 to 1023 (default: the last one)")
  private int cpu = Runtime.getRuntime().availableProcessors() - 1;

  @Mixin private final Console console = new Console();

  @Mixin private final JsonFile json = new JsonFile();

  @Override
  public Integer call() {
    return console.run(refusal(), this::measure);
  }

  private int measure() throws IOException, InterruptedException {
    Machine before = Machine.here();
    var run = new TickRun(warmUp, ticks, rounds, processes, cpu);
    run.measure(this::tell);
    var report = new TickReport(before, Machine.here(), run);
    report.print(console.out());
    return console.written(json, report.results());
  }

  private void tell(String what) {
    console.out().println("measuring: " + what);
    console.out().flush();
  }

  private @Nullable String refusal() {
    if (Platform.refusal() != null) {
      return Platform.refusal();
    } else if (ticks < 1 || ticks > MOST_TICKS) {
      return "--ticks " + ticks + ": expected 1 to " + MOST_TICKS;
    } else if (warmUp < 0 || warmUp > MOST_TICKS) {
      return "--warm-up " + warmUp + ": expected 0 to " + MOST_TICKS;
    } else if (rounds < 1 || rounds > MOST_ROUNDS) {
      return "--rounds " + rounds + ": expected 1 to " + MOST_ROUNDS;
    } else if (processes < 1 || processes > MOST_ROUNDS) {
      return "--processes " + processes + ": expected 1 to " + MOST_ROUNDS;
    } else if (cpu < 0 || cpu > MOST_CPU) {
      return "--cpu " + cpu + ": expected 0 to " + MOST_CPU;
    }
    return json.refusal();
  }
}
