package org.tenuto.simulator.firmware;

import java.util.List;
import org.tenuto.simulator.parameter.Origin;
import org.tenuto.simulator.parameter.Parameter;

/**
 * A stepper motor on a lead screw.
 *
 * @param microstepsPerTurn microsteps of one turn
 * @param leadMm pusher travel of one turn, mm
 * @param holdingNmm torque that holds the rotor while it is switched on and at rest, N·mm
 * @param runningShare what of it is left for a step at a walk
 * @param topStepsPerS steps per second at which nothing is left of it
 * @param detentNmm torque that holds a rotor that is switched off, N·mm
 * @param efficiency what of a turn's work arrives at the pusher
 */
public record StepperMotor(
    int microstepsPerTurn,
    double leadMm,
    double holdingNmm,
    double runningShare,
    double topStepsPerS,
    double detentNmm,
    double efficiency) {

  private static final Parameter MICROSTEPS =
      Parameter.of(
          "microsteps per turn", "", 3_200, 200, 51_200, Origin.CHOSEN, "200 steps of 16 each");
  private static final Parameter LEAD =
      Parameter.of("lead", "mm", 1, 0.5, 8, Origin.CHOSEN, "pusher travel of one turn");
  private static final Parameter HOLDING =
      Parameter.of(
          "holding torque",
          "N·mm",
          120,
          20,
          600,
          Origin.CHOSEN,
          "a small motor of 28 to 42 mm; about 150 N at the pusher");
  private static final Parameter RUNNING =
      Parameter.of(
          "running share", "", 0.7, 0.3, 1, Origin.CHOSEN, "of the holding torque, at a walk");
  private static final Parameter TOP =
      Parameter.of(
          "top step rate",
          "/s",
          20_000,
          1_000,
          200_000,
          Origin.CHOSEN,
          "where nothing is left; in between in proportion");
  private static final Parameter DETENT =
      Parameter.of(
          "detent torque", "N·mm", 5, 0.5, 30, Origin.CHOSEN, "of a rotor that is switched off");
  private static final Parameter EFFICIENCY =
      Parameter.of(
          "screw efficiency",
          "",
          0.3,
          0.1,
          0.95,
          Origin.CHOSEN,
          "above 0.5 the plunger can turn a free shaft back");

  /** All of them, in the order of the components. */
  public static final List<Parameter> PARAMETERS =
      List.of(MICROSTEPS, LEAD, HOLDING, RUNNING, TOP, DETENT, EFFICIENCY);

  /** A small motor on a fine screw. */
  public static final StepperMotor USUAL =
      new StepperMotor(
          (int) MICROSTEPS.usual(),
          LEAD.usual(),
          HOLDING.usual(),
          RUNNING.usual(),
          TOP.usual(),
          DETENT.usual(),
          EFFICIENCY.usual());

  /**
   * Checks every number.
   *
   * @throws IllegalArgumentException with one line about the first that is out of its range
   */
  public StepperMotor {
    MICROSTEPS.check((double) microstepsPerTurn);
    LEAD.check(leadMm);
    HOLDING.check(holdingNmm);
    RUNNING.check(runningShare);
    TOP.check(topStepsPerS);
    DETENT.check(detentNmm);
    EFFICIENCY.check(efficiency);
  }

  /** Pusher travel of one microstep, pm. */
  public long microstepPm() {
    return Math.round(leadMm * 1e9 / microstepsPerTurn);
  }

  /** Force that a step at that rate can push the plunger with, N. */
  public double pushN(double stepsPerS) {
    double left = Math.max(0, 1 - stepsPerS / topStepsPerS);
    return holdingNmm * runningShare * left * efficiency * 2 * Math.PI / leadMm;
  }

  /** Force of the plunger that a rotor at rest holds; endless if the screw holds by itself, N. */
  public double holdsN(boolean enabled) {
    // What a screw gives back of the plunger's work: nothing below an efficiency of one half.
    double back = 2 - 1 / efficiency;
    double torqueNmm = enabled ? holdingNmm : detentNmm;
    return back <= 0 ? Double.POSITIVE_INFINITY : torqueNmm * 2 * Math.PI / (leadMm * back);
  }
}
