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
      AllCommand.class,
      CompareCommand.class,
      CycleCommand.class,
      FleetCommand.class,
      GpioCommand.class,
      JitterCommand.class,
      OutageCommand.class,
      PageCommand.class,
      PageStopCommand.class,
      SimulateCommand.class,
      StartupCommand.class,
      StepsCommand.class,
      StopCommand.class,
      TelemetryCommand.class,
      TickCommand.class
    },
    description =
        "What the control cycle and watching devices cost, how it keeps time and stops, here.")
public final class BenchMain implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Thread(BenchMain::endChildren, "bench-end"));
    System.exit(CommandRunner.run(new BenchMain(), args));
  }

  /** Whatever ends this process ends what it started: a loop left over would hold a line. */
  private static void endChildren() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "no benchmark given, expected one of those of bench --help");
  }
}
