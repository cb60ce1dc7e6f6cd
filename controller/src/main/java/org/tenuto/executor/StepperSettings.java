package org.tenuto.executor;

import java.nio.file.Path;
import org.tenuto.config.ConfigFile;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.linux.MotorWiring;

/**
 * The table {@code [stepper]}: how a stepper pump is built and which lines of a GPIO chip it is on.
 *
 * @param build screw, motor, encoder, switches
 * @param chip device of the chip, e.g. {@code /dev/gpiochip0}
 * @param step line of STEP
 * @param dir line of DIR
 * @param enable line of ENABLE
 * @param encoderA line of one track of the encoder
 * @param encoderB line of the other
 * @param endForward line of the switch at the forward end; {@link MotorWiring#NONE} without one
 * @param endBack line of the switch at the back end; {@link MotorWiring#NONE} without one
 * @param enableActiveLow whether the driver board's ENABLE is active while low; no default, for a
 *     wrong guess holds the motor under current
 */
public record StepperSettings(
    StepperBuild build,
    String chip,
    int step,
    int dir,
    int enable,
    int encoderA,
    int encoderB,
    int endForward,
    int endBack,
    boolean enableActiveLow) {

  private static final String TABLE = "stepper.";

  /** Reads it; a number out of its range and a line that is missing are faults of the file. */
  static StepperSettings read(ConfigFile file) {
    StepperBuild build = build(file);
    var lines = new LineKeys(file, TABLE);
    return new StepperSettings(
        build,
        file.text(TABLE + "chip"),
        lines.needed("step"),
        lines.needed("dir"),
        lines.needed("enable"),
        lines.needed("encoder_a"),
        lines.needed("encoder_b"),
        end(file, lines, "end_forward", build.forwardStop()),
        end(file, lines, "end_back", build.backStop()),
        file.flag(TABLE + "enable_active_low"));
  }

  private static int end(ConfigFile file, LineKeys lines, String key, boolean present) {
    if (present) {
      return lines.needed(key);
    }
    if (lines.line(key).isPresent()) {
      file.refuse(TABLE + key, "no line, for there is no switch at that end");
    }
    return MotorWiring.NONE;
  }

  /** The same for the room that opens it. */
  MotorWiring wiring() {
    return new MotorWiring(
        step, dir, enable, encoderA, encoderB, endForward, endBack, enableActiveLow);
  }

  /** The chip's device. */
  Path chipPath() {
    return Path.of(chip);
  }

  private static StepperBuild build(ConfigFile file) {
    StepperBuild usual = StepperBuild.USUAL;
    int counts =
        file.integer(
            TABLE + "encoder_counts_per_mm",
            StepperBuild.COARSEST_COUNTS_PER_MM,
            StepperBuild.FINEST_COUNTS_PER_MM,
            usual.encoderCountsPerMm());
    int leastSlipUm = StepperBuild.leastSlipUm(counts);
    return new StepperBuild(
        file.integer(
            TABLE + "lead_um",
            StepperBuild.SHORTEST_LEAD_UM,
            StepperBuild.LONGEST_LEAD_UM,
            usual.leadUm()),
        file.integer(
            TABLE + "full_steps_per_turn",
            StepperBuild.FEWEST_FULL_STEPS,
            StepperBuild.MOST_FULL_STEPS,
            usual.fullStepsPerTurn()),
        file.powerOfTwo(TABLE + "microsteps", StepperBuild.MOST_MICROSTEPS, usual.microsteps()),
        counts,
        file.integer(
            TABLE + "fastest_steps_per_s",
            1,
            StepperBuild.MOST_STEPS_PER_S,
            usual.fastestStepsPerS()),
        file.integer(
            TABLE + "acceleration_steps_per_s2",
            StepperBuild.LEAST_ACCELERATION,
            StepperBuild.MOST_ACCELERATION,
            usual.accelerationStepsPerS2()),
        file.integer(
            TABLE + "slip_um",
            leastSlipUm,
            StepperBuild.MOST_SLIP_UM,
            Math.max(leastSlipUm, usual.slipUm())),
        file.flag(TABLE + "end_stop_forward"),
        file.flag(TABLE + "end_stop_back"));
  }
}
