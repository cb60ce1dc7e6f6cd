package org.tenuto.alarm.planted;

import org.tenuto.control.StatusSnapshot;

/** Violates: floors only point down. */
public final class AlarmThatKnowsTheCycle {

  public long cycle(StatusSnapshot snapshot) {
    return snapshot.cycle;
  }
}
