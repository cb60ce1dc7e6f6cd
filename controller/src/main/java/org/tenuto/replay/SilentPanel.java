package org.tenuto.replay;

import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.LampColour;
import org.tenuto.alarm.Note;
import org.tenuto.control.Panel;

/**
 * Lamp and buzzer in a replay: nobody sees or hears them.
 *
 * @param isPresent whether the recorded board had them
 */
record SilentPanel(boolean isPresent) implements Panel {

  @Override
  public void show(
      @Nullable LampColour lit, @Nullable Note sounding, double loudness, boolean beat) {
    // The recorded board showed it.
  }
}
