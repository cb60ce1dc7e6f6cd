package org.tenuto.driver.newera;

import java.util.List;

/** Steps that are carried out in order, each only after the one before was answered as expected. */
final class Script {

  /** Thirty steps of 30 ms on a slow line, and room for repeats. */
  private static final long WITHIN_NS = 3_000_000_000L;

  private static final long NOT_BEGUN = Long.MIN_VALUE;

  private final Step[] steps;
  private int at;
  private long begunNs = NOT_BEGUN;

  Script(List<Step> steps) {
    this.steps = steps.toArray(Step[]::new);
  }

  /** Makes the pump safe to talk to from any state but a running one, and parks it. */
  static Script preparation(NewEraModel model, VolumeCounter counter) {
    return new Script(
        List.of(
            Step.of("SAF1", Answer.TAKEN),
            Step.of("SAF", Answer.number(1)),
            Step.of("STP", Answer.AT_REST),
            Step.of("VER", Answer.version(model.reportedName())),
            // No power-fail resume: nothing resumes by itself.
            Step.of("PF0", Answer.TAKEN),
            Step.of("PF", Answer.number(0)),
            counter.read(),
            Step.of("PHN1", Answer.TAKEN),
            Step.of("PHN", Answer.number(1)),
            Step.of("FUNSTP", Answer.TAKEN),
            Step.of("FUN", Answer.exactly("STP"))));
  }

  /** Reads the final counter and makes phase 1 a stop: the pump's own Start key moves nothing. */
  static Script parking(VolumeCounter counter) {
    return new Script(
        List.of(
            counter.read(),
            Step.of("PHN1", Answer.TAKEN),
            Step.of("PHN", Answer.number(1)),
            Step.of("FUNSTP", Answer.TAKEN),
            Step.of("FUN", Answer.exactly("STP"))));
  }

  /** Begins again. */
  void restart() {
    at = 0;
    begunNs = NOT_BEGUN;
  }

  /** Whether it takes too long, counted from the first time this is asked. */
  boolean isOverdue(long nowNs) {
    if (begunNs == NOT_BEGUN) {
      begunNs = nowNs;
    }
    return nowNs - begunNs >= WITHIN_NS;
  }

  /** Whether every step was answered as expected. */
  boolean isDone() {
    return at == steps.length;
  }

  /** The step to be carried out next; not when done. */
  Step current() {
    return steps[at];
  }

  /** Goes on if {@code answered} is the current step; a poll asked before is none of this. */
  void advance(Step answered) {
    if (!isDone() && answered == steps[at]) {
      at++;
    }
  }
}
