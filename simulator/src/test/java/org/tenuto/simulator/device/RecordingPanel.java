package org.tenuto.simulator.device;

import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.LampColour;
import org.tenuto.alarm.Note;
import org.tenuto.control.Panel;

/** Lamp and buzzer as they are now, and when they were last set. */
final class RecordingPanel implements Panel {

  @Nullable LampColour lit;
  @Nullable Note sounding;
  double loudness;
  boolean beat;
  long shows;

  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public void show(
      @Nullable LampColour newLit, @Nullable Note newSounding, double newLoudness, boolean level) {
    lit = newLit;
    sounding = newSounding;
    loudness = newLoudness;
    beat = level;
    shows++;
  }
}
