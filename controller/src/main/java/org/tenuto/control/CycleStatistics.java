package org.tenuto.control;

/**
 * How well the loop keeps its beat: wake-up error and skipped cycles. Written by the loop, read by
 * the cycle for the snapshot. Loop thread only; allocates nothing.
 */
public final class CycleStatistics {

  private static final long NS_PER_S = 1_000_000_000;

  private final WakeSink sink;
  private long wakeErrorNs;
  private long worstThisSecondNs;
  private long worstLastSecondNs;
  private long secondStartedNs;
  private long skippedCycles;

  /** Told to nobody else. */
  public CycleStatistics() {
    this(WakeSink.NOBODY);
  }

  /**
   * Nothing is counted yet.
   *
   * @param sink told of each wake-up as well
   */
  public CycleStatistics(WakeSink sink) {
    this.sink = sink;
  }

  /**
   * A cycle woke.
   *
   * @param deadlineNs when it should have
   * @param errorNs how much later it did
   */
  public void woke(long deadlineNs, long errorNs) {
    wakeErrorNs = errorNs;
    sink.woke(deadlineNs, errorNs);
    if (deadlineNs - secondStartedNs >= NS_PER_S) {
      worstLastSecondNs = worstThisSecondNs;
      worstThisSecondNs = 0;
      secondStartedNs = deadlineNs;
    }
    worstThisSecondNs = Math.max(worstThisSecondNs, errorNs);
  }

  /** Deadlines went by without a cycle. */
  public void skipped(long cycles) {
    skippedCycles += cycles;
  }

  /** Wake-up error of the last cycle, ns. */
  public long wakeErrorNs() {
    return wakeErrorNs;
  }

  /** Largest wake-up error of the last full second, ns. */
  public long worstWakeErrorNs() {
    return worstLastSecondNs;
  }

  /** Cycles skipped since the loop started. */
  public long skippedCycles() {
    return skippedCycles;
  }
}
