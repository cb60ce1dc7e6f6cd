package org.tenuto.alarm;

/** What may come to the patient if nobody responds to an alarm condition, gravest first. */
public enum PotentialResult {
  /** Death or irreversible injury. */
  IRREVERSIBLE,
  /** Reversible injury. */
  REVERSIBLE,
  /** Minor injury or discomfort. */
  MINOR
}
