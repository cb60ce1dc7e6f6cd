package org.tenuto.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.tenuto.control.StatusSnapshot;

/** Wake-up errors of a loop, as its snapshots tell them while somebody looks. One thread. */
final class WakeUps {

  private static final long LONGEST_NS = 60_000_000_000L;
  private static final int DIGITS = 3;
  private static final int CYCLES_PER_S = 1_000;

  private final Histogram errorsNs = new Histogram(LONGEST_NS, DIGITS);
  private final List<Long> worstOfSecondsNs = new ArrayList<>();
  private long skipped;
  private long lastCycle;
  private long lastSecond;
  private long lastSkipped = -1;

  /** Others follow that are not of the same stretch. */
  void apart() {
    lastCycle = 0;
    lastSkipped = -1;
  }

  /** Takes a snapshot; the same one again tells nothing. */
  void take(StatusSnapshot now) {
    if (now.cycle == lastCycle) {
      return;
    }
    errorsNs.recordValue(Math.clamp(now.wakeErrorNs, 0, LONGEST_NS));
    long second = now.cycle / CYCLES_PER_S;
    if (lastCycle != 0 && second != lastSecond) {
      worstOfSecondsNs.add(now.worstWakeErrorNs);
    }
    skipped += lastSkipped < 0 ? 0 : now.skippedCycles - lastSkipped;
    lastSkipped = now.skippedCycles;
    lastCycle = now.cycle;
    lastSecond = second;
  }

  /** All of them, ns. */
  Histogram errorsNs() {
    return errorsNs;
  }

  long cycles() {
    return errorsNs.getTotalCount();
  }

  long skipped() {
    return skipped;
  }

  /** Wake-up error that a part of the cycles did not exceed, ns. */
  long percentileNs(double percent) {
    return errorsNs.getValueAtPercentile(percent);
  }

  /** Median of the worst errors of each second, ns; 0 if there was none. */
  long w1maxNs() {
    List<Long> sorted = worstOfSecondsNs.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }
}
