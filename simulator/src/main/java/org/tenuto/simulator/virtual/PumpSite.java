package org.tenuto.simulator.virtual;

import org.tenuto.pump.Pump;
import org.tenuto.replay.Trace;
import org.tenuto.simulator.fault.FaultListener;

/** The pump of a device, on what it hangs on, as executor and oracles see it. One thread. */
interface PumpSite extends FaultListener {

  /** An executor boots: opens what the pump hangs on anew; its driver, told through the trace. */
  Pump boot(Trace trace);

  /** The executor dies: what it held is let go. */
  void letGo();

  /** One millisecond passes. */
  void step(long nowNs);

  /** Whether what executor and pump say reaches the other. */
  boolean lineUp();

  /** Whether the pump has power, and hears and says what it should. */
  boolean isWell();

  /** Whether the motor is turned, be it between two microsteps. */
  boolean turning();

  /** Whether the rotor follows, as far as anything that the pump has can tell. */
  boolean rotorFree();
}
