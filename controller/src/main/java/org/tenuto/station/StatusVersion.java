package org.tenuto.station;

import org.jspecify.annotations.Nullable;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

/**
 * Counts how often anything changed that the published status is made of. Allocates nothing. One
 * thread at a time.
 */
final class StatusVersion {

  private long version = 1;
  private boolean lost;
  private boolean recordFailed;
  private @Nullable InfusionState state;
  private @Nullable NotDeliveringReason reason;
  private @Nullable PumpState pumpState;
  private @Nullable PumpFault pumpFault;
  private long readBackNonce;
  private long alarmBits;
  private long alarmPresentBits;
  private long selfTestFailedBits;

  /**
   * The version now; compares with the moment it was asked last.
   *
   * @param nowLost whether the executor is lost
   * @param nowFailed whether the record is not kept
   * @param nowReadBackNonce of the read-back in force; 0 if there is none
   */
  long of(StatusSnapshot now, boolean nowLost, boolean nowFailed, long nowReadBackNonce) {
    boolean same =
        lost == nowLost
            && recordFailed == nowFailed
            && readBackNonce == nowReadBackNonce
            && sameStates(now)
            && sameAlarms(now);
    if (!same) {
      version++;
      lost = nowLost;
      recordFailed = nowFailed;
      readBackNonce = nowReadBackNonce;
      keep(now);
    }
    return version;
  }

  private boolean sameStates(StatusSnapshot now) {
    return state == now.state
        && reason == now.reason
        && pumpState == now.pumpState
        && pumpFault == now.pumpFault;
  }

  private boolean sameAlarms(StatusSnapshot now) {
    return alarmBits == now.alarmBits
        && alarmPresentBits == now.alarmPresentBits
        && selfTestFailedBits == now.selfTestFailedBits;
  }

  private void keep(StatusSnapshot now) {
    state = now.state;
    reason = now.reason;
    pumpState = now.pumpState;
    pumpFault = now.pumpFault;
    alarmBits = now.alarmBits;
    alarmPresentBits = now.alarmPresentBits;
    selfTestFailedBits = now.selfTestFailedBits;
  }
}
