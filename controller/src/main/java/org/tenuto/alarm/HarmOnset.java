package org.tenuto.alarm;

/** How soon the harm of an alarm condition may come, soonest first. */
public enum HarmOnset {
  /** Within seconds to a few minutes. */
  IMMEDIATE,
  /** Within minutes. */
  PROMPT,
  /** Within minutes to hours. */
  DELAYED
}
