package org.tenuto.quantity;

import java.util.Objects;

/**
 * A quantity as a person wrote it that can't be taken: the message is one line and names the thing,
 * the value and what was expected.
 */
public final class QuantityFormatException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String expected;

  /**
   * The complaint about one value.
   *
   * @param what the thing, e.g. {@code --weight}
   * @param value what was written; shown quoted, on one line
   * @param expected what would have been taken
   */
  public QuantityFormatException(String what, String value, String expected) {
    super(what + " " + Quoted.of(value) + ": expected " + expected);
    this.expected = expected;
  }

  /** One line. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** What would have been taken. */
  public String expected() {
    return expected;
  }
}
