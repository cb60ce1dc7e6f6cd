package org.tenuto.driver.stepper;

/**
 * The lines of a stepper motor's driver board and of its sensors, as the kernel gives them.
 *
 * <p>Contract: loop thread only; nothing blocks and nothing allocates.
 */
public interface MotorLines {

  /** Output bits of {@link #put}. */
  int STEP = 1;

  int DIR = 2;

  int ENABLE = 4;

  /** Inputs, by {@link #edgeInput} and as bits {@code 1 << input} of {@link #levels}. */
  int ENCODER_A = 0;

  int ENCODER_B = 1;

  int END_FORWARD = 2;

  int END_BACK = 3;

  /**
   * Puts all three outputs to their levels in one kernel call.
   *
   * @param levels bits of {@link #STEP}, {@link #DIR} and {@link #ENABLE}; 1 is active
   * @return whether the kernel took it; if not the lines count as lost
   */
  boolean put(int levels);

  /** Takes the next edge of an input, oldest first; false when there is none. */
  boolean nextEdge();

  /** Input of the edge taken last. */
  int edgeInput();

  /** Whether the edge taken last was to active. */
  boolean edgeActive();

  /** The kernel's time of the edge taken last, monotonic ns. */
  long edgeNs();

  /** Levels of the inputs now, as bits {@code 1 << input}; 1 is active; −1 if they can't be read. */
  int levels();

  /** Whether edges were lost (a gap in the kernel's numbers) or the lines are gone, ever. */
  boolean lost();
}
