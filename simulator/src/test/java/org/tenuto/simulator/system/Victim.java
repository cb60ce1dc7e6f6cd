package org.tenuto.simulator.system;

import java.time.Duration;

/** Who is killed, or stands still for a while, and how soon the plunger has to rest then. */
enum Victim {
  EXECUTOR(0, Duration.ofSeconds(2)),
  STATION(0, Duration.ofSeconds(5)),
  BROKER(0, Duration.ZERO),
  BROWSER(0, Duration.ZERO),
  EXECUTOR_200MS(200, Duration.ZERO),
  /** As long as the pump's own watchdog waits: either may come first. */
  EXECUTOR_1S(1_000, Duration.ofSeconds(2)),
  EXECUTOR_5S(5_000, Duration.ofSeconds(2)),
  STATION_7S(7_000, Duration.ofSeconds(5));

  private final int haltMs;
  private final Duration rest;

  Victim(int haltMs, Duration rest) {
    this.haltMs = haltMs;
    this.rest = rest;
  }

  /** How long it stands still (SIGSTOP to SIGCONT), ms; 0 if it is killed. */
  int haltMs() {
    return haltMs;
  }

  /** Promised time to rest; zero if the order goes on. */
  Duration rest() {
    return rest;
  }

  boolean isHarmless() {
    return rest.isZero();
  }

  /** Whether nothing may move any more, whatever is started or goes on again. */
  boolean endsMotion() {
    return !isHarmless() && this != EXECUTOR_1S;
  }
}
