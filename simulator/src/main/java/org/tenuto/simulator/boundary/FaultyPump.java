package org.tenuto.simulator.boundary;

import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.firmware.Ne1000;

/** A pump that may lose its power, its ears or its voice. One thread. */
public final class FaultyPump {

  private static final byte[] NOTHING = {};

  private final Ne1000 pump;
  private final PresentFaults present;
  private int blinks;

  /**
   * A pump that is switched on already.
   *
   * @param present what goes wrong now, asked in every step
   */
  public FaultyPump(Ne1000 pump, PresentFaults present) {
    this.pump = pump;
    this.present = present;
  }

  /**
   * Lets the pump live up to now.
   *
   * @param in bytes from the line
   * @param nowNs monotonic ns, never less than before
   * @return bytes for the line
   */
  public byte[] step(byte[] in, long nowNs) {
    if (!hasPower(nowNs)) {
      return NOTHING;
    }
    byte[] out = pump.step(hears() ? in : NOTHING, nowNs);
    return speaks() ? out : NOTHING;
  }

  /** A pump without power forgets at once what it did, and starts again when the power is back. */
  private boolean hasPower(long nowNs) {
    int newBlinks = present.begun(FaultKind.PUMP_RESET) + present.begun(FaultKind.PUMP_OFF);
    if (newBlinks != blinks) {
      blinks = newBlinks;
      pump.powerCycle(nowNs);
    }
    boolean off = present.has(FaultKind.PUMP_OFF);
    if (off) {
      pump.powerOff(nowNs);
    } else {
      pump.powerOn(nowNs);
    }
    return !off;
  }

  private boolean hears() {
    return !present.has(FaultKind.SERIAL_CUT) && !present.has(FaultKind.PUMP_DEAF);
  }

  private boolean speaks() {
    return hears() && !present.has(FaultKind.PUMP_MUTE);
  }
}
