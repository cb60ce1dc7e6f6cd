package org.tenuto.quantity;

import java.math.BigDecimal;

/**
 * A flow rate: volume over time, not to be confused with a {@link DoseRate}.
 *
 * @param nlPerH nanolitres per hour, never negative (1 mL/h = 1,000,000 nL/h)
 */
public record FlowRate(long nlPerH) implements Comparable<FlowRate> {

  public FlowRate {
    if (nlPerH < 0) {
      throw new IllegalArgumentException("flow rate " + nlPerH + " nL/h: expected 0 or more");
    }
  }

  /**
   * Reads a flow rate as a person wrote it, in mL/h only.
   *
   * @param what the thing it is for, e.g. {@code flow_min}
   * @throws QuantityFormatException in one line, if it is anything else
   */
  public static FlowRate parse(String what, String text) {
    long nlPerH = Scale.exactDown(WardUnit.ML_PER_H.parse(what, text), Scale.MILLION);
    return new FlowRate(nlPerH);
  }

  /**
   * The flow rate in whole nL/h that is not above the one given.
   *
   * @param mlPerH millilitres per hour, 0 or more
   * @throws ArithmeticException beyond 63 bits
   */
  public static FlowRate floorMlPerH(BigDecimal mlPerH) {
    return new FlowRate(Scale.floorDown(mlPerH, Scale.MILLION));
  }

  /** The flow rate in millilitres per hour. Exact. */
  public BigDecimal mlPerH() {
    return Scale.up(nlPerH, Scale.MILLION);
  }

  /** As written for people, in mL/h. Exact. */
  public String text() {
    return WardUnit.ML_PER_H.format(mlPerH());
  }

  @Override
  public int compareTo(FlowRate other) {
    return Long.compare(nlPerH, other.nlPerH);
  }
}
