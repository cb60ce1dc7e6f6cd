package org.tenuto.web;

import org.jspecify.annotations.Nullable;
import org.tenuto.observation.Level;
import org.tenuto.observation.Noted;

/** What staff observe of the patient. Any thread. */
public interface ObservationDesk {

  /** Puts a reading on record if it can be taken; the value is one line for staff. Waits at most 2 s. */
  Reply<String> observed(ReadingEntry entry);

  /** Puts on record that staff took note of advice on a reading; waits at most 2 s. */
  Reply<String> adviceNoted(long reading, Level level, Noted.Action action);

  /** What is observed now; null on a device that observes nothing. Returns at once. */
  @Nullable ObservationView observation();
}
