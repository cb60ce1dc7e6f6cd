package org.tenuto.benchmarks;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench simulate}: how much faster than real time whole sessions run. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "How much faster than real time whole sessions run in virtual time, on one thread, by its",
      "processor time: the same sessions, each with the faults of its seed, in every block.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured",
      "1:a session broke a promise",
      "2:bad usage or input",
    })
final class SimulateCommand implements Callable<Integer> {

  private static final int MOST = 10_000;

  @Option(
      names = "--sessions",
      paramLabel = "N",
      defaultValue = "10",
      description = "of a block, 1 to 10000 (default: ${DEFAULT-VALUE})")
  private int sessions;

  @Option(
      names = "--blocks",
      paramLabel = "N",
      defaultValue = "9",
      description = "1 to 10000, and one before them to warm up (default: ${DEFAULT-VALUE})")
  private int blocks;

  @Mixin private final Console console = new Console();

  @Mixin private final JsonFile json = new JsonFile();

  @Override
  public Integer call() {
    return console.run(refusal(), this::measure);
  }

  private int measure() {
    console.out().printf("Measuring %d blocks of %d sessions.%n%n", blocks, sessions);
    console.out().flush();
    Machine before = Machine.here();
    var run = new SimulateRun(sessions);
    try {
      run.measure(blocks);
    } catch (IllegalStateException e) {
      return console.complain(Console.FAILED, String.valueOf(e.getMessage()));
    }
    var report =
        new SimulateReport(
            before, Machine.here(), sessions, run.simulatedS(), run.cpuMsPerSimulatedS());
    report.print(console.out());
    return console.written(json, report.results());
  }

  private @Nullable String refusal() {
    if (sessions < 1 || sessions > MOST) {
      return "--sessions " + sessions + ": expected 1 to " + MOST;
    } else if (blocks < 1 || blocks > MOST) {
      return "--blocks " + blocks + ": expected 1 to " + MOST;
    }
    return json.refusal();
  }
}
