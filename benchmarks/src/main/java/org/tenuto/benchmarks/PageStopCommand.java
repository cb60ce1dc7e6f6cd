package org.tenuto.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.linux.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench stop-page}: how soon after the page asks for it a stop is on the line. */
@Command(
    name = "stop-page",
    mixinStandardHelpOptions = true,
    description = {
      "From the touch of Stop in a browser (chromium on the PATH) to the bytes of the stop at the",
      "other end of the line, and to the plunger at rest: station and executor as people start",
      "them, each stop of a running order; beside a page of a bare HTTP server that writes the",
      "same bytes. Without a browser: from the request that the page would send.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured, whatever the figures",
      "1:could not be measured",
      "2:bad usage or input",
    })
final class PageStopCommand implements Callable<Integer> {

  private static final int MOST_STOPS = 10_000;

  private final Launcher launcher;

  @Option(
      names = "--stops",
      paramLabel = "N",
      defaultValue = "30",
      description = "stops of each, 1 to 10000, some 5 s each (default: ${DEFAULT-VALUE})")
  private int stops;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "5",
      description = "stops before those that count, 0 to 10000 (default: ${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--request",
      description = "from the request, sent by a client, also where there is a browser")
  private boolean request;

  @Mixin private final Console console = new Console();

  @Mixin private final JsonFile json = new JsonFile();

  PageStopCommand() {
    this(Launcher.ours());
  }

  /** With that launcher. */
  PageStopCommand(Launcher launcher) {
    this.launcher = launcher;
  }

  @Override
  public Integer call() {
    return console.run(refusal(), this::measure);
  }

  private int measure() throws IOException, InterruptedException {
    console.out().printf("Measuring %d stops of each.%n%n", stops);
    console.out().flush();
    Machine before = Machine.here();
    var run = new PageStopRun(launcher, request ? null : Chromium.find());
    PageStopTimes times = run.measure(stops, warmUp);
    var report = new PageStopReport(before, Machine.here(), times);
    report.print(console.out());
    return console.written(json, report.results());
  }

  private @Nullable String refusal() {
    if (Platform.refusal() != null) {
      return Platform.refusal();
    } else if (stops < 1 || stops > MOST_STOPS) {
      return "--stops " + stops + ": expected 1 to " + MOST_STOPS;
    } else if (warmUp < 0 || warmUp > MOST_STOPS) {
      return "--warm-up " + warmUp + ": expected 0 to " + MOST_STOPS;
    } else if (!Files.isExecutable(launcher.path())) {
      return launcher.path() + ": no such launcher, expected to be started by ./tenuto";
    }
    return json.refusal();
  }
}
