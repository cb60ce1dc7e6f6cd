package org.tenuto.replay;

/** A replay that does not go as it was recorded. */
final class DivergedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** In one line, what is different. */
  DivergedException(String message) {
    super(message);
  }
}
