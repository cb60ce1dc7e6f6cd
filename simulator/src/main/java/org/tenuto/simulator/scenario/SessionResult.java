package org.tenuto.simulator.scenario;

import java.util.List;
import org.tenuto.simulator.oracle.Violation;

/**
 * How a session went.
 *
 * @param plan what it was made of
 * @param outcome how the order ended: COMPLETE, or why not
 * @param violations promises that were not kept, oldest first
 * @param simulatedNs virtual time it took
 * @param infusingNs of that, time in which the device said that it infused
 * @param pushedNl what the motor pushed out
 * @param operations what was asked of the device's edges: line, disk, broker
 * @param traceHash SHA-256 of its trace
 */
public record SessionResult(
    SessionPlan plan,
    String outcome,
    List<Violation> violations,
    long simulatedNs,
    long infusingNs,
    long pushedNl,
    long operations,
    String traceHash) {

  public SessionResult {
    violations = List.copyOf(violations);
  }

  /** Whether every promise was kept. */
  public boolean passed() {
    return violations.isEmpty();
  }
}
