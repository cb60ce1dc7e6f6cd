package org.tenuto.simulator.oracle;

import org.tenuto.control.StatusSnapshot;

/**
 * Nothing is made up for and no phase runs faster than it was ordered: in no second more is pushed
 * out than the rate of its phase gives in a second. A burst is a bolus.
 */
public final class RateHolds extends Oracle {

  private static final long BIN_NS = 100_000_000;
  private static final int BINS_A_SECOND = 10;
  private static final long S_PER_H = 3_600;

  private final long[] pushedNl = new long[BINS_A_SECOND + 1];
  private final long slackNl;
  private final InForce inForce;
  private long binEndNs;
  private int bin;

  /**
   * Nothing flows yet.
   *
   * @param incrementNl one microstep of the pump, rounded up, nL
   */
  RateHolds(long incrementNl, InForce inForce) {
    // A window may hold one microstep more than its time is worth, at either end, and 0.1 %.
    slackNl = 2 * incrementNl + 20;
    this.inForce = inForce;
  }

  @Override
  public void look(Scene scene) {
    if (scene.nowNs < binEndNs) {
      return;
    }
    binEndNs = scene.nowNs + BIN_NS;
    bin = (bin + 1) % pushedNl.length;
    long secondAgoNl = pushedNl[(bin + 1) % pushedNl.length];
    pushedNl[bin] = scene.pushedNl;
    long inSecondNl = scene.pushedNl - secondAgoNl;
    if (inSecondNl > slackNl) {
      judge(scene, secondAgoNl, inSecondNl);
    }
  }

  private void judge(Scene scene, long secondAgoNl, long inSecondNl) {
    StatusSnapshot said = scene.said;
    int phase = said != null && said.orderNonce == inForce.nonce() ? (int) said.phase : 0;
    long rateNlPerH =
        inForce.rateNlPerH(
            secondAgoNl - inForce.baseNl(),
            scene.pushedNl - inForce.baseNl(),
            phase);
    if (inSecondNl > rateNlPerH / S_PER_H + slackNl) {
      broken(
          scene,
          "pushed out " + inSecondNl + " nL in a second, the rate gives " + rateNlPerH / S_PER_H);
    }
  }
}
