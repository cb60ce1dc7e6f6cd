package org.tenuto.staff;

/** What staff do at the device that not everybody may. Reading, Stop and Pause are no duty. */
public enum Duty {
  /** Order an infusion or a change of one, which starts nothing yet. */
  ORDER("order", false),

  /** Pass a soft limit, with a reason and a second person. */
  OVERRIDE("pass a soft limit", false),

  /** Start or resume what was read back. */
  START("start or resume", true),

  /** Be the second person who checks what was read back. */
  CHECK("check as the second person", true),

  /** Take a caution, or a contraindication back, with a reason: a prescriber's decision. */
  PRESCRIBE("decide on a caution or a contraindication", true),

  /** Fill the line, not connected to a person. */
  PRIME("prime the line", true),

  /** Put on record what was seen and done around the infusion. */
  RECORD("record", false),

  /** Leave a fault. */
  RESET("reset a fault", true),

  /** Acknowledge alarms. */
  ACKNOWLEDGE("acknowledge alarms", false);

  private final String words;
  private final boolean freshPin;

  Duty(String words, boolean freshPin) {
    this.words = words;
    this.freshPin = freshPin;
  }

  /** To be read after "may" or "may not". */
  public String words() {
    return words;
  }

  /** Whether whoever was idle for long gives the PIN again before it. */
  public boolean needsFreshPin() {
    return freshPin;
  }
}
