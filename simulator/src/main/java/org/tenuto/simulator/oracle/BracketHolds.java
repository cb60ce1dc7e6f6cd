package org.tenuto.simulator.oracle;

import org.tenuto.control.StatusSnapshot;

/**
 * What the executor says was delivered, at least and at most, has the truth between it in every
 * millisecond that it speaks: of the order, and of the last priming.
 */
public final class BracketHolds extends Oracle {

  private final long incrementNl;
  private final InForce inForce;
  private long slippedBeforeNl;
  private long primedBaseNl;
  private long primedSlippedNl;
  private long primedNl;

  /**
   * Nothing was started yet.
   *
   * @param incrementNl one microstep of the pump, rounded up: all that may be under way, nL
   */
  BracketHolds(long incrementNl, InForce inForce) {
    this.incrementNl = incrementNl;
    this.inForce = inForce;
  }

  @Override
  public void happened(Happening happening, Scene scene) {
    switch (happening) {
      case Happening.Started _ -> {
        slippedBeforeNl = scene.slippedNl;
        primedNl = 0;
      }
      case Happening.PrimingStarted(long volumeNl) -> {
        primedNl = volumeNl;
        primedBaseNl = scene.pushedNl;
        primedSlippedNl = scene.slippedNl;
      }
      default -> {
        // Begins nothing.
      }
    }
  }

  @Override
  public void look(Scene scene) {
    StatusSnapshot said = scene.said;
    if (!scene.executorUp || said == null) {
      return;
    }
    if (inForce.nonce() != 0 && said.orderNonce == inForce.nonce()) {
      hold(scene, inForce.baseNl(), slippedBeforeNl, said.atLeastNl, said.atMostNl);
    }
    if (primedNl > 0 && said.primingNl == primedNl) {
      hold(scene, primedBaseNl, primedSlippedNl, said.primedAtLeastNl, said.primedAtMostNl);
    }
  }

  private void hold(Scene scene, long baseNl, long slippedNl, long atLeastNl, long atMostNl) {
    long trueNl = scene.pushedNl - baseNl;
    if (trueNl > atMostNl + incrementNl) {
      broken(scene, "delivered " + trueNl + " nL, said at most " + atMostNl);
    }
    // No sensor of this pump sees a microstep that slips: it is no lie to count it.
    if (trueNl + scene.slippedNl - slippedNl < atLeastNl - incrementNl) {
      broken(scene, "delivered " + trueNl + " nL, said at least " + atLeastNl);
    }
  }
}
