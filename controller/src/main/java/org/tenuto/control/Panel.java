package org.tenuto.control;

import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.LampColour;
import org.tenuto.alarm.Note;

/**
 * The lamp and the buzzer at the device, driven by the executor itself. Set at the end of each
 * completed cycle, from the loop thread; never waits, allocates nothing.
 *
 * <p>Beside them runs a sign of life of 10 Hz. The buzzer's circuit sounds by itself when that is
 * lost, so a dead executor is heard as well.
 */
public interface Panel {

  /** Half a period of the sign of life: 10 Hz. */
  long BEAT_NS = 50_000_000;

  /** Whether a lamp and a buzzer are wired to this board. */
  boolean isPresent();

  /**
   * What lamp, buzzer and sign of life do from now on.
   *
   * @param lit colour of the lamp; null for dark
   * @param sounding note of the buzzer; null for silence
   * @param loudness of that note, 0 to 1
   * @param beat level of the sign of life; changes every {@link #BEAT_NS}
   */
  void show(@Nullable LampColour lit, @Nullable Note sounding, double loudness, boolean beat);
}
