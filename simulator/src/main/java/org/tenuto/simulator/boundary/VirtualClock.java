package org.tenuto.simulator.boundary;

import org.tenuto.control.MonotonicClock;
import org.tenuto.control.WallClock;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.FaultListener;
import org.tenuto.simulator.fault.PresentFaults;

/**
 * What time it is in a session: moves only when it is told to. The monotonic clock is the truth;
 * the wall clock can be set and can drift. One thread; allocates nothing.
 */
public final class VirtualClock implements MonotonicClock, WallClock, FaultListener {

  private static final long NS_PER_MS = 1_000_000;
  private static final long WHOLE_PPM = 1_000_000;

  /** At 5 % of drift the product of both stays below 63 bits for 50 hours in one move. */
  private static final long LONGEST_MOVE_NS = 50 * 3_600_000_000_000L;

  private final PresentFaults present;
  private long nowNs;
  private long wallNs;

  /** What the drift has gathered below 1 ns, in millionths of it. */
  private long remainder;

  /**
   * Starts.
   *
   * @param nowNs monotonic ns
   * @param wallMs wall clock, ms since 1970 UTC
   * @param present how it drifts
   */
  public VirtualClock(long nowNs, long wallMs, PresentFaults present) {
    this.nowNs = nowNs;
    this.wallNs = wallMs * NS_PER_MS;
    this.present = present;
  }

  /**
   * Lets time pass.
   *
   * @param durationNs 0 to 50 h, ns
   */
  public void advance(long durationNs) {
    if (durationNs < 0 || durationNs > LONGEST_MOVE_NS) {
      throw new IllegalArgumentException(
          "clock moved by " + durationNs + " ns: expected 0 to " + LONGEST_MOVE_NS);
    }
    nowNs += durationNs;
    wallNs += durationNs;
    long ppm = present.size(FaultKind.WALL_DRIFT);
    if (ppm != 0) {
      long drift = durationNs * ppm + remainder;
      wallNs += Math.floorDiv(drift, WHOLE_PPM);
      remainder = Math.floorMod(drift, WHOLE_PPM);
    }
  }

  /** A {@link FaultKind#WALL_STEP} sets the wall clock. */
  @Override
  public void begins(Fault fault) {
    if (fault.kind() == FaultKind.WALL_STEP) {
      wallNs += fault.size() * NS_PER_MS;
    }
  }

  @Override
  public long nowNs() {
    return nowNs;
  }

  @Override
  public long wallMs() {
    return Math.floorDiv(wallNs, NS_PER_MS);
  }
}
