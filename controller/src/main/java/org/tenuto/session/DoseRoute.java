package org.tenuto.session;

/** How a dose was given that the pump had no part in. */
public enum DoseRoute {
  INTRAMUSCULAR("into a muscle"),
  NASAL("into the nose"),
  LOZENGE("as a lozenge"),
  INTRAVENOUS("into a vein, by hand");

  private final String text;

  DoseRoute(String text) {
    this.text = text;
  }

  /** As staff read it. */
  public String text() {
    return text;
  }
}
