package org.tenuto.session;

/** The steps of a therapy session in which staff enter something, in their order. */
public enum SessionStep {
  SCREENING("Screening"),
  PREPARATION("Preparation"),
  CHECKLIST("Checklist"),
  LOADING("Load and connect"),
  BALANCE("Drug balance"),
  DISCHARGE("Discharge"),
  NOTES("Notes");

  private final String title;

  SessionStep(String title) {
    this.title = title;
  }

  /** As staff read it. */
  public String title() {
    return title;
  }

  /** Whether an order waits for it. */
  public boolean isBeforeInfusion() {
    return compareTo(BALANCE) < 0;
  }
}
