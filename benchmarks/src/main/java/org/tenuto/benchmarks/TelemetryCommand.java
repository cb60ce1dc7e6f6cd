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

/** {@code bench telemetry}: how soon an event is with a subscriber. */
@Command(
    name = "telemetry",
    mixinStandardHelpOptions = true,
    description = {
      "From publication to a subscriber's hands through one mosquitto: the device's own publisher,",
      "beside a bare Paho client with the same bytes, one message of each in turn.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured, whatever the figures",
      "1:could not be measured",
      "2:bad usage or input",
    })
final class TelemetryCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final int MOST_MESSAGES = 1_000_000;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--messages",
      paramLabel = "N",
      defaultValue = "5000",
      description = "of each publisher, 1 to 1000000 (default: ${DEFAULT-VALUE})")
  private int messages;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "2000",
      description = "of each before those that count, 0 to 1000000 (default: ${DEFAULT-VALUE})")
  private int warmUp;

  @Mixin private final JsonFile json = new JsonFile();

  @Override
  public Integer call() {
    String refusal = refusal();
    if (refusal != null) {
      return complain(BAD_INPUT, refusal);
    }
    Machine before = Machine.here();
    var run = new TelemetryRun();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf("Measuring %d messages of each, after %d.%n%n", messages, warmUp);
    out.flush();
    try {
      run.measure(messages, warmUp);
    } catch (IOException e) {
      return complain(FAILED, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return complain(FAILED, "interrupted");
    }
    var report = new TelemetryReport(before, Machine.here(), run.ours(), run.bare());
    report.print(out);
    return write(report.results());
  }

  private @Nullable String refusal() {
    if (messages < 1 || messages > MOST_MESSAGES) {
      return "--messages " + messages + ": expected 1 to " + MOST_MESSAGES;
    } else if (warmUp < 0 || warmUp > MOST_MESSAGES) {
      return "--warm-up " + warmUp + ": expected 0 to " + MOST_MESSAGES;
    }
    return json.refusal();
  }

  private int write(Results results) {
    String failure = json.write(results);
    return failure == null ? 0 : complain(BAD_INPUT, failure);
  }

  private int complain(int code, String what) {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.getErr().println("bench telemetry: " + what);
    line.getErr().flush();
    return code;
  }
}
