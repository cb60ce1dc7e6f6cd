package org.tenuto.pump;

import java.util.Set;

/**
 * A scripted pump, in memory, on which the executor rehearses before it speaks to the real one: it
 * does what it is told and has each mishap when it is asked to. One thread; may allocate.
 */
public interface RehearsedPump {

  /** What a pump does wrong. */
  enum Mishap {
    /** Nothing. */
    NONE,
    /** It does not answer. */
    MUTE,
    /** It does not answer when it is told to run. */
    MUTE_AT_RUN,
    /** Its line or lines are gone. */
    CUT,
    /** It says another setting back than it was told. */
    OTHER_SETTING,
    /** It moves though nobody told it to. */
    MOVES,
    /** It stopped short of its target. */
    ENDS_SHORT,
    /** Its motor stalled. */
    STALLED,
    /** It was switched off and on. */
    RESET,
    /** Its watchdog ran out. */
    WATCHDOG,
    /** Its program is no good. */
    PROGRAM_ERROR,
    /** Its pusher is at the end of the syringe. */
    AT_END
  }

  /** Which mishaps such a pump can have, {@link Mishap#NONE} not among them. */
  Set<Mishap> mishaps();

  /** From now on it does that wrong. */
  void mishap(Mishap next);

  /**
   * Its own counter shows that, nL.
   *
   * @return false if it has none
   */
  boolean counts(long deliveredNl);

  /**
   * It reached its target, of so many nL, at once.
   *
   * @return false if such a pump gets there only step by step
   */
  boolean reachesTarget(long deliveredNl);
}
