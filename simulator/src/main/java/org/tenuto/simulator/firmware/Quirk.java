package org.tenuto.simulator.firmware;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A way in which accounts of this pump's firmware differ. Without any, the pump behaves as most
 * sources and its manual have it; with one, as the others have it.
 */
public enum Quirk {
  /** Numbers of four digits are shown without their point: {@code 1699}, not {@code 1699.}. */
  BARE_INTEGERS,
  /** Digits of a fraction that are too many are dropped, where others answer {@code ?OOR}. */
  CUT_DIGITS;

  /** Its name on the command line, e.g. {@code bare-integers}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All their names, for people. */
  public static String texts() {
    return Arrays.stream(values()).map(Quirk::text).collect(Collectors.joining(", "));
  }
}
