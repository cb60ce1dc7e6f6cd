package org.tenuto.linux;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which lines of one chip a stepper motor's driver board, its encoder and its end stops are on.
 *
 * <p>STEP and DIR are active while high; ENABLE may be either way, as the board has it. A resistor
 * holds STEP low and ENABLE inactive: a line that is let go of neither steps nor holds the motor. The
 * end stops are normally closed contacts
 * to ground: active, physically high, is the carriage at its end or a broken wire.
 *
 * @param step one step for each change to active
 * @param dir direction; active is forward
 * @param enable the motor is held while active
 * @param encoderA one channel of the encoder; {@link #NONE} if there is none
 * @param encoderB its other channel; {@link #NONE} if there is none
 * @param endForward end stop of an empty syringe; {@link #NONE} if there is none
 * @param endBack end stop of the drawn-back carriage; {@link #NONE} if there is none
 * @param enableActiveLow whether the board's ENABLE is active while low, as with most
 */
public record MotorWiring(
    int step,
    int dir,
    int enable,
    int encoderA,
    int encoderB,
    int endForward,
    int endBack,
    boolean enableActiveLow) {

  /** No line. */
  public static final int NONE = -1;

  public MotorWiring {
    List<Integer> used =
        Stream.of(step, dir, enable, encoderA, encoderB, endForward, endBack)
            .filter(line -> line != NONE)
            .toList();
    if (used.stream().distinct().count() != used.size()) {
      throw new IllegalArgumentException(
          "stepper lines " + used + ": one is there twice, expected a line each");
    }
    if (step == NONE || dir == NONE || enable == NONE) {
      throw new IllegalArgumentException(
          "stepper lines " + used + ": expected step, dir and enable among them");
    }
  }

  /** With an ENABLE that is active while high. */
  public MotorWiring(
      int step, int dir, int enable, int encoderA, int encoderB, int endForward, int endBack) {
    this(step, dir, enable, encoderA, encoderB, endForward, endBack, false);
  }

  /** Claimed inactive: no step, no torque. */
  List<OutputLine> outputs() {
    return List.of(
        new OutputLine(step, false, false),
        new OutputLine(dir, false, false),
        new OutputLine(enable, enableActiveLow, false));
  }

  /** Line of each input of {@link org.tenuto.driver.stepper.MotorLines}, by its number there. */
  List<Integer> inputs() {
    return List.of(encoderA, encoderB, endForward, endBack);
  }
}
