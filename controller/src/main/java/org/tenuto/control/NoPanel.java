package org.tenuto.control;

import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.LampColour;
import org.tenuto.alarm.Note;

/**
 * A board without lamp, buzzer, e-stop and buttons. It says so: on the page, in the boot record and
 * in the doctor.
 */
public final class NoPanel implements Panel, PanelInputs {

  @Override
  public boolean isPresent() {
    return false;
  }

  @Override
  public void show(
      @Nullable LampColour lit, @Nullable Note sounding, double loudness, boolean beat) {
    // Nothing is wired.
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
