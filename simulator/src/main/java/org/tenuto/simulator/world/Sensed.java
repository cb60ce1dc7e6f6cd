package org.tenuto.simulator.world;

/** What a pump's sensors look at, as it is. */
public interface Sensed {

  /** Pressure in the line at the syringe, above that of the air around, Pa. */
  long pressurePa();

  /** Air that has reached the place of the air sensor, be it beyond it already, nL. */
  double airAtSensorNl();

  /** Whether the pusher holds the plunger. */
  boolean plungerSeated();

  /** Travel of the pusher since the start, mm. */
  double pusherMm();
}
