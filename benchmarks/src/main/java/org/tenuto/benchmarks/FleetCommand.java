package org.tenuto.benchmarks;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench fleet}: how late a monitor has what many devices say, and what that costs. */
@Command(
    name = "fleet",
    mixinStandardHelpOptions = true,
    description = {
      "Many devices that publish once a second, one mosquitto, one monitor that prints every"
          + " message",
      "and serves one page: from publication to the monitor's hands, and the processor time of"
          + " each.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured, whatever the figures",
      "1:could not be measured",
      "2:bad usage or input",
    })
final class FleetCommand implements Callable<Integer> {

  private static final int MOST_DEVICES = 1_000;
  private static final int MOST_SECONDS = 3_600;
  private static final int MOST_SESSIONS = 50;

  @Option(
      names = "--devices",
      paramLabel = "N",
      defaultValue = "500",
      description = "how many, 1 to " + MOST_DEVICES + " (default: ${DEFAULT-VALUE})")
  private int devices;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "60",
      description = "how long is measured, 1 to " + MOST_SECONDS + " (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--sessions",
      paramLabel = "N",
      defaultValue = "6",
      description =
          "sessions the devices play, 1 to " + MOST_SESSIONS + " (default: ${DEFAULT-VALUE})")
  private int sessions;

  @Mixin private final Console console = new Console();

  @Mixin private final JsonFile json = new JsonFile();

  @Override
  public Integer call() {
    return console.run(refusal(), this::measure);
  }

  private int measure() throws IOException, InterruptedException {
    console
        .out()
        .printf("Recording %d sessions, then %d s of %d devices.%n%n", sessions, seconds, devices);
    console.out().flush();
    try (FleetRun run = new FleetRun(devices, sessions)) {
      Machine before = Machine.here();
      FleetFigures figures = run.measure(seconds);
      var report = new FleetReport(before, Machine.here(), devices, figures);
      report.print(console.out());
      return console.written(json, report.results());
    }
  }

  private @Nullable String refusal() {
    if (devices < 1 || devices > MOST_DEVICES) {
      return "--devices " + devices + ": expected 1 to " + MOST_DEVICES;
    } else if (seconds < 1 || seconds > MOST_SECONDS) {
      return "--seconds " + seconds + ": expected 1 to " + MOST_SECONDS;
    } else if (sessions < 1 || sessions > MOST_SESSIONS) {
      return "--sessions " + sessions + ": expected 1 to " + MOST_SESSIONS;
    }
    return json.refusal();
  }
}
