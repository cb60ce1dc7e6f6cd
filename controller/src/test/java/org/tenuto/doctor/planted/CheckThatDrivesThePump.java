package org.tenuto.doctor.planted;

import org.tenuto.pump.Pump;

/** Violates: the doctor looks at the board, it never touches the pump. */
public final class CheckThatDrivesThePump {

  public void stop(Pump pump) {
    pump.stop();
  }
}
