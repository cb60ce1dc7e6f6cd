package org.tenuto.replay;

import org.tenuto.control.BootRecord;
import org.tenuto.control.ControlCycle;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.pump.Pump;

/**
 * The one place that puts an executor together, on a device, in virtual time and in a replay: a
 * cycle all of whose inputs pass a trace.
 */
public final class TracedExecutor {

  private TracedExecutor() {}

  /** Puts one together whose inputs are recorded; what a replay has to know of it, first of all. */
  public static TracedCycle recorded(
      Recording recording,
      BootRecord boot,
      CheckThresholds thresholds,
      DrivenPump pump,
      ExecutorPorts ports) {
    Pump driver = pump.driver();
    var setUp =
        new ExecutorSetUp(
            boot,
            thresholds,
            driver.capability(),
            ports.panel().isPresent(),
            pump.model(),
            pump.build());
    recording.begin(setUp);
    return of(recording, setUp, driver, ports);
  }

  static TracedCycle of(Trace trace, ExecutorSetUp setUp, Pump driver, ExecutorPorts ports) {
    var cycle =
        new ControlCycle(
            setUp.boot(),
            setUp.thresholds(),
            new TracedPump(driver, setUp.capability(), trace),
            new TracedStation(ports.station(), trace),
            ports.panel(),
            new TracedPanel(ports.inputs(), trace),
            ports.review(),
            () -> trace.note(Input.NONCE, ports.nonces().getAsLong()),
            ports.statistics());
    return new TracedCycle(cycle, trace);
  }
}
