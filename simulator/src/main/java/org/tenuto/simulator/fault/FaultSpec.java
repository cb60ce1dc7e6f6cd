package org.tenuto.simulator.fault;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that will go wrong, and when.
 *
 * @param kind what goes wrong
 * @param afterFirstMove whether the delay counts from the motor's first movement rather than from
 *     the start of the simulator
 * @param delayNs ns
 */
public record FaultSpec(FaultKind kind, boolean afterFirstMove, long delayNs) {

  private static final Pattern FORM =
      Pattern.compile("([a-z-]+)@(delivering\\+)?(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s|min)");

  /**
   * Reads {@code line-cut@20s} or {@code stall@delivering+1.5s}; times in ms, s or min.
   *
   * @throws IllegalArgumentException with one line that names the value and what was expected
   */
  public static FaultSpec parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "fault '" + text + "': expected KIND@20s or KIND@delivering+5s (ms, s or min)");
    }
    FaultKind kind = FaultKind.of(matcher.group(1));
    if (kind == null) {
      throw new IllegalArgumentException(
          "fault '" + text + "': unknown kind, expected one of " + FaultKind.all());
    }
    long unitNs =
        switch (matcher.group(4)) {
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          default -> 60_000_000_000L;
        };
    BigDecimal delay = new BigDecimal(matcher.group(3)).multiply(BigDecimal.valueOf(unitNs));
    long delayNs = delay.setScale(0, RoundingMode.HALF_UP).longValueExact();
    return new FaultSpec(kind, matcher.group(2) != null, delayNs);
  }
}
