package org.tenuto.simulator.oracle;

import org.tenuto.control.StatusSnapshot;
import org.tenuto.infusion.InfusionState;

/**
 * No phase, no order and no priming ever gives more than was ordered plus one microstep, whatever
 * fails; and nothing is given that nobody ordered.
 */
public final class NeverMoreThanOrdered extends Oracle {

  private final long incrementNl;
  private final InForce inForce;

  /**
   * Nothing is ordered yet.
   *
   * @param incrementNl one microstep of the pump, rounded up, nL
   */
  NeverMoreThanOrdered(long incrementNl, InForce inForce) {
    this.incrementNl = incrementNl;
    this.inForce = inForce;
  }

  @Override
  public void look(Scene scene) {
    long givenNl = scene.pushedNl - inForce.baseNl();
    if (givenNl > inForce.totalNl() + incrementNl) {
      broken(scene, "pushed out " + givenNl + " nL, ordered " + inForce.totalNl());
    }
    StatusSnapshot said = scene.said;
    if (scene.executorUp && said != null && said.state == InfusionState.INFUSING) {
      lookAtOrder(scene, said, givenNl);
    }
  }

  private void lookAtOrder(Scene scene, StatusSnapshot said, long givenNl) {
    if (inForce.nonce() == 0 || said.orderNonce != inForce.nonce()) {
      broken(scene, "infuses order " + said.orderNonce + ", staff started " + inForce.nonce());
      return;
    }
    int phase = (int) said.phase;
    if (givenNl > inForce.throughNl(phase) + incrementNl) {
      broken(
          scene,
          "gave " + givenNl + " nL by phase " + phase + ", ordered " + inForce.throughNl(phase));
    }
  }
}
