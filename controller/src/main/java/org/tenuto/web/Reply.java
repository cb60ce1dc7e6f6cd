package org.tenuto.web;

/**
 * What became of something staff asked for.
 *
 * @param <T> what comes with a yes
 */
public sealed interface Reply<T> {

  /** It was done. */
  record Accepted<T>(T value) implements Reply<T> {}

  /**
   * It was not done, or nobody can say so; nothing else changed.
   *
   * @param code stable reason code, e.g. {@code EXPIRED}
   * @param text one line for staff
   */
  record Refused<T>(String code, String text) implements Reply<T> {}
}
