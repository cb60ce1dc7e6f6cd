package org.tenuto.simulator.oracle;

import java.util.Arrays;
import org.tenuto.control.StatusSnapshot;

/**
 * Nothing is made up for and no phase runs faster than it was ordered: in no window of time more is
 * pushed out than the rate of its phase gives. A burst is a bolus; a short window finds a fast one,
 * a long one finds a slow one.
 */
public final class RateHolds extends Oracle {

  private static final int BINS = 10;
  private static final double NS_PER_H = 3.6e12;

  private final long windowNs;
  private final long[] pushedNl = new long[BINS + 1];
  private final long slackNl;
  private final InForce inForce;
  private long settled;
  private long binEndNs;
  private int bin;

  /**
   * Nothing flows yet.
   *
   * @param windowNs time over which it is judged, ns
   * @param incrementNl one microstep of the pump, rounded up, nL
   */
  RateHolds(long windowNs, long incrementNl, InForce inForce) {
    this.windowNs = windowNs;
    // A window may hold one microstep more than its time is worth, at either end, and 0.1 %.
    slackNl = 2 * incrementNl + 20;
    this.inForce = inForce;
  }

  @Override
  public void look(Scene scene) {
    if (scene.nowNs < binEndNs) {
      return;
    }
    binEndNs = scene.nowNs + windowNs / BINS;
    if (settled != inForce.settled()) {
      settled = inForce.settled(); // what ran before was another order's
      Arrays.fill(pushedNl, scene.pushedNl);
    }
    bin = (bin + 1) % pushedNl.length;
    long beforeNl = pushedNl[(bin + 1) % pushedNl.length];
    pushedNl[bin] = scene.pushedNl;
    long inWindowNl = scene.pushedNl - beforeNl;
    if (inWindowNl > slackNl) {
      judge(scene, beforeNl, inWindowNl);
    }
  }

  private void judge(Scene scene, long beforeNl, long inWindowNl) {
    StatusSnapshot said = scene.said;
    int phase = said != null && said.orderNonce == inForce.nonce() ? (int) said.phase : 0;
    long rateNlPerH =
        inForce.rateNlPerH(
            beforeNl - inForce.baseNl(), scene.pushedNl - inForce.baseNl(), phase);
    long allowedNl = (long) (rateNlPerH * (windowNs / NS_PER_H));
    if (inWindowNl > allowedNl + allowedNl / 1_000 + slackNl) {
      broken(
          scene,
          "pushed out "
              + inWindowNl
              + " nL in "
              + windowNs / 1_000_000_000
              + " s, the rate gives "
              + allowedNl);
    }
  }
}
