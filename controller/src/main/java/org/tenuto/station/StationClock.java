package org.tenuto.station;

import java.time.Instant;

/** The clocks of the board a station runs on. Any thread; never waits. */
public interface StationClock {

  /** Monotonic clock, ns: the one the executor's times are in. */
  long nowNs();

  /** Wall clock, ms since 1970. It may be set, and may then jump. */
  long wallMs();

  /** Which boot of the board this is: another text after each; empty if it does not say. */
  String boardBootId();

  /** Wall clock. */
  default Instant wall() {
    return Instant.ofEpochMilli(wallMs());
  }
}
