package org.tenuto.driver.stepper;

/**
 * Holds the encoder against the steps: how far the screw has turned against how far it was told to.
 * Exact in integers; bounds: 2e9 microsteps, 1e6 counts. Loop thread only; allocates nothing.
 */
final class SlipWatch {

  private static final long UM_PER_MM = 1_000;

  private final long unitsPerStep;
  private final long unitsPerCount;
  private final long slipUnits;
  private final long slipCounts;

  SlipWatch(StepperBuild build) {
    // A microstep is lead / stepsPerTurn µm, a count 1000 / countsPerMm: on one denominator.
    unitsPerStep = (long) build.leadUm() * build.encoderCountsPerMm();
    unitsPerCount = UM_PER_MM * build.stepsPerTurn();
    slipUnits = (long) build.slipUm() * build.encoderCountsPerMm() * build.stepsPerTurn();
    slipCounts = Math.ceilDiv((long) build.slipUm() * build.encoderCountsPerMm(), UM_PER_MM);
  }

  /** Whether the screw lags behind so many steps by more than may be. */
  boolean lags(long steps, long counts) {
    return steps * unitsPerStep - counts * unitsPerCount > slipUnits;
  }

  /** Whether the screw is ahead of so many steps by more than may be. */
  boolean leads(long steps, long counts) {
    return counts * unitsPerCount - steps * unitsPerStep > slipUnits;
  }

  /** Whether a screw that is to stand turned forward by more than may be. */
  boolean creeps(long counts) {
    return counts > slipCounts;
  }
}
