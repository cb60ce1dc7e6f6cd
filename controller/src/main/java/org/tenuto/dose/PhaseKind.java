package org.tenuto.dose;

/** What a phase of an order is for. */
public enum PhaseKind {
  /** A loading dose over a stated time, with limits of its own. */
  BOLUS,
  /** The infusion itself. */
  MAINTENANCE,
  /** A step down: its dose rate is below that of the phase before. */
  TAPER
}
