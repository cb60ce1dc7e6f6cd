package org.tenuto.doctor;

/**
 * What a check found.
 *
 * @param level how good it is
 * @param thing what was looked at, e.g. {@code serial line}
 * @param found what is there, without a full stop
 * @param advice what to do, a sentence; empty where nothing is to be done
 */
record Finding(Level level, String thing, String found, String advice) {

  /** How good a thing is. */
  enum Level {
    /** As it should be. */
    OK,
    /** The device runs, with a limitation. */
    DEGRADED,
    /** The device can't run. */
    MISSING
  }

  static Finding ok(String thing, String found) {
    return new Finding(Level.OK, thing, found, "");
  }

  static Finding degraded(String thing, String found, String advice) {
    return new Finding(Level.DEGRADED, thing, found, advice);
  }

  static Finding missing(String thing, String found, String advice) {
    return new Finding(Level.MISSING, thing, found, advice);
  }
}
