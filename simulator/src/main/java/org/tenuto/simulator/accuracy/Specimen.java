package org.tenuto.simulator.accuracy;

import java.util.SplittableRandom;
import org.tenuto.simulator.firmware.PumpModel;
import org.tenuto.simulator.world.Barrel;
import org.tenuto.simulator.world.Drive;
import org.tenuto.simulator.world.Line;

/**
 * The pump, the syringe and the line that are tested: an NE-1000 with a BD Plastipak 50 mL.
 *
 * <p>The barrel has no end: two hours at 52.5 mL/h and more need more than one syringe, and what is
 * tested is the pump.
 *
 * @param title which they are, for people
 * @param option how the command is told of them, with a space before it, or empty
 */
record Specimen(String title, String option, Drive drive, Barrel barrel, Line line) {

  /** What the pump is told of the syringe: four digits are all it takes. */
  static final String DIAMETER_MM = "26.60";

  private static final long DIAMETER_UM = 26_600;

  private static final double PA_H_PER_MMHG_100_ML = 1.33322;

  /** Every number as it is usually. */
  static Specimen usual() {
    return new Specimen(
        "usual: every number as it usually is",
        "",
        Drive.usual(PumpModel.NE1000.microstepPm()),
        endless(Barrel.usual(DIAMETER_UM)),
        Line.USUAL);
  }

  /** Without friction, play, screw error or anything that gives way. */
  static Specimen ideal() {
    return new Specimen(
        "ideal: no friction, play or screw error, nothing gives way",
        " --ideal",
        Drive.ideal(PumpModel.NE1000.microstepPm()),
        Barrel.ideal(DIAMETER_UM),
        Line.RIGID);
  }

  /**
   * Another pump, syringe and line of the same kinds: what differs from one to the next is drawn
   * evenly from the range that the simulated world gives for it, the barrel's diameter from the
   * usual tolerance of ±0.5 %.
   */
  static Specimen drawn(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Specimen usual = usual();
    Drive drive =
        usual
            .drive
            .withPlay(random.nextDouble(0.02, 0.5), random.nextDouble(0.02, 2))
            .withScrewError(random.nextDouble(0.3, 2));
    double frictionN = random.nextDouble(3, 8);
    Barrel barrel =
        usual
            .barrel
            .withCompliance(random.nextDouble(0.9, 2.1))
            .withFriction(random.nextDouble(Math.max(5, frictionN), 20), frictionN)
            .withDiameterError(random.nextDouble(-0.5, 0.5));
    Line line =
        usual
            .line
            .withCompliance(random.nextDouble(0.02, 0.2))
            .withResistance(PA_H_PER_MMHG_100_ML * random.nextDouble(20, 200));
    return new Specimen("drawn with seed " + seed, " --seed " + seed, drive, barrel, line);
  }

  /** How long one turn of the screw takes at that rate, min. */
  double turnMin(double mlPerH) {
    double radiusMm = barrel.diameterMm() / 2;
    return drive.pitchMm() * Math.PI * radiusMm * radiusMm / 1_000 / mlPerH * 60;
  }

  private static Barrel endless(Barrel barrel) {
    return barrel.withLoaded(Double.POSITIVE_INFINITY);
  }
}
