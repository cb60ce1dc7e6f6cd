package org.tenuto.replay;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.BootRecord;
import org.tenuto.control.ControlCycle;
import org.tenuto.control.CycleStatistics;
import org.tenuto.control.Panel;
import org.tenuto.control.PanelInputs;
import org.tenuto.control.StationPort;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.dose.OrderReview;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.pump.Pump;

/**
 * The one place that puts an executor together, on a device, in virtual time and in a replay: a
 * cycle all of whose inputs pass a trace.
 */
public final class TracedExecutor {

  private TracedExecutor() {}

  /**
   * Puts one together whose inputs are recorded.
   *
   * @param pump a driver on a {@link TracedLine} or {@link TracedMotor} of the same recording
   * @param model the pump of the New Era family it drives, if it drives no motor
   * @param build the motor's build; null if it drives a pump of the New Era family
   */
  public static TracedCycle recorded(
      Recording recording,
      BootRecord boot,
      CheckThresholds thresholds,
      Pump pump,
      NewEraModel model,
      @Nullable StepperBuild build,
      StationPort station,
      Panel panel,
      PanelInputs inputs,
      OrderReview review,
      LongSupplier nonces,
      CycleStatistics statistics) {
    var setUp =
        new ExecutorSetUp(
            boot, thresholds, pump.capability(), panel.isPresent(), model, build);
    recording.begin(setUp);
    return of(recording, setUp, pump, station, panel, inputs, review, nonces, statistics);
  }

  static TracedCycle of(
      Trace trace,
      ExecutorSetUp setUp,
      Pump pump,
      StationPort station,
      Panel panel,
      PanelInputs inputs,
      OrderReview review,
      LongSupplier nonces,
      CycleStatistics statistics) {
    var cycle =
        new ControlCycle(
            setUp.boot(),
            setUp.thresholds(),
            new TracedPump(pump, setUp.capability(), trace),
            new TracedStation(station, trace),
            panel,
            new TracedPanel(inputs, trace),
            review,
            () -> trace.note(Input.NONCE, nonces.getAsLong()),
            statistics);
    return new TracedCycle(cycle, trace);
  }
}
