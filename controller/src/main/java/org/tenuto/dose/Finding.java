package org.tenuto.dose;

/**
 * One thing the guardrail or the calculator has to say about an order.
 *
 * @param code stable reason code, e.g. {@code DOSE_ABOVE_HARD_LIMIT}
 * @param severity what it means for the order
 * @param text one line for staff: the thing, its value and what was expected
 */
public record Finding(String code, Severity severity, String text) {

  /** What a finding means for the order. */
  public enum Severity {
    /** To be shown; changes nothing. */
    NOTE,
    /** Needs a reason and a second person. */
    SOFT,
    /** The order is refused. */
    HARD
  }
}
