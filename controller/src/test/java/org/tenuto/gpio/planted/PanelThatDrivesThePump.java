package org.tenuto.gpio.planted;

import org.tenuto.pump.Pump;

/** Violates: the panel tells the loop, the loop tells the pump. */
public final class PanelThatDrivesThePump {

  public void stop(Pump pump) {
    pump.stop();
  }
}
