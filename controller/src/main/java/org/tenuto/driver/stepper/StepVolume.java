package org.tenuto.driver.stepper;

/**
 * What a microstep of one build is in one syringe, exactly: a rational number of nL, for a
 * microstep is no whole one. Immutable; its methods allocate nothing.
 *
 * <p>The barrel's area is rounded up to 1 µm², 2e-9 of a 50 mL syringe: never too little is
 * counted. All else is exact. Bounds: inner diameter to 50,000 µm, so area to 1.97e9 µm²; with a lead to
 * 2,000 µm a turn is at most 3.93e12 µm³; with a turn of at most 102,400 microsteps every product
 * is below 4.1e17, for volumes to 9,000 L and any number of steps in them.
 */
final class StepVolume {

  private static final int SMALLEST_DIAMETER_UM = 1_000;
  private static final int LARGEST_DIAMETER_UM = 50_000;

  /** π/4 as a fraction of 2^63, rounded down. */
  private static final long QUARTER_PI = 0x6487ED5110B4611AL;

  /** 1 nL is a cube of 100 µm. */
  static final long UM3_PER_NL = 1_000_000;

  /** 1 nL/h is 1e6 µm³ in 3.6e6 cycles of 1 ms: 5/18 µm³ a cycle. */
  private static final long RATE_FACTOR = 5;

  private static final long CYCLE_FACTOR = 18;

  private final long areaUm2;
  private final long turnUm3;
  private final int stepsPerTurn;

  /**
   * That build with that syringe.
   *
   * @param innerDiameterUm 1,000 to 50,000 µm
   */
  StepVolume(StepperBuild build, int innerDiameterUm) {
    if (!takesDiameter(innerDiameterUm)) {
      throw new IllegalArgumentException(
          "inner diameter " + innerDiameterUm + " um: expected 1000 to 50000");
    }
    areaUm2 = areaUm2(innerDiameterUm);
    turnUm3 = areaUm2 * build.leadUm();
    stepsPerTurn = build.stepsPerTurn();
  }

  static boolean takesDiameter(int innerDiameterUm) {
    return innerDiameterUm >= SMALLEST_DIAMETER_UM && innerDiameterUm <= LARGEST_DIAMETER_UM;
  }

  /** π/4 d², rounded up: the product has 95 bits, of which the upper half is the whole µm². */
  private static long areaUm2(long diameterUm) {
    return Math.multiplyHigh(2 * diameterUm * diameterUm, QUARTER_PI) + 1;
  }

  /** Area of the barrel, µm². */
  long areaUm2() {
    return areaUm2;
  }

  /** The most microsteps that are not above a volume, nL. */
  long stepsWithin(long nl) {
    long um3 = Math.multiplyExact(nl, UM3_PER_NL);
    return um3 / turnUm3 * stepsPerTurn + um3 % turnUm3 * stepsPerTurn / turnUm3;
  }

  /** The volume of so many microsteps, rounded down to 1 nL. */
  long floorNl(long steps) {
    return (wholeTurnsUm3(steps) + restUm3(steps) / stepsPerTurn) / UM3_PER_NL;
  }

  /** The volume of so many microsteps, rounded up to 1 nL. */
  long ceilNl(long steps) {
    long um3 = wholeTurnsUm3(steps) + Math.ceilDiv(restUm3(steps), stepsPerTurn);
    return Math.ceilDiv(um3, UM3_PER_NL);
  }

  private long wholeTurnsUm3(long steps) {
    return Math.multiplyExact(steps / stepsPerTurn, turnUm3);
  }

  /** Of the turn that was begun, times the microsteps of a turn. */
  private long restUm3(long steps) {
    return steps % stepsPerTurn * turnUm3;
  }

  // What a cycle of 1 ms adds to a step: rateShare of stepShare.

  /**
   * What a cycle at a rate adds, in units of which {@link #stepShare} make a microstep.
   *
   * @param rateNlPerH to 9e12 nL/h
   */
  long rateShare(long rateNlPerH) {
    return RATE_FACTOR * rateNlPerH * stepsPerTurn;
  }

  /** One microstep in the units of {@link #rateShare}. */
  long stepShare() {
    return CYCLE_FACTOR * turnUm3;
  }
}
