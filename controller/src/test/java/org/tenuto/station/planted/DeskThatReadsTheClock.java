package org.tenuto.station.planted;

import java.time.Instant;

/** Violates: a station asks the clock it was given. */
public final class DeskThatReadsTheClock {

  public Instant now() {
    return Instant.now();
  }
}
