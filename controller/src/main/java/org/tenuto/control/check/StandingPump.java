package org.tenuto.control.check;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

/** The pump stands though an order is being delivered, or its driver can't say that it runs. */
public final class StandingPump extends Check {

  @Override
  public AlarmCondition condition() {
    return AlarmCondition.PUMP_START_UNCONFIRMED;
  }

  @Override
  public boolean finds(Moment now) {
    boolean rests = now.reading.state == PumpState.STOPPED && !now.reading.finished;
    // A pump that stopped for a fault is told as that.
    boolean stands = rests && now.reading.fault == PumpFault.NONE && !now.changing;
    return (now.isToRun() && stands)
        || now.reading.fault == PumpFault.START_UNCONFIRMED;
  }
}
