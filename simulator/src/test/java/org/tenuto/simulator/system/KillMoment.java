package org.tenuto.simulator.system;

import java.util.SplittableRandom;

/** Part of an infusion in which somebody is killed; a delay counts from where it begins. */
enum KillMoment {
  /** The figures are on the page, nothing is started. */
  READ_BACK(0, 300),
  /** From the press of Start: intent, program. */
  PROGRAMMING(0, 60),
  STARTING(60, 250),
  /** From the first motion, as in the next two. */
  RUNNING(200, 11_500),
  /** The first phase ends after 4 s, the second after 9 s and what programming takes. */
  PHASE_CHANGE(3_900, 9_500),
  FINISHING(11_800, 12_700),
  /** From the press that confirms another dose rate: the pump is stopped, told and run again. */
  CHANGING(0, 600),
  /** From the press of Pause. */
  PAUSING(0, 80),
  PAUSED(0, 500),
  /** From the press of Resume. */
  RESUMING(0, 250);

  private static final int CHANGE_MS = 400;

  private final int fromMs;
  private final int toMs;

  KillMoment(int fromMs, int toMs) {
    this.fromMs = fromMs;
    this.toMs = toMs;
  }

  /** A delay into it, ms. */
  long drawDelayMs(SplittableRandom random) {
    if (this == PHASE_CHANGE) {
      int change = random.nextBoolean() ? fromMs : toMs - CHANGE_MS;
      return random.nextInt(change, change + CHANGE_MS);
    }
    return random.nextInt(fromMs, toMs);
  }

  /** Whether staff pause on the way to it. */
  boolean needsPause() {
    return compareTo(PAUSING) >= 0;
  }

  /** How often the pump rests on the way to the end because staff want so. */
  int stops() {
    return this == CHANGING || needsPause() ? 1 : 0;
  }
}
