package org.tenuto.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
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

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final int MOST_SECONDS = 3_600;
  private static final int MOST_ROUNDS = 100;

  @Spec private @Nullable CommandSpec spec;

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

  @Mixin private final JsonFile json = new JsonFile();

  @Override
  public Integer call() {
    String refusal = refusal();
    if (refusal != null) {
      return complain(BAD_INPUT, refusal);
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf("Measuring %d rounds of %d s of each broker.%n%n", rounds, seconds);
    out.flush();
    Machine before = Machine.here();
    try {
      var found = new OutageRun().measure(seconds, rounds);
      var report = new OutageReport(before, Machine.here(), found);
      report.print(out);
      return write(report.results());
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
    } else if (seconds < 1 || seconds > MOST_SECONDS) {
      return "--seconds " + seconds + ": expected 1 to " + MOST_SECONDS;
    } else if (rounds < 1 || rounds > MOST_ROUNDS) {
      return "--rounds " + rounds + ": expected 1 to " + MOST_ROUNDS;
    }
    return json.refusal();
  }

  private int write(Results results) {
    String failure = json.write(results);
    return failure == null ? 0 : complain(BAD_INPUT, failure);
  }

  private int complain(int code, String what) {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.getErr().println("bench outage: " + what);
    line.getErr().flush();
    return code;
  }
}
