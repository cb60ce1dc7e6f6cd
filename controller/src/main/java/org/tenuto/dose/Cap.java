package org.tenuto.dose;

/**
 * A figure's upper limits.
 *
 * @param soft values above need a reason and a second person; not above {@code hard}
 * @param hard values above are refused
 * @param evidence how well the numbers are founded
 * @param source where they are from
 */
public record Cap<T extends Comparable<T>>(T soft, T hard, Evidence evidence, String source) {

  public Cap {
    if (soft.compareTo(hard) > 0) {
      throw new IllegalArgumentException("cap " + soft + " to " + hard + ": expected soft first");
    }
  }
}
