package org.tenuto.quantity;

/**
 * A flow rate: volume over time, not to be confused with a {@link DoseRate}.
 *
 * @param nlPerH nanolitres per hour, never negative (1 mL/h = 1,000,000 nL/h)
 */
public record FlowRate(long nlPerH) {

  public FlowRate {
    if (nlPerH < 0) {
      throw new IllegalArgumentException("flow rate " + nlPerH + " nL/h: expected 0 or more");
    }
  }
}
