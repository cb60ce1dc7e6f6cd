package org.tenuto.driver.stepper;

import org.jspecify.annotations.Nullable;
import org.tenuto.pump.PumpReading;

/**
 * What an order has received of a stepper: at most all steps that were commanded and one that may
 * be under way, at least what the encoder has seen but for its last count. The reading's counter is
 * the middle of both. Loop thread only; allocates nothing.
 *
 * <p>Neither ever goes back. At the end of each program <em>at most</em> is all of its volume, so
 * that an order that was stopped at its very end is known to be over: a pause costs a microstep.
 */
final class Delivered {

  /** µm² times counts over counts/mm is mm·µm²; so many of them are 1 nL. */
  private static final long MM_UM2_PER_NL = StepVolume.UM3_PER_NL / 1_000;

  private final long mmUm2CountsPerNl;
  private @Nullable StepVolume step;
  private long beforeNl;
  private long atLeastNl;
  private long atMostNl;

  Delivered(StepperBuild build) {
    mmUm2CountsPerNl = MM_UM2_PER_NL * build.encoderCountsPerMm();
  }

  /** A program of that syringe begins; the order too if it is its first. */
  void begin(StepVolume ofSyringe, boolean firstOfOrder) {
    step = ofSyringe;
    if (firstOfOrder) {
      atLeastNl = 0;
      atMostNl = 0;
    }
    beforeNl = atMostNl;
  }

  /** Whether anything was begun: a later program needs it. */
  boolean isKnown() {
    return step != null;
  }

  /**
   * Takes in where it stands.
   *
   * @param steps microsteps commanded in this program
   * @param counts what the encoder counted since the order began
   */
  void look(long steps, long counts) {
    StepVolume present = step;
    if (present == null) {
      return;
    }
    if (steps > 0) {
      atMostNl = Math.max(atMostNl, beforeNl + present.ceilNl(steps + 1));
    }
    long seenNl = seenNl(present, counts - 1);
    if (seenNl > atMostNl) {
      // The screw turned further than it was told: what the encoder may not show yet is counted.
      atMostNl = seenNl(present, counts + 1) + 1;
    }
    atLeastNl = Math.max(atLeastNl, seenNl);
  }

  /** So many counts of travel in that syringe, rounded down, nL; 0 below 0. */
  private long seenNl(StepVolume present, long counts) {
    return Math.max(0, counts) * present.areaUm2() / mmUm2CountsPerNl;
  }

  /** Says it in the reading, as of now. */
  void tell(PumpReading reading, long nowNs) {
    long halfNl = Math.ceilDiv(atMostNl - atLeastNl, 2);
    reading.counterKnown = step != null;
    reading.counterNl = atMostNl - halfNl;
    reading.counterDigitNl = halfNl;
    reading.counterAskedNs = nowNs;
    reading.counterNs = nowNs;
    reading.counterCount++;
  }
}
