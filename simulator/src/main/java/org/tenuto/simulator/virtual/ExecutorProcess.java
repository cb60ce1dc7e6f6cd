package org.tenuto.simulator.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.BootRecord;
import org.tenuto.control.ControlCycle;
import org.tenuto.control.ControlLoop;
import org.tenuto.control.CycleStatistics;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.dose.OrderReview;
import org.tenuto.infusion.InfusionState;
import org.tenuto.link.ExecutorLink;
import org.tenuto.link.LinkPlace;
import org.tenuto.pump.Pump;

/**
 * One boot of the executor: the controller's own cycle and link, called each millisecond as its
 * loop does. Dropping it is its death.
 */
public final class ExecutorProcess {

  /** As often as its thread looks for a station on a board. */
  private static final long LOOK_NS = 100_000_000;

  private final long bootId;
  private final ExecutorLink link;
  private final TappedLink tapped;
  private final ControlCycle cycle;
  private final CycleStatistics statistics = new CycleStatistics();
  private long lookDueNs;
  private long deadlineNs;

  /**
   * Boots.
   *
   * @param bootId this boot; any number but 0
   * @param libraryHash of the library the review goes by
   * @param pump the driver on its line
   * @param nonces unpredictable numbers, never 0
   * @param nowNs monotonic ns
   */
  public ExecutorProcess(
      long bootId,
      String libraryHash,
      OrderReview review,
      CheckThresholds thresholds,
      Pump pump,
      LinkPlace place,
      HeardPanel panel,
      LongSupplier nonces,
      EventTap tap,
      long nowNs) {
    this.bootId = bootId;
    try {
      link = ExecutorLink.open(place, bootId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tapped = new TappedLink(link, tap);
    var boot = new BootRecord(bootId, "virtual", "timing: virtual", 0, libraryHash, false);
    cycle =
        new ControlCycle(boot, thresholds, pump, tapped, panel, review, nonces, statistics);
    deadlineNs = nowNs;
  }

  /**
   * One cycle at its deadline; those that went by since the last are skipped, as the loop does it.
   *
   * @param nowNs the deadline, on the grid of 1 ms
   * @param wallMs wall clock
   */
  public void run(long nowNs, long wallMs) {
    long missed = (nowNs - deadlineNs) / ControlLoop.PERIOD_NS - 1;
    if (missed > 0) {
      statistics.skipped(missed);
      cycle.skipped(missed, missed * ControlLoop.PERIOD_NS);
    }
    deadlineNs = nowNs;
    if (nowNs >= lookDueNs) {
      lookDueNs = nowNs + LOOK_NS;
      link.lookForStation();
    }
    statistics.woke(nowNs, 0);
    cycle.wallClock(wallMs);
    cycle.run(nowNs);
  }

  /** What it published last; null before its first cycle. The same object in every cycle. */
  public @Nullable StatusSnapshot said() {
    return tapped.said();
  }

  /** This boot. */
  long bootId() {
    return bootId;
  }

  /** What it is doing. */
  public InfusionState state() {
    return cycle.state();
  }
}
