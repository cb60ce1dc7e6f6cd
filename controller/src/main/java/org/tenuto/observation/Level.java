package org.tenuto.observation;

/** How far an observation is from what is expected, and what staff are asked. Least first. */
public enum Level {
  /** Look closer. */
  ADVISORY,
  /** Staff decide whether to pause. */
  PAUSE,
  /** Stop, and call the clinician. */
  STOP
}
