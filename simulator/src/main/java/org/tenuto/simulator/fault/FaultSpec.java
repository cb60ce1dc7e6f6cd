package org.tenuto.simulator.fault;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that will go wrong with a pump in real time, and when: what {@code --fault} says. It
 * then stays, unless another one ends it ({@code line-back}).
 *
 * @param kind what goes wrong
 * @param ends whether it ends then, rather than begins
 * @param afterFirstMove whether the delay counts from the motor's first movement rather than from
 *     the start of the simulator
 * @param delayNs ns
 */
public record FaultSpec(FaultKind kind, boolean ends, boolean afterFirstMove, long delayNs) {

  private static final Pattern FORM =
      Pattern.compile("([a-z-]+)@(delivering\\+)?(" + FaultTime.FORM + ")");

  private static final String BACK = "line-back";

  private static final Map<String, FaultKind> WORDS =
      Map.of(
          "line-cut",
          FaultKind.SERIAL_CUT,
          BACK,
          FaultKind.SERIAL_CUT,
          "mute",
          FaultKind.PUMP_MUTE,
          "deaf",
          FaultKind.PUMP_DEAF,
          "stall",
          FaultKind.MOTOR_STALL,
          "reset",
          FaultKind.PUMP_RESET);

  private static final String EXPECTED_WORDS = "line-cut, line-back, mute, deaf, stall, reset";

  /**
   * Reads {@code line-cut@20s} or {@code stall@delivering+1.5s}; times in ms, s or min.
   *
   * @throws IllegalArgumentException with one line that names the value and what was expected
   */
  public static FaultSpec parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "fault '"
              + text
              + "': expected KIND@20s or KIND@delivering+5s (ms, s or min), KIND one of "
              + EXPECTED_WORDS);
    }
    String word = matcher.group(1);
    FaultKind kind = WORDS.get(word);
    if (kind == null) {
      throw new IllegalArgumentException(
          "fault '" + text + "': unknown kind, expected one of " + EXPECTED_WORDS);
    }
    return new FaultSpec(kind, word.equals(BACK), matcher.group(2) != null, delayNs(text, matcher));
  }

  private static long delayNs(String text, Matcher matcher) {
    try {
      return FaultTime.parse(matcher.group(3));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "fault '" + text + "': expected a time in whole ns, at most 292 years", e);
    }
  }
}
