package org.tenuto.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.driver.stepper.MotorLines;

/**
 * The stepper's lines on a GPIO chip: STEP, DIR and ENABLE claimed together and put in one call of
 * the kernel, encoder and end stops in a second claim, their edges told in the kernel's order.
 *
 * <p>What the lines do when nobody drives them:
 *
 * <ul>
 *   <li>Claimed, all three are inactive, without a moment between.
 *   <li>Closed, they are put inactive first. When the process dies they stay as they are until the
 *       kernel lets go of them, at once; then the chip's default holds, most often an input, and so
 *       the board's resistors: STEP needs one to low, ENABLE one to inactive.
 *   <li>A step takes two calls, so a dead process leaves at most one step half made: no further
 *       edge comes.
 * </ul>
 *
 * <p>A chip that can't put several lines at once puts them one by one, STEP first: let DIR and
 * ENABLE change in another call than STEP. Loop thread only after {@link #open}; allocates nothing.
 */
public final class GpioMotorLines implements MotorLines, AutoCloseable {

  private static final int INPUTS = 4;
  private static final String CONSUMER = "tenuto stepper";

  private final OutputLines outputs;
  private final @Nullable InputLines inputs;

  /** The input of {@link MotorLines} that each line of the claim is. */
  private final int[] inputOf;

  private GpioMotorLines(OutputLines outputs, @Nullable InputLines inputs, int[] inputOf) {
    this.outputs = outputs;
    this.inputs = inputs;
    this.inputOf = inputOf;
  }

  /**
   * Claims the lines: the outputs inactive. Before the loop starts.
   *
   * @param chip device, e.g. {@code /dev/gpiochip0}
   * @throws IOException one line naming chip, line, what is wrong and what was expected; nothing is
   *     left claimed then
   */
  public static GpioMotorLines open(Path chip, MotorWiring wiring) throws IOException {
    List<InputLine> lines = new ArrayList<>();
    int[] inputOf = new int[INPUTS];
    for (int input = 0; input < INPUTS; input++) {
      int offset = wiring.inputs().get(input);
      if (offset != MotorWiring.NONE) {
        inputOf[lines.size()] = input;
        lines.add(new InputLine(offset, false, biasOf(input), 0));
      }
    }
    OutputLines outputs = OutputLines.open(chip, CONSUMER, wiring.outputs());
    try {
      InputLines inputs = lines.isEmpty() ? null : InputLines.open(chip, CONSUMER, lines);
      return new GpioMotorLines(outputs, inputs, inputOf);
    } catch (IOException e) {
      outputs.close();
      throw e;
    }
  }

  /** An encoder drives its lines; an end stop's contact only pulls them low. */
  private static Bias biasOf(int input) {
    return input == ENCODER_A || input == ENCODER_B ? Bias.UNCHANGED : Bias.PULL_UP;
  }

  @Override
  public boolean put(int levels) {
    return outputs.put(levels); // STEP, DIR and ENABLE are bits 0, 1 and 2 of the claim as well
  }

  @Override
  public boolean nextEdge() {
    InputLines lines = inputs;
    return lines != null && lines.next();
  }

  @Override
  public int edgeInput() {
    return inputs == null ? -1 : inputOf[inputs.index()];
  }

  @Override
  public boolean edgeActive() {
    return inputs != null && inputs.isActive();
  }

  @Override
  public long edgeNs() {
    return inputs == null ? 0 : inputs.ns();
  }

  @Override
  public int levels() {
    InputLines lines = inputs;
    if (lines == null) {
      return 0;
    }
    long claimed = lines.levels();
    if (claimed < 0) {
      return -1;
    }
    int levels = 0;
    for (int i = 0; i < INPUTS; i++) {
      levels |= (int) (claimed >> i & 1) << inputOf[i];
    }
    return levels;
  }

  @Override
  public boolean lost() {
    return outputs.isLost() || (inputs != null && inputs.isLost());
  }

  /** Puts the outputs inactive and gives all lines back. After the loop has ended. */
  @Override
  public void close() {
    outputs.put(0); // if the chip is gone there is nothing left to put
    outputs.close();
    if (inputs != null) {
      inputs.close();
    }
  }

  /** The lines, and what is wrong with them. */
  @Override
  public String toString() {
    return outputs + "; " + (inputs == null ? "no inputs" : inputs);
  }
}
