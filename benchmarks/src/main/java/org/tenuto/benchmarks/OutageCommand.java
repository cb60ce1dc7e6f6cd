package org.tenuto.benchmarks;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.linux.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench outage}: what the loop feels of a broker that fails. */
@Command(
    name = "outage",
    mixinStandardHelpOptions = true,
    description = {
      "Wake-up errors of a whole device's loop, read from its link, while its broker is down, hangs",
      "up each second, is mute, slow, hostile, or announces huge packets; a mosquitto before each.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured, whatever the figures",
      "1:could not be measured",
      "2:bad usage or input",
    })
final class OutageCommand implements Callable<Integer> {

  private static final int MOST_SECONDS = 3_600;
  private static final int MOST_ROUNDS = 100;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "20",
      description = "of each broker in each round, 1 to 3600 (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "2",
      description = "1 to 100 (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Mixin private final Console console = new Console();

  @Mixin private final JsonFile json = new JsonFile();

  @Override
  public Integer call() {
    return console.run(refusal(), this::measure);
  }

  private int measure() throws IOException, InterruptedException {
    console.out().printf("Measuring %d rounds of %d s of each broker.%n%n", rounds, seconds);
    console.out().flush();
    Machine before = Machine.here();
    var found = new OutageRun().measure(seconds, rounds);
    var report = new OutageReport(before, Machine.here(), found);
    report.print(console.out());
    return console.written(json, report.results());
  }

  private @Nullable String refusal() {
    if (Platform.refusal() != null) {
      return Platform.refusal();
    } else if (seconds < 1 || seconds > MOST_SECONDS) {
      return "--seconds " + seconds + ": expected 1 to " + MOST_SECONDS;
    } else if (rounds < 1 || rounds > MOST_ROUNDS) {
      return "--rounds " + rounds + ": expected 1 to " + MOST_ROUNDS;
    }
    return json.refusal();
  }
}
