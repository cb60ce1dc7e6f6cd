package org.tenuto.pk;

/** Puts doses given earlier into a state. */
public final class PriorDoses {

  private PriorDoses() {}

  /**
   * Adds what is left now of an earlier dose, given at an even rate. Doses act independently, so
   * their order does not matter. Allocates: for the making of a plan, not for the cycle.
   *
   * @param state now
   * @param ng amount given, ng, 0 or more
   * @param durationS how long it took, s, 0 for a bolus
   * @param endedAgoS how long before now its end was, s, 0 or more
   * @throws IllegalArgumentException in one line naming what is no such number
   */
  public static void seed(PkState state, double ng, double durationS, double endedAgoS) {
    PkState alone = new PkState(state.model());
    if (durationS == 0) {
      alone.addBolus(ng);
    } else {
      alone.advance(ng / Durations.require("prior dose time", durationS), durationS);
    }
    alone.advance(0, endedAgoS);
    state.add(alone);
  }
}
