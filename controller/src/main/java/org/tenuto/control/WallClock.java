package org.tenuto.control;

/** What time is it for people: a clock that can be set. Loop thread; allocates nothing. */
public interface WallClock {

  /** Wall clock, ms since 1970 UTC. */
  long wallMs();
}
