package org.tenuto.simulator.firmware;

import org.jspecify.annotations.Nullable;

/** Which pump a command is for. */
final class Addressing {

  /**
   * A command that this pump has to carry out.
   *
   * @param command word and argument
   * @param system whether it came as {@code *word}, for every pump on the line
   */
  record Addressed(String command, boolean system) {}

  private Addressing() {}

  /** The part of a line or packet for the pump of this address, or null if there is none. */
  static @Nullable Addressed of(String text, int ownAddress) {
    int digits = leadingDigits(text);
    String rest = text.substring(digits);
    if (rest.startsWith("*")) {
      return new Addressed(rest.substring(1), true);
    }
    if (rest.indexOf('*') >= 0) {
      return burst(text, ownAddress);
    }
    int address = digits == 0 ? 0 : Integer.parseInt(text.substring(0, digits));
    return address == ownAddress ? new Addressed(rest, false) : null;
  }

  /** {@code 0RUN*1RUN*}: one digit of address and a command for each pump. */
  private static @Nullable Addressed burst(String text, int ownAddress) {
    for (String part : text.split("\\*", -1)) {
      if (!part.isEmpty() && part.charAt(0) - '0' == ownAddress) {
        return new Addressed(part.substring(1), false);
      }
    }
    return null;
  }

  private static int leadingDigits(String text) {
    int digits = 0;
    while (digits < 2 && digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    return digits;
  }
}
