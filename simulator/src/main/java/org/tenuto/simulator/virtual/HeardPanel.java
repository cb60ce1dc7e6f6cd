package org.tenuto.simulator.virtual;

import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.LampColour;
import org.tenuto.alarm.Note;
import org.tenuto.control.Panel;

/**
 * The lamp and the buzzer of a board that has them: what can be seen and heard now. A dead executor
 * shows and plays nothing.
 */
public final class HeardPanel implements Panel {

  private @Nullable LampColour lit;
  private @Nullable Note sounding;

  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public void show(
      @Nullable LampColour lamp, @Nullable Note note, double loudness, boolean beat) {
    lit = lamp;
    sounding = loudness > 0 ? note : null;
  }

  /** What the lamp shows; null for dark. */
  public @Nullable LampColour lit() {
    return lit;
  }

  /** What the buzzer plays; null for silence. */
  public @Nullable Note sounding() {
    return sounding;
  }
}
