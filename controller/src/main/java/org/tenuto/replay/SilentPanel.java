package org.tenuto.replay;

import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.LampColour;
import org.tenuto.alarm.Note;
import org.tenuto.control.Panel;
import org.tenuto.control.PanelInputs;

/** Lamp, buzzer, e-stop and buttons in a replay: what they said is in the recording. */
final class SilentPanel implements Panel, PanelInputs {

  private final boolean present;

  SilentPanel(boolean present) {
    this.present = present;
  }

  @Override
  public boolean isPresent() {
    return present;
  }

  @Override
  public void show(
      @Nullable LampColour lit, @Nullable Note sounding, double loudness, boolean beat) {
    // Nobody sees or hears it.
  }

  @Override
  public boolean eStopOpen() {
    return false;
  }

  @Override
  public boolean takeStop() {
    return false;
  }

  @Override
  public boolean takeStart() {
    return false;
  }

  @Override
  public boolean faulty() {
    return false;
  }
}
