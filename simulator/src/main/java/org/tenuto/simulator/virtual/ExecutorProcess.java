package org.tenuto.simulator.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.BootRecord;
import org.tenuto.control.ControlLoop;
import org.tenuto.control.Cycle;
import org.tenuto.control.CycleStatistics;
import org.tenuto.control.PanelInputs;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.dose.OrderReview;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.infusion.InfusionState;
import org.tenuto.link.ExecutorLink;
import org.tenuto.link.LinkPlace;
import org.tenuto.pump.Pump;
import org.tenuto.replay.DrivenPump;
import org.tenuto.replay.ExecutorPorts;
import org.tenuto.replay.Recording;
import org.tenuto.replay.Trace;
import org.tenuto.replay.TracedExecutor;

/**
 * One boot of the executor: the controller's own loop, cycle and link, given a turn each
 * millisecond. Dropping it is its death.
 */
public final class ExecutorProcess {

  /** As often as its thread looks for a station on a board. */
  private static final long LOOK_NS = 100_000_000;

  private static final long NOT_BEGUN = -1;

  private final long bootId;
  private final ExecutorLink link;
  private final TappedLink tapped;
  private final Cycle cycle;
  private final ControlLoop loop;
  private long lookDueNs;
  private long deadlineNs = NOT_BEGUN;
  private long nowNs;
  private long wallMs;

  /**
   * Boots.
   *
   * @param bootId this boot; any number but 0
   * @param libraryHash of the library the review goes by
   * @param pump makes the driver on its line
   * @param kind of that pump
   * @param nonces unpredictable numbers, never 0
   */
  public ExecutorProcess(
      long bootId,
      String libraryHash,
      OrderReview review,
      CheckThresholds thresholds,
      Function<Trace, Pump> pump,
      PumpKind kind,
      LinkPlace place,
      HeardPanel panel,
      PanelInputs inputs,
      LongSupplier nonces,
      EventTap tap) {
    this.bootId = bootId;
    try {
      link = ExecutorLink.open(place, bootId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tapped = new TappedLink(link, tap);
    var boot = new BootRecord(bootId, "virtual", "timing: virtual", 0, libraryHash, true);
    var statistics = new CycleStatistics();
    var recording = new Recording(link);
    cycle =
        TracedExecutor.recorded(
            recording,
            boot,
            thresholds,
            new DrivenPump(
                pump.apply(recording),
                NewEraModel.NE_1000,
                kind == PumpKind.STEPPER ? StepperBuild.USUAL : null),
            new ExecutorPorts(tapped, panel, inputs, review, nonces, statistics));
    loop = new ControlLoop(cycle, () -> this.nowNs, () -> this.wallMs, _ -> {}, statistics);
  }

  /**
   * The turn of its loop, on time or after a stall.
   *
   * @param atNs when it gets it, on the grid of 1 ms
   * @param wall what the wall clock shows, ms since 1970
   */
  public void run(long atNs, long wall) {
    nowNs = atNs;
    wallMs = wall;
    if (atNs >= lookDueNs) {
      lookDueNs = atNs + LOOK_NS;
      link.lookForStation();
    }
    deadlineNs = loop.step(deadlineNs == NOT_BEGUN ? atNs : deadlineNs);
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
