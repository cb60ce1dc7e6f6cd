package org.tenuto.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultScript;
import org.tenuto.simulator.oracle.Violation;

/**
 * Makes the script of a session that broke a promise small: leaves out what it can, first in large
 * pieces, then one by one, then shortens and weakens what is left, as long as the same promise is
 * broken.
 */
final class Shrinker {

  private final Function<SessionPlan, SessionResult> runner;
  private final Consumer<FaultScript> watcher;
  private final BooleanSupplier enough;
  private SessionResult smallest;

  /**
   * Begins with a failure.
   *
   * @param runner runs a plan
   * @param watcher told each smaller script that still fails
   * @param enough asked before each run: whether what was found so far has to do
   */
  Shrinker(
      SessionResult failure,
      Function<SessionPlan, SessionResult> runner,
      Consumer<FaultScript> watcher,
      BooleanSupplier enough) {
    this.smallest = failure;
    this.runner = runner;
    this.watcher = watcher;
    this.enough = enough;
  }

  /** The smallest session found that breaks the same promise. */
  SessionResult shrink() {
    int piece = Math.max(1, faults().size() / 2);
    while (piece >= 1 && !enough.getAsBoolean()) {
      boolean smaller = leaveOut(piece);
      piece = smaller && piece == 1 ? 1 : piece / 2;
    }
    for (int i = 0; i < faults().size() && !enough.getAsBoolean(); i++) {
      weaken(i);
    }
    return smallest;
  }

  private List<Fault> faults() {
    return smallest.plan().faults().faults();
  }

  private boolean leaveOut(int piece) {
    boolean any = false;
    for (int from = 0; from < faults().size() && !enough.getAsBoolean(); ) {
      List<Fault> rest = new ArrayList<>(faults());
      rest.subList(from, Math.min(rest.size(), from + piece)).clear();
      if (rest.size() < faults().size() && stillFails(rest)) {
        any = true;
      } else {
        from += piece;
      }
    }
    return any;
  }

  private void weaken(int index) {
    boolean weaker = true;
    while (weaker && !enough.getAsBoolean()) {
      Fault fault = faults().get(index);
      weaker =
          replaced(index, half(fault, fault.forNs() / 2, fault.size()))
              || replaced(index, half(fault, fault.forNs(), fault.size() / 2));
    }
  }

  private static @Nullable Fault half(Fault fault, long forNs, long size) {
    try {
      return new Fault(fault.kind(), fault.atNs(), forNs, size);
    } catch (IllegalArgumentException e) {
      return null; // below what this kind can be
    }
  }

  private boolean replaced(int index, @Nullable Fault by) {
    if (by == null || by.equals(faults().get(index))) {
      return false;
    }
    List<Fault> changed = new ArrayList<>(faults());
    changed.set(index, by);
    return stillFails(changed);
  }

  private boolean stillFails(List<Fault> faults) {
    FaultScript script = new FaultScript(faults);
    SessionResult result = runner.apply(smallest.plan().with(script));
    if (result.passed() || !promise(result).equals(promise(smallest))) {
      return false;
    }
    smallest = result;
    watcher.accept(script);
    return true;
  }

  private static String promise(SessionResult result) {
    return result.violations().stream().map(Violation::oracle).findFirst().orElse("");
  }
}
