package org.tenuto.benchmarks;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.linux.Platform;
import org.tenuto.linux.RealTimeThread;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench steps}: how late the edges of a stepper are, beside the loop that makes them. */
@Command(
    name = "steps",
    mixinStandardHelpOptions = true,
    description = {
      "How late the stepper's STEP edges are, beside the wake-up error of the loop that makes",
      "them, in one run: the driver at 1 kHz on the kernel's clock, 84 steps a second, lines without",
      "hardware. Judges nothing.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:could not be measured", "2:bad usage or input"})
final class StepsCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final int LONGEST_S = 2_000;
  private static final int LAST_CPU = 1_023;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "30",
      description = "how long, 1 to 2000. Default: ${DEFAULT-VALUE}")
  private int seconds = 30;

  @Option(
      names = "--cpu",
      paramLabel = "N",
      description = "processor to run on, from 0. Default: any")
  private int cpu = RealTimeThread.NO_CPU;

  @Mixin private final JsonFile json = new JsonFile();

  @Override
  public Integer call() throws InterruptedException {
    String refusal = refusal();
    if (refusal != null) {
      return complain(BAD_INPUT, refusal);
    }
    try {
      Machine before = Machine.here();
      StepRun run = StepRun.of(seconds, cpu);
      var report = new StepReport(seconds, before, Machine.here(), run);
      report.print(line().getOut());
      String failure = json.write(report.results());
      return failure == null ? 0 : complain(BAD_INPUT, failure);
    } catch (IllegalStateException e) {
      return complain(FAILED, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable String refusal() {
    if (Platform.refusal() != null) {
      return Platform.refusal();
    }
    if (seconds < 1 || seconds > LONGEST_S) {
      return "--seconds " + seconds + ": expected 1 to " + LONGEST_S;
    }
    if (cpu < RealTimeThread.NO_CPU || cpu > LAST_CPU) {
      return "--cpu " + cpu + ": expected 0 to " + LAST_CPU;
    }
    return json.refusal();
  }

  private int complain(int code, String what) {
    line().getErr().println("bench steps: " + what);
    line().getErr().flush();
    return code;
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
