package org.tenuto.control.check;

import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/** The pump's own counter as the witness of a run. Pure. */
final class CounterOfRun {

  private CounterOfRun() {}

  /** Whether the counter was read while the present program ran. */
  static boolean speaks(PumpReading reading) {
    return reading.state == PumpState.RUNNING
        && reading.counterKnown
        && reading.counterAskedNs >= reading.runConfirmedNs;
  }
}
