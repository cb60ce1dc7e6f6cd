package org.tenuto.replay;

import org.tenuto.control.StatusSnapshot;

/**
 * A running sum of what the executor decided: two that differ in one bit of it differ from there
 * on. Against accidents, not against attackers. One thread; allocates nothing.
 */
final class Decisions {

  private static final long ODD = 0x9E3779B97F4A7C15L;
  private static final int TURN = 29;

  private long sum;

  void add(long decided) {
    sum = Long.rotateLeft((sum ^ decided) * ODD, TURN);
  }

  void add(byte[] bytes, int count) {
    add(count);
    for (int i = 0; i < count; i++) {
      add(bytes[i]);
    }
  }

  /** What it publishes of itself; not how punctual it was, which is not its decision. */
  void add(StatusSnapshot status) {
    add(status.state.ordinal());
    add(status.reason.ordinal());
    add(status.pumpState.ordinal());
    add(status.pumpFault.ordinal());
    add(status.orderNonce);
    add(status.changing);
    add(status.orderNl);
    add(status.rateNlPerH);
    add(status.phase);
    add(status.commandedNl);
    add(status.atLeastNl);
    add(status.atMostNl);
    add(status.primedAtMostNl);
    add(status.timeLeftS);
    add(status.alarmBits);
    add(status.alarmPresentBits);
    add(status.audioPauseLeftNs);
    add(status.lastEventSeq);
    add(status.selfTestFailedBits);
    for (long plasma : status.plasmaPgPerMl) {
      add(plasma);
    }
  }

  long sum() {
    return sum;
  }
}
