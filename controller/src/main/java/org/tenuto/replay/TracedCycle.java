package org.tenuto.replay;

import org.tenuto.control.Cycle;
import org.tenuto.infusion.InfusionState;

/** The cycle's own deadlines and wall clock, and once a second what was decided so far. */
public final class TracedCycle implements Cycle {

  private static final int CYCLES_BETWEEN_SUMS = 1_000;
  private static final long NS_PER_MS = 1_000_000;

  private final Cycle cycle;
  private final Trace trace;
  private long missed;
  private long latenessNs;
  private long wallMs;
  private boolean ends;
  private long beforeNs;
  private long cycles;
  private boolean ending;

  TracedCycle(Cycle cycle, Trace trace) {
    this.cycle = cycle;
    this.trace = trace;
  }

  @Override
  public void skipped(long count, long byNs) {
    missed = count;
    latenessNs = byNs;
  }

  @Override
  public void wallClock(long ms) {
    wallMs = ms;
  }

  @Override
  public void endOrder() {
    ends = true;
  }

  @Override
  public void run(long nowNs) {
    if (trace.note(Input.ORDER_ENDS, ends)) {
      ending = true;
      cycle.endOrder();
    }
    ends = false;
    long skipped = trace.note(Input.MISSED_CYCLES, missed);
    if (skipped > 0) {
      cycle.skipped(skipped, trace.note(Input.LATENESS_NS, latenessNs));
      cycles += skipped;
    }
    missed = 0;
    long atNs = beforeNs + trace.note(Input.STEP_NS, nowNs - beforeNs);
    beforeNs = atNs;
    long boardMs = atNs / NS_PER_MS;
    cycle.wallClock(boardMs + trace.note(Input.WALL_MS, wallMs - boardMs));
    cycle.run(atNs);
    cycles++;
    sumUp();
  }

  /** At the end in every cycle: nobody knows which is the last. */
  private void sumUp() {
    if (cycles % CYCLES_BETWEEN_SUMS == 0 || ending) {
      long mine = trace.decisions().sum();
      if (trace.note(Input.DECISIONS, mine) != mine) {
        throw new DivergedException("what it decided by then is not what was decided");
      }
    }
    trace.cycleDone();
  }

  @Override
  public boolean isAtRest() {
    return cycle.isAtRest();
  }

  @Override
  public InfusionState state() {
    return cycle.state();
  }

  /** Cycles since boot, those that were skipped as well. */
  long cycles() {
    return cycles;
  }
}
