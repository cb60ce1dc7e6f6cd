package org.tenuto.simulator.world;

/**
 * Where the plunger's rod is pushed to: microsteps through the screw's periodic error, its backlash
 * and the gap that loading left. One thread; allocates nothing.
 */
final class Screw {

  /** Points of the error curve of one turn; between two of them a straight line. */
  private static final int POINTS = 1_024;

  private final double microstepMm;
  private final double turnsPerStep;
  private final double backlashMm;
  private final double gapMm;
  private final double[] errorMm = new double[POINTS + 1];

  private long netSteps;
  private double pusherMm;
  private double rodMm;

  /** Whether the pusher has reached the rod, which from then on is as far behind it as now. */
  private boolean touching;

  private double lostMm;

  Screw(Drive drive) {
    microstepMm = drive.microstepPm() / 1e9;
    turnsPerStep = microstepMm / drive.pitchMm();
    backlashMm = drive.backlashMm();
    gapMm = drive.gapMm();
    double amplitudeMm = drive.screwErrorPercent() / 100 * drive.pitchMm();
    for (int i = 0; i <= POINTS; i++) {
      errorMm[i] = amplitudeMm * StrictMath.sin(2 * Math.PI * i / POINTS);
    }
    seat(0);
  }

  /** The rod stands there, mm; between it and the pusher is the gap that loading leaves. */
  void seat(double newRodMm) {
    rodMm = newRodMm;
    lostMm = pusherMm + gapMm - rodMm;
    touching = gapMm == 0;
  }

  /** Turns by one microstep; where the rod is pushed to then, mm from where it was loaded. */
  double turn(boolean forward) {
    netSteps += forward ? 1 : -1;
    double nutMm = netSteps * microstepMm + errorAtMm(netSteps * turnsPerStep);
    pusherMm = Math.max(nutMm - backlashMm, Math.min(pusherMm, nutMm));
    double reachedMm = pusherMm - lostMm;
    touching = touching || reachedMm >= rodMm;
    if (touching) {
      rodMm = reachedMm;
    }
    return rodMm;
  }

  private double errorAtMm(double turns) {
    double at = (turns - Math.floor(turns)) * POINTS;
    int below = (int) at;
    return errorMm[below] + (at - below) * (errorMm[below + 1] - errorMm[below]);
  }

  /** Travel of the pusher since the start, mm. */
  double pusherMm() {
    return pusherMm;
  }
}
