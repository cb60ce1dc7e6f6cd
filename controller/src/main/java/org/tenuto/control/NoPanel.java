package org.tenuto.control;

import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.LampColour;
import org.tenuto.alarm.Note;

/**
 * A board without lamp and buzzer. It says so: on the page, in the boot record and in the doctor.
 */
public final class NoPanel implements Panel {

  @Override
  public boolean isPresent() {
    return false;
  }

  @Override
  public void show(
      @Nullable LampColour lit, @Nullable Note sounding, double loudness, boolean beat) {
    // Nothing is wired.
  }
}
