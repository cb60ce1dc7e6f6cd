package org.tenuto.dose;

import java.math.BigDecimal;
import java.util.function.Function;
import org.tenuto.quantity.Ratio;

/**
 * Holds one exact figure against its limits and says which it passes. Messages round away from the
 * limit, so that what is beyond a limit also reads as beyond it.
 *
 * @param thing what is judged, e.g. {@code dose}
 * @param number a limit as a number in the figure's unit
 * @param written a figure as it is written for people
 */
record LimitCheck<T extends Comparable<T>>(
    String thing, Function<T, BigDecimal> number, Function<BigDecimal, String> written) {

  /** Decimals of a figure in a message; judged exactly all the same. */
  private static final int SHOWN_PLACES = 3;

  /** The reason codes of the four ways to be out of bounds. */
  record Codes(
      ReasonCode belowHard, ReasonCode belowSoft, ReasonCode aboveSoft, ReasonCode aboveHard) {}

  /** Adds at most one finding: the gravest. */
  void judge(Ratio figure, Limit<T> limit, Codes codes, Findings findings) {
    if (isBelow(figure, limit.hard().lowest())) {
      atLeast(figure, limit.hard().lowest(), codes.belowHard(), findings);
    } else if (isBelow(figure, limit.soft().lowest())) {
      atLeast(figure, limit.soft().lowest(), codes.belowSoft(), findings);
    } else {
      judgeAbove(
          figure, limit.soft().highest(), limit.hard().highest(), codes.aboveSoft(),
          codes.aboveHard(), findings);
    }
  }

  /** Adds at most one finding: the graver. */
  void judge(Ratio figure, Cap<T> cap, ReasonCode soft, ReasonCode hard, Findings findings) {
    judgeAbove(figure, cap.soft(), cap.hard(), soft, hard, findings);
  }

  private void judgeAbove(
      Ratio figure, T softest, T hardest, ReasonCode soft, ReasonCode hard, Findings findings) {
    if (isAbove(figure, hardest)) {
      atMost(figure, hardest, hard, findings);
    } else if (isAbove(figure, softest)) {
      atMost(figure, softest, soft, findings);
    }
  }

  private boolean isBelow(Ratio figure, T lowest) {
    return figure.compareTo(number.apply(lowest)) < 0;
  }

  private boolean isAbove(Ratio figure, T highest) {
    return figure.compareTo(number.apply(highest)) > 0;
  }

  private void atLeast(Ratio figure, T lowest, ReasonCode code, Findings findings) {
    findings.add(code, shown(figure.floor(SHOWN_PLACES)), "at least " + text(lowest));
  }

  private void atMost(Ratio figure, T highest, ReasonCode code, Findings findings) {
    findings.add(code, shown(figure.ceiling(SHOWN_PLACES)), "at most " + text(highest));
  }

  private String shown(BigDecimal figure) {
    return thing + " " + written.apply(figure);
  }

  private String text(T limit) {
    return written.apply(number.apply(limit));
  }
}
