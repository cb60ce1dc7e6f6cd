package org.tenuto.benchmarks;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  private static final int MOST_MESSAGES = 1_000_000;

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

  @Mixin private final Console console = new Console();

  @Mixin private final JsonFile json = new JsonFile();

  @Override
  public Integer call() {
    return console.run(refusal(), this::measure);
  }

  private int measure() throws IOException, InterruptedException {
    Machine before = Machine.here();
    var run = new TelemetryRun();
    console.out().printf("Measuring %d messages of each, after %d.%n%n", messages, warmUp);
    console.out().flush();
    run.measure(messages, warmUp);
    var report = new TelemetryReport(before, Machine.here(), run.ours(), run.bare());
    report.print(console.out());
    return console.written(json, report.results());
  }

  private @Nullable String refusal() {
    if (messages < 1 || messages > MOST_MESSAGES) {
      return "--messages " + messages + ": expected 1 to " + MOST_MESSAGES;
    } else if (warmUp < 0 || warmUp > MOST_MESSAGES) {
      return "--warm-up " + warmUp + ": expected 0 to " + MOST_MESSAGES;
    }
    return json.refusal();
  }
}
