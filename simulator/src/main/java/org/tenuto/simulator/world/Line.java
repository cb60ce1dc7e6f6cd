package org.tenuto.simulator.world;

/**
 * The line from syringe to vein: it resists the flow.
 *
 * @param resistancePaHPerMl pressure per flow rate, Pa per mL/h
 */
public record Line(double resistancePaHPerMl) {

  /** 50 mmHg at 100 mL/h: our choice, in the middle of what lines and small catheters do. */
  public static final Line USUAL = new Line(50 * 133.322 / 100);

  /** Pressure at a steady flow, Pa. */
  long pressurePa(double flowMlPerH) {
    return Math.round(flowMlPerH * resistancePaHPerMl);
  }
}
