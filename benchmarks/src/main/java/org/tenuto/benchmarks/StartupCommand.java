package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.linux.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  private static final int MOST_RUNS = 1_000;

  private final Launcher launcher;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "9",
      description = "starts of each kind, 1 to 1000 (default: ${DEFAULT-VALUE})")
  private int runs;

  @Mixin private final Console console = new Console();

  @Mixin private final JsonFile json = new JsonFile();

  StartupCommand() {
    this(Launcher.ours());
  }

  /** With that launcher. */
  StartupCommand(Launcher launcher) {
    this.launcher = launcher;
  }

  @Override
  public Integer call() {
    return console.run(refusal(), this::measure);
  }

  private int measure() throws IOException, InterruptedException {
    console.out().printf("Measuring %d starts of each kind.%n%n", runs);
    console.out().flush();
    Machine before = Machine.here();
    StartTimes times = new StartRun(launcher).measure(runs);
    var report = new StartupReport(before, Machine.here(), times);
    report.print(console.out());
    return console.written(json, report.results());
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
}
