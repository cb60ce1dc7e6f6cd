package org.tenuto.simulator.oracle;

import org.tenuto.control.StatusSnapshot;

/**
 * From 2 s after the executor could see an open e-stop, or that it can't see it, nothing moves until
 * it is closed again and staff have asked for a reset, or another executor has booted.
 */
public final class RestsUntilReset extends Oracle {

  private static final long S = 1_000_000_000;
  private static final long REST_NS = 2 * S;

  /** A reset asked for while it was still open may come when it is closed: so long it is good. */
  private static final long ASKED_NS = 2 * S;

  private boolean locked;
  private long lockedNs;
  private long openNs;
  private long askedNs = Long.MIN_VALUE / 2;
  private long bootId;

  @Override
  public void happened(Happening happening, Scene scene) {
    if (happening instanceof Happening.ResetAsked) {
      askedNs = scene.nowNs;
    }
  }

  @Override
  public void look(Scene scene) {
    StatusSnapshot said = scene.said;
    if (said == null) {
      return;
    }
    if (said.executorBootId != bootId) {
      bootId = said.executorBootId;
      locked = false;
    }
    if (scene.executorUp && (scene.eStopOpen || scene.panelLost)) {
      lockedNs = locked ? lockedNs : scene.nowNs;
      openNs = scene.nowNs;
      locked = true;
    } else {
      locked &= askedNs < openNs - ASKED_NS;
    }
    if (locked && scene.moving && scene.nowNs - lockedNs > REST_NS) {
      broken(scene, "the e-stop was open, and the plunger moves before staff have reset");
    }
  }
}
