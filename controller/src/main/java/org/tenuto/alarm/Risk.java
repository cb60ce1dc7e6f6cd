package org.tenuto.alarm;

import java.util.List;

/**
 * Why a condition is an alarm.
 *
 * @param result what may come to the patient if nobody responds
 * @param onset how soon that may come
 * @param hazards ids in the GIP v1.0 hazard table (Arney et al., MS-CIS-08-31, 2009)
 */
public record Risk(PotentialResult result, HarmOnset onset, List<String> hazards) {

  static Risk of(PotentialResult result, HarmOnset onset, String... hazards) {
    return new Risk(result, onset, List.of(hazards));
  }

  /** The urgency it makes. */
  public AlarmPriority priority() {
    return AlarmPriority.of(result, onset);
  }
}
