package org.tenuto.benchmarks;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tenuto.benchmarks.jitter.JitterCommand;
import org.tenuto.config.CommandRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tenuto bench}: what it costs. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = {
      CycleCommand.class,
      FleetCommand.class,
      GpioCommand.class,
      JitterCommand.class,
      OutageCommand.class,
      StepsCommand.class,
      StopCommand.class,
      TelemetryCommand.class
    },
    description =
        "What the control cycle and watching devices cost, how it keeps time and stops, here.")
public final class BenchMain implements Runnable {

  private static final int BAD_USAGE = 2;

  @Spec private @Nullable CommandSpec spec;

  public static void main(String[] args) {
    System.exit(CommandRunner.run(new BenchMain(), args));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec().commandLine(),
        "no benchmark given,"
            + " expected cycle, fleet, gpio, jitter, outage, steps, stop or telemetry");
  }

  @Command(description = "Not yet: how long the processes take to start.")
  int startup() {
    return notYet("startup");
  }

  @Command(description = "Not yet: everything.")
  int all() {
    return notYet("all");
  }

  private int notYet(String name) {
    var err = spec().commandLine().getErr();
    err.println(
        "bench: "
            + name
            + ": not yet, it comes with a later version;"
            + " there are cycle, fleet, gpio, jitter, outage, steps, stop, telemetry");
    err.flush();
    return BAD_USAGE;
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }
}
