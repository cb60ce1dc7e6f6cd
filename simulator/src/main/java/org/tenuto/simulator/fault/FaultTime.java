package org.tenuto.simulator.fault;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How times are written in faults: {@code 83s}, {@code 1.5s}, {@code 250ms}. */
final class FaultTime {

  /** As part of a larger pattern; without groups. */
  static final String FORM = "\\d{1,18}(?:\\.\\d{1,3})?(?:ns|us|ms|s|min)";

  private static final Pattern PARTS = Pattern.compile("([\\d.]+)([a-z]+)");
  private static final long NS_PER_US = 1_000;
  private static final long NS_PER_MS = 1_000_000;
  private static final long NS_PER_S = 1_000_000_000;
  private static final long NS_PER_MIN = 60 * NS_PER_S;

  private FaultTime() {}

  /**
   * Reads what matches {@link #FORM}, ns.
   *
   * @throws ArithmeticException if it is no whole number of ns, or more than 292 years
   */
  static long parse(String text) {
    Matcher matcher = PARTS.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("time '" + text + "': expected e.g. 1.5s");
    }
    long unitNs =
        switch (matcher.group(2)) {
          case "ns" -> 1;
          case "us" -> NS_PER_US;
          case "ms" -> NS_PER_MS;
          case "s" -> NS_PER_S;
          default -> NS_PER_MIN;
        };
    return new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unitNs)).longValueExact();
  }

  /** The same time in the largest unit up to seconds that needs no fraction. */
  static String text(long ns) {
    if (ns % NS_PER_S == 0) {
      return ns / NS_PER_S + "s";
    }
    if (ns % NS_PER_MS == 0) {
      return ns / NS_PER_MS + "ms";
    }
    return ns % NS_PER_US == 0 ? ns / NS_PER_US + "us" : ns + "ns";
  }
}
