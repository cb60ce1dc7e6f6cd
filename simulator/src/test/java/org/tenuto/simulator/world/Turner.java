package org.tenuto.simulator.world;

/** Turns a path's motor at a flow rate, as a pump told of a BD Plastipak 50 mL would. */
final class Turner {

  static final long MS = 1_000_000;
  static final long S = 1_000 * MS;
  static final long MIN = 60 * S;
  static final long MICROSTEP_PM = 212_600;
  static final int PLASTIPAK_50_UM = 26_600;
  static final double PA_PER_MMHG = 133.322;

  private static final double AREA_MM2 = Math.PI / 4 * 26.6 * 26.6;
  private static final double STEP_NL = AREA_MM2 * MICROSTEP_PM * 1e-6;

  final DeliveryPath path;
  long nowNs;
  boolean stalled;
  private double dueSteps;

  Turner(DeliveryPath path) {
    this.path = path;
  }

  static DeliveryPath path(Barrel barrel) {
    return new DeliveryPath(Drive.usual(MICROSTEP_PM), barrel, Line.USUAL, 0);
  }

  static Barrel barrel() {
    return Barrel.usual(PLASTIPAK_50_UM);
  }

  /** Runs so long, backwards if the rate is negative; a stall ends the motion. */
  void run(double rateMlPerH, long durationNs) {
    path.runAt(Math.round(rateMlPerH * 1e9 / AREA_MM2));
    for (long endNs = nowNs + durationNs; nowNs < endNs; ) {
      nowNs += MS;
      dueSteps += Math.abs(rateMlPerH) / 3.6 / STEP_NL;
      for (; dueSteps >= 1 && !stalled; dueSteps--) {
        stalled = !path.step(rateMlPerH > 0);
      }
      path.advance(nowNs);
    }
  }

  /** Stands still so long. */
  void rest(long durationNs) {
    path.runAt(0);
    nowNs += durationNs;
    path.advance(nowNs);
  }

  /** Runs until so much is in the vein, nL; the time it took, ns. */
  long runUntilInVein(double rateMlPerH, double intoVeinNl) {
    long startNs = nowNs;
    while (path.intoVeinNl() < intoVeinNl) {
      run(rateMlPerH, 100 * MS);
      if (nowNs - startNs > 10 * 60 * MIN) {
        throw new AssertionError("only " + path.intoVeinNl() + " nL in the vein after 10 h");
      }
    }
    return nowNs - startNs;
  }

  /** Runs until the pressure is that, Pa; the time it took, ns. */
  long runUntilPressure(double rateMlPerH, double pressurePa) {
    long startNs = nowNs;
    while (path.pressurePa() < pressurePa) {
      run(rateMlPerH, 100 * MS);
      if (nowNs - startNs > 10 * 60 * MIN) {
        throw new AssertionError("only " + path.pressurePa() + " Pa after 10 h");
      }
    }
    return nowNs - startNs;
  }
}
