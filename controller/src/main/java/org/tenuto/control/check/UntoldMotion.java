package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/**
 * The pump's counter goes on while the pump is confirmed at rest, by more than the two digits that
 * two readings can differ by; or its driver found a motion by itself.
 */
public final class UntoldMotion extends Check {

  private static final long UNKNOWN = -1;

  private long atRestNl = UNKNOWN;

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.MOTION_WITHOUT_COMMAND;
  }

  @Override
  public boolean finds(Moment now) {
    return counterGoesOn(now.reading) || now.reading.fault == PumpFault.MOTION_WITHOUT_COMMAND;
  }

  private boolean counterGoesOn(PumpReading reading) {
    if (reading.state != PumpState.STOPPED || !reading.counterKnown) {
      atRestNl = UNKNOWN;
      return false;
    }
    if (reading.counterAskedNs < reading.stoppedNs) {
      return false;
    }
    boolean gone = atRestNl != UNKNOWN && reading.counterNl - atRestNl > 2 * reading.counterDigitNl;
    if (gone || atRestNl == UNKNOWN) {
      atRestNl = reading.counterNl;
    }
    return gone;
  }
}
