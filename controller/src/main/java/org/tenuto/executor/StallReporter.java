package org.tenuto.executor;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.tenuto.control.MonotonicClock;

/**
 * Says why the loop missed deadlines: samples the kernel's counters once a second, looks for a
 * stall ten times a second, after one samples again and writes the difference. At most one line a
 * second; what stalled between is told together.
 *
 * <p>Runs on a thread of its own, of normal priority; the loop only sets the marker. While the
 * whole board stands still so does this: it reports late, not never. Allocates only when it
 * reports.
 */
final class StallReporter {

  /** Reads the kernel's counters; {@link KernelCounters#read} but in tests. */
  interface Kernel {
    void read(KernelSample into);
  }

  private static final long LOOK_NS = 100_000_000;
  private static final long SAMPLE_NS = 1_000_000_000;

  private final StallMarker marker;
  private final Kernel kernel;
  private final Consumer<String> log;
  private KernelSample last = new KernelSample();
  private KernelSample spare = new KernelSample();
  private StallMarker.Mark told;
  private long lastNs;
  private long toldNs;

  /** Takes the first sample. */
  StallReporter(StallMarker marker, Kernel kernel, Consumer<String> log, long nowNs) {
    this.marker = marker;
    this.kernel = kernel;
    this.log = log;
    told = marker.mark();
    kernel.read(last);
    lastNs = nowNs;
    toldNs = nowNs - SAMPLE_NS;
  }

  /** Looks until the process ends, on a thread of normal priority. */
  void start(MonotonicClock clock) {
    Runnable looking =
        () -> {
          while (!Thread.interrupted()) {
            LockSupport.parkNanos(LOOK_NS);
            look(clock.nowNs());
          }
        };
    Thread.ofPlatform().daemon().name("stall-report").start(looking);
  }

  /** One look. */
  void look(long nowNs) {
    boolean untold = marker.count() != told.count();
    boolean sampleDue = nowNs - lastNs >= SAMPLE_NS;
    if (sampleDue || (untold && nowNs - toldNs >= SAMPLE_NS)) {
      kernel.read(spare);
      if (untold) {
        tell(nowNs);
      }
      KernelSample before = last;
      last = spare;
      spare = before;
      lastNs = nowNs;
    }
  }

  private void tell(long nowNs) {
    StallMarker.Mark mark = marker.mark();
    log.accept(StallReport.line(mark.since(told), last, spare, nowNs - lastNs));
    told = mark;
    toldNs = nowNs;
  }
}
