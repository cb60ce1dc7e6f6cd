package org.tenuto.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final int MOST = 10_000;

  @Spec private @Nullable CommandSpec spec;

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

  @Mixin private JsonFile json = new JsonFile();

  @Override
  public Integer call() {
    String refusal = refusal();
    if (refusal != null) {
      return complain(BAD_INPUT, refusal);
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf("Measuring %d blocks of %d sessions.%n%n", blocks, sessions);
    out.flush();
    Machine before = Machine.here();
    var run = new SimulateRun(sessions);
    try {
      run.measure(blocks);
    } catch (IllegalStateException e) {
      return complain(FAILED, String.valueOf(e.getMessage()));
    }
    var report =
        new SimulateReport(
            before, Machine.here(), sessions, run.simulatedS(), run.cpuMsPerSimulatedS());
    report.print(out);
    Path target = json.file();
    return target == null ? 0 : write(report, target);
  }

  private @Nullable String refusal() {
    if (sessions < 1 || sessions > MOST) {
      return "--sessions " + sessions + ": expected 1 to " + MOST;
    } else if (blocks < 1 || blocks > MOST) {
      return "--blocks " + blocks + ": expected 1 to " + MOST;
    }
    return json.refusal();
  }

  private int write(SimulateReport report, Path target) {
    try {
      report.write(target);
      return 0;
    } catch (IOException e) {
      return complain(BAD_INPUT, "--json " + target + ": can't be written: " + e.getMessage());
    }
  }

  private int complain(int code, String what) {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.getErr().println("bench simulate: " + what);
    line.getErr().flush();
    return code;
  }
}
