package org.tenuto.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final int MOST_DEVICES = 1_000;
  private static final int MOST_SECONDS = 3_600;
  private static final int MOST_SESSIONS = 50;

  @Spec private @Nullable CommandSpec spec;

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

  @Mixin private final JsonFile json = new JsonFile();

  @Override
  public Integer call() {
    String refusal = refusal();
    if (refusal != null) {
      return complain(BAD_INPUT, refusal);
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf("Recording %d sessions, then %d s of %d devices.%n%n", sessions, seconds, devices);
    out.flush();
    try (FleetRun run = new FleetRun(devices, sessions)) {
      Machine before = Machine.here();
      FleetFigures figures = run.measure(seconds);
      var report = new FleetReport(before, Machine.here(), devices, figures);
      report.print(out);
      String failure = json.write(report.results());
      return failure == null ? 0 : complain(BAD_INPUT, failure);
    } catch (IOException e) {
      return complain(FAILED, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return complain(FAILED, "interrupted");
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

  private int complain(int code, String what) {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.getErr().println("bench fleet: " + what);
    line.getErr().flush();
    return code;
  }
}
