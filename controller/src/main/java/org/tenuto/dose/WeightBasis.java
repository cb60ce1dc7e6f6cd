package org.tenuto.dose;

/** Which weight a dose per kg is multiplied by. Never chosen silently: it is part of the order. */
public enum WeightBasis {
  /** What the scales said. */
  ACTUAL,
  /** Ideal body weight by Devine. */
  IDEAL,
  /** Ideal body weight and 0.4 of what is above it. */
  ADJUSTED,
  /** Lean body weight by Janmahasatian 2005. */
  LEAN,
  /**
   * The lower of ideal and actual weight from a body mass index of 30 kg/m² on, else actual: a
   * policy some clinicians follow (attributed to Sanacora 2017, JAMA Psychiatry 74:399).
   */
  IDEAL_IF_OBESE
}
