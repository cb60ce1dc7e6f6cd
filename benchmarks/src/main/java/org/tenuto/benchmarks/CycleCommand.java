package org.tenuto.benchmarks;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench cycle}: time and memory of the control cycle and of the dose computation. */
@Command(
    name = "cycle",
    mixinStandardHelpOptions = true,
    description = {
      "Time and memory of one control cycle, and of the dose computation before it.",
      "Fails if a cycle without a change of state allocates anything.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured, no cycle allocates",
      "1:a cycle allocates, or could not be measured",
      "2:bad usage or input",
    })
final class CycleCommand implements Callable<Integer> {

  private final List<Subject> subjects;

  @Mixin private final CostRun run = new CostRun();

  CycleCommand() {
    this(Subjects.ofCycle());
  }

  CycleCommand(List<Subject> subjects) {
    this.subjects = subjects;
  }

  @Override
  public Integer call() {
    return run.measure(subjects, UnaryOperator.identity());
  }
}
