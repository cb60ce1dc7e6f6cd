package org.tenuto.driver.stepper;

/**
 * How one stepper pump is built: its screw, motor, driver board, encoder and end stops. Whoever
 * builds one measures it; the ranges are our design, the usual values those of a small bench drive.
 *
 * @param leadUm pusher travel of one turn of the screw, µm; longer than {@link #LONGEST_LEAD_UM} a
 *     screw no longer holds the plunger by itself
 * @param fullStepsPerTurn full steps of one turn of the motor
 * @param microsteps microsteps the driver board makes of a full step: a power of 2
 * @param encoderCountsPerMm edges of both encoder tracks for a mm of pusher travel
 * @param fastestStepsPerS microsteps a second that the motor starts and stops at without a ramp
 * @param accelerationStepsPerS2 how fast the step rate may rise, microsteps/s²
 * @param slipUm travel the encoder may lag behind the steps, or be ahead of them, µm
 * @param forwardStop whether a switch tells that the pusher is at its forward end
 * @param backStop whether a switch tells that it is at its back end
 */
public record StepperBuild(
    int leadUm,
    int fullStepsPerTurn,
    int microsteps,
    int encoderCountsPerMm,
    int fastestStepsPerS,
    int accelerationStepsPerS2,
    int slipUm,
    boolean forwardStop,
    boolean backStop) {

  public static final int SHORTEST_LEAD_UM = 250;
  public static final int LONGEST_LEAD_UM = 2_000;
  public static final int FEWEST_FULL_STEPS = 24;
  public static final int MOST_FULL_STEPS = 400;
  public static final int MOST_MICROSTEPS = 256;

  /** Coarser, two counts of a 50 mL syringe are more than the volume that may be missing. */
  public static final int COARSEST_COUNTS_PER_MM = 80;

  public static final int FINEST_COUNTS_PER_MM = 2_000;

  /** A step needs a rising and a falling edge, each in a cycle of its own, at 1 kHz. */
  public static final int MOST_STEPS_PER_S = 500;

  public static final int LEAST_ACCELERATION = 100;
  public static final int MOST_ACCELERATION = 100_000;
  public static final int MOST_SLIP_UM = 200;

  private static final int UM_PER_MM = 1_000;

  /** A slip that the encoder's own steps could feign is no slip. */
  private static final int LEAST_SLIP_COUNTS = 3;

  /** A fine screw, 200 steps of 16, an encoder of 0.01 mm, a switch at either end. */
  public static final StepperBuild USUAL =
      new StepperBuild(1_000, 200, 16, 100, MOST_STEPS_PER_S, 2_000, 40, true, true);

  /**
   * Checks every number.
   *
   * @throws IllegalArgumentException with one line about the first that is out of its range
   */
  public StepperBuild {
    check("lead_um", leadUm, SHORTEST_LEAD_UM, LONGEST_LEAD_UM);
    check("full_steps_per_turn", fullStepsPerTurn, FEWEST_FULL_STEPS, MOST_FULL_STEPS);
    check("microsteps", microsteps, 1, MOST_MICROSTEPS);
    if (Integer.bitCount(microsteps) != 1) {
      throw new IllegalArgumentException("microsteps = " + microsteps + ": expected a power of 2");
    }
    check(
        "encoder_counts_per_mm", encoderCountsPerMm, COARSEST_COUNTS_PER_MM, FINEST_COUNTS_PER_MM);
    check("fastest_steps_per_s", fastestStepsPerS, 1, MOST_STEPS_PER_S);
    check(
        "acceleration_steps_per_s2",
        accelerationStepsPerS2,
        LEAST_ACCELERATION,
        MOST_ACCELERATION);
    check("slip_um", slipUm, leastSlipUm(encoderCountsPerMm), MOST_SLIP_UM);
  }

  private static void check(String key, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          key + " = " + value + ": expected a whole number from " + low + " to " + high);
    }
  }

  /** The smallest {@link #slipUm} with that encoder: three of its counts, rounded up, µm. */
  public static int leastSlipUm(int encoderCountsPerMm) {
    return Math.ceilDiv(LEAST_SLIP_COUNTS * UM_PER_MM, encoderCountsPerMm);
  }

  /** The same with another number of microsteps. */
  StepperBuild withMicrosteps(int other) {
    return new StepperBuild(
        leadUm,
        fullStepsPerTurn,
        other,
        encoderCountsPerMm,
        fastestStepsPerS,
        accelerationStepsPerS2,
        slipUm,
        forwardStop,
        backStop);
  }

  /** Microsteps of one turn: 24 to 102,400. */
  int stepsPerTurn() {
    return fullStepsPerTurn * microsteps;
  }
}
