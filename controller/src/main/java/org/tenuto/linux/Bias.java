package org.tenuto.linux;

/**
 * What holds an input that nobody drives. The kernel takes it as best effort: a chip without such
 * resistors leaves the line floating and tells nobody, so a board has resistors of its own.
 */
public enum Bias {
  /** As it was before. */
  UNCHANGED(0),
  /** None. */
  OFF(Gpio.BIAS_DISABLED),
  /** Physically high. */
  PULL_UP(Gpio.PULL_UP),
  /** Physically low. */
  PULL_DOWN(Gpio.PULL_DOWN);

  private final long flag;

  Bias(long flag) {
    this.flag = flag;
  }

  long flag() {
    return flag;
  }
}
