package org.tenuto.doctor;

/** The device's own lamp and buzzer: this version drives none, whatever the board has. */
record BuzzerCheck() implements Check {

  @Override
  public Finding look() {
    return Finding.degraded(
        "buzzer",
        "no buzzer on this board",
        "Alarms sound from the page and the pump alone: keep the page in sight and its sound on.");
  }
}
