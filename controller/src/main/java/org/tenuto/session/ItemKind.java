package org.tenuto.session;

/** How an item of a step is answered. */
public enum ItemKind {
  /** YES or NO; YES stops the session: no order. */
  HARD,
  /** YES or NO; YES needs a reason and the prescriber who takes it. */
  CAUTION,
  /** DONE, or OPEN to take it back. */
  TICK,
  /** A few words. */
  WORDS,
  /** 0, 1 or 2; recorded, judged by nobody here. */
  SCORE,
  /** Entered as body weight, in its own fact. */
  WEIGHT,
  /** A tick that is bound to the syringe and the concentration of the order. */
  LOADING
}
