package org.tenuto.alarm;

/** Urgency by IEC 60601-1-8, highest first. */
public enum AlarmPriority {
  HIGH,
  MEDIUM,
  LOW;

  /**
   * The priority of a condition by what may come of it and how soon.
   *
   * <p>Source: the priority table of IEC 60601-1-8 as Open PCA Pump System Requirements 1.0.0,
   * Table 3, gives it. Where it leaves "low or none", low.
   */
  public static AlarmPriority of(PotentialResult result, HarmOnset onset) {
    return switch (result) {
      case IRREVERSIBLE -> onset == HarmOnset.DELAYED ? MEDIUM : HIGH;
      case REVERSIBLE ->
          switch (onset) {
            case IMMEDIATE -> HIGH;
            case PROMPT -> MEDIUM;
            case DELAYED -> LOW;
          };
      case MINOR -> onset == HarmOnset.IMMEDIATE ? MEDIUM : LOW;
    };
  }

  /** Whether this is as urgent as the other, or more. */
  public boolean isAtLeast(AlarmPriority other) {
    return compareTo(other) <= 0;
  }
}
