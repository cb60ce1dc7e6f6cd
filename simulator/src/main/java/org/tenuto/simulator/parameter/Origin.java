package org.tenuto.simulator.parameter;

/** How sure we are of a number. */
public enum Origin {
  /** A publication or a manual says so; the note names it. */
  PUBLISHED("published"),
  /** Our own choice, of the size such things have. */
  CHOSEN("our choice"),
  /** Remembered or read second-hand; to be looked up before anything rests on it. */
  UNVERIFIED("unverified");

  private final String text;

  Origin(String text) {
    this.text = text;
  }

  /** As it stands in the documentation. */
  public String text() {
    return text;
  }
}
