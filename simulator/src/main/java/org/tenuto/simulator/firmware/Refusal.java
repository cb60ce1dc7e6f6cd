package org.tenuto.simulator.firmware;

/** What the pump answers, after its prompt, to a command it does not carry out. */
final class Refusal {

  /** Not a command, or not one of its arguments. */
  static final String UNKNOWN = "?";

  /** Not applicable now. */
  static final String NOT_NOW = "?NA";

  static final String OUT_OF_RANGE = "?OOR";

  /** A packet that arrived damaged. */
  static final String DAMAGED = "?COM";

  private Refusal() {}

  /** For a number that {@link PumpNumber} or {@link #integer} would not take. */
  static String ofNumber(long sentinel) {
    return sentinel == PumpNumber.MALFORMED ? UNKNOWN : OUT_OF_RANGE;
  }

  /** A plain number of at most four digits, or one of {@link PumpNumber}'s sentinels. */
  static long integer(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return PumpNumber.MALFORMED;
    }
    return text.length() > 4 ? PumpNumber.TOO_MANY_DIGITS : Long.parseLong(text);
  }
}
