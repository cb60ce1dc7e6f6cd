package org.tenuto.simulator.firmware;

/** What a bare motor turns: a lead screw, by which it feels how hard the plunger pushes. */
public interface Shaft extends Motor {

  /** What the pusher feels of the plunger, against its way forward, N. */
  double plungerForceN();
}
