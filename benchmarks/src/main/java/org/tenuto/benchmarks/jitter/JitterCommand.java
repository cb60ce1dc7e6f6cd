package org.tenuto.benchmarks.jitter;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tenuto.benchmarks.JsonFile;
import org.tenuto.benchmarks.Machine;
import org.tenuto.linux.Platform;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench jitter}: how late the loop wakes, beside others and under load. */
@Command(
    name = "jitter",
    mixinStandardHelpOptions = true,
    description = {
      "How late the executor's loop wakes at 1 kHz, beside its twin in C, cyclictest and what a",
      "Java programmer would take instead, in blocks that take turns, while the machine is idle or",
      "has other work.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured, whatever the figures",
      "1:could not be measured",
      "2:bad usage or input",
    })
public final class JitterCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private JitterOptions options = new JitterOptions();
  @Mixin private JsonFile json = new JsonFile();

  @Override
  public Integer call() {
    try {
      String refusal = refusal();
      return refusal == null ? measure(options.plan()) : complain(BAD_INPUT, refusal);
    } catch (IllegalArgumentException e) {
      return complain(BAD_INPUT, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return complain(FAILED, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return complain(FAILED, "interrupted");
    }
  }

  private @Nullable String refusal() {
    return Platform.refusal() != null ? Platform.refusal() : json.refusal();
  }

  private int measure(JitterPlan asked) throws IOException, InterruptedException {
    try (var leaving = new LeaveNothing();
        var memory = leaving.and(Scratch.inMemory());
        var disk = leaving.and(Scratch.onDisk())) {
      Toolbox tools = Toolbox.of(memory.folder());
      List<String> leftOut = new ArrayList<>();
      JitterPlan plan = possible(asked, tools, leftOut);
      Machine before = Machine.here();
      announce(plan, leftOut);
      var progress = new JitterProgress(err(), somebodyLooks(), plan);
      JitterBlocks blocks = new JitterRun(plan, tools, memory, disk, progress).measure();
      var report = new JitterReport(plan, blocks, leftOut, before, Machine.here());
      report.print(out(), somebodyLooks());
      Path target = json.file();
      return target == null ? 0 : write(report, target);
    }
  }

  /** Leaves out what this machine can't do, and says so. */
  private static JitterPlan possible(JitterPlan plan, Toolbox tools, List<String> leftOut)
      throws IOException {
    List<JitterSubject> subjects = new ArrayList<>();
    for (JitterSubject subject : plan.subjects()) {
      String lack = tools.lacks(subject);
      if (lack == null) {
        subjects.add(subject);
      } else {
        leftOut.add(subject.text() + " left out: " + lack);
      }
    }
    List<JitterLoad> loads = new ArrayList<>();
    for (JitterLoad load : plan.loads()) {
      String lack = tools.lacks(load);
      if (lack == null) {
        loads.add(load);
      } else {
        leftOut.add("load " + load.text() + " left out: " + lack);
      }
    }
    if (subjects.isEmpty() || loads.isEmpty() || (plan.isPair() && subjects.size() < 2)) {
      throw new IOException(String.join("; ", leftOut));
    }
    return plan.with(subjects, loads);
  }

  private void announce(JitterPlan plan, List<String> leftOut) {
    leftOut.forEach(out()::println);
    out()
        .printf(
            "Measuring %d blocks of %d s in %d rounds, about %s.%n%n",
            plan.blocks(),
            plan.seconds(),
            plan.rounds(),
            JitterProgress.words(plan.totalS()));
    out().flush();
  }

  private int write(JitterReport report, Path target) {
    try {
      report.write(target);
      return 0;
    } catch (IOException e) {
      return complain(BAD_INPUT, "--json " + target + ": can't be written: " + e.getMessage());
    }
  }

  @SuppressWarnings("SystemConsoleNull") // from JDK 25 on it is null again where nobody looks
  private static boolean somebodyLooks() {
    return System.console() != null;
  }

  private int complain(int code, String what) {
    err().println("bench jitter: " + what);
    err().flush();
    return code;
  }

  private PrintWriter out() {
    return line().getOut();
  }

  private PrintWriter err() {
    return line().getErr();
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
