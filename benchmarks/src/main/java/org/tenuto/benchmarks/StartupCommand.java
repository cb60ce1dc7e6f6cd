package org.tenuto.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.linux.Platform;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench startup}: how soon executor and station are of use, with their caches and without. */
@Command(
    name = "startup",
    mixinStandardHelpOptions = true,
    description = {
      "From the start of the process to the executor's first completed cycle and to the station's",
      "first page, with the ahead-of-time caches of ./tenuto aot and without, in turns.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured, whatever the figures",
      "1:could not be measured",
      "2:bad usage or input",
    })
final class StartupCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final int MOST_RUNS = 1_000;

  private final Launcher launcher;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "9",
      description = "starts of each kind, 1 to 1000 (default: ${DEFAULT-VALUE})")
  private int runs;

  @Mixin private JsonFile json = new JsonFile();

  StartupCommand() {
    this(Launcher.ours());
  }

  /** With that launcher. */
  StartupCommand(Launcher launcher) {
    this.launcher = launcher;
  }

  @Override
  public Integer call() {
    String refusal = refusal();
    if (refusal != null) {
      return complain(BAD_INPUT, refusal);
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf("Measuring %d starts of each kind.%n%n", runs);
    out.flush();
    Machine before = Machine.here();
    try {
      StartTimes times = new StartRun(launcher).measure(runs);
      var report = new StartupReport(before, Machine.here(), times);
      report.print(out);
      Path target = json.file();
      return target == null ? 0 : write(report, target);
    } catch (IOException e) {
      return complain(FAILED, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return complain(FAILED, "interrupted");
    }
  }

  private @Nullable String refusal() {
    if (Platform.refusal() != null) {
      return Platform.refusal();
    } else if (runs < 1 || runs > MOST_RUNS) {
      return "--runs " + runs + ": expected 1 to " + MOST_RUNS;
    } else if (!Files.isExecutable(launcher.path())) {
      return launcher.path() + ": no such launcher, expected to be started by ./tenuto";
    }
    return json.refusal();
  }

  private int write(StartupReport report, Path target) {
    try {
      report.write(target);
      return 0;
    } catch (IOException e) {
      return complain(BAD_INPUT, "--json " + target + ": can't be written: " + e.getMessage());
    }
  }

  private int complain(int code, String what) {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.getErr().println("bench startup: " + what);
    line.getErr().flush();
    return code;
  }
}
