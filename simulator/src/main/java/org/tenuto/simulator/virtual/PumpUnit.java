package org.tenuto.simulator.virtual;

import java.util.Arrays;
import org.tenuto.simulator.boundary.SerialChannel;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.FaultListener;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.firmware.Motor;
import org.tenuto.simulator.firmware.Ne1000;
import org.tenuto.simulator.firmware.PumpModel;

/** The pump at the end of its cable: its own code with power and ears, or without. One thread. */
public final class PumpUnit implements FaultListener {

  private static final byte[] NOTHING = {};
  private static final int BUFFER_BYTES = 512;

  private final SerialChannel channel;
  private final PresentFaults present;
  private final Ne1000 firmware;
  private final byte[] heard = new byte[BUFFER_BYTES];
  private long nowNs;

  /**
   * Switches a pump on.
   *
   * @param motor what its code turns
   */
  public PumpUnit(
      PumpModel model, Motor motor, SerialChannel channel, PresentFaults present, long nowNs) {
    this.channel = channel;
    this.present = present;
    this.nowNs = nowNs;
    firmware = new Ne1000(model, motor, nowNs);
  }

  /** Lets the bytes on the cable move on, and the pump live. */
  public void step(long now) {
    nowNs = now;
    channel.advance(now);
    int count = channel.takeForPump(heard);
    if (present.has(FaultKind.PUMP_OFF)) {
      return;
    }
    firmware.powerOn(now);
    boolean hears = count > 0 && !present.has(FaultKind.PUMP_DEAF);
    byte[] out = firmware.step(hears ? Arrays.copyOf(heard, count) : NOTHING, now);
    if (out.length > 0 && speaks()) {
      channel.fromPump(out, out.length);
    }
  }

  private boolean speaks() {
    return !present.has(FaultKind.PUMP_DEAF) && !present.has(FaultKind.PUMP_MUTE);
  }

  /** Whether it has power, and hears and says what it should. */
  public boolean isWell() {
    return !present.has(FaultKind.PUMP_OFF) && speaks();
  }

  @Override
  public void begins(Fault fault) {
    if (fault.kind() == FaultKind.PUMP_RESET) {
      firmware.powerCycle(nowNs);
    } else if (fault.kind() == FaultKind.PUMP_OFF) {
      firmware.powerOff(nowNs);
    }
  }
}
