package org.tenuto.linux.planted;

import com.pi4j.io.gpio.digital.DigitalOutput;
import org.tenuto.gpio.PanelLines;

/** Violates: Pi4J outside its room, and a room that knows the one above it. */
public final class MotorThroughPi4J {

  public void step(DigitalOutput step, PanelLines panel) {
    if (panel.signals().isPresent()) {
      step.high();
    }
  }
}
