package org.tenuto.simulator.oracle;

import org.tenuto.control.StatusSnapshot;

/**
 * A plunger that came to rest in any state but a delivering one moves again only after staff asked
 * for it, within the 2 s that a command is good for; Stop and Pause take back what was asked, and
 * so does a new boot of the executor.
 */
public final class NothingResumesByItself extends Oracle {

  /** A command is good for 2 s; the pump then has 0.5 s to be programmed, and replies get lost. */
  private static final long ASKED_NS = 5_000_000_000L;

  /** What is on its way to the pump when Stop is pressed. */
  private static final long UNDER_WAY_NS = 1_000_000_000;

  private long allowedToNs = Long.MIN_VALUE;
  private long bootId;
  private boolean interrupted = true;
  private boolean wasMoving;

  @Override
  public void happened(Happening happening, Scene scene) {
    switch (happening) {
      case Happening.Started _, Happening.Resumed _, Happening.PrimingStarted _ ->
          allowedToNs = scene.nowNs + ASKED_NS;
      case Happening.Halted _ -> takeBack(scene);
      default -> {
        // Asks for no motion.
      }
    }
  }

  private void takeBack(Scene scene) {
    allowedToNs = Math.min(allowedToNs, scene.nowNs + UNDER_WAY_NS);
  }

  @Override
  public void look(Scene scene) {
    StatusSnapshot said = scene.said;
    long nowBootId = said == null ? 0 : said.executorBootId;
    boolean delivering = scene.executorUp && nowBootId == bootId && scene.saysMoving();
    if (nowBootId != bootId) {
      bootId = nowBootId;
      interrupted |= !scene.moving;
      takeBack(scene);
    }
    // A loop that gets no turn goes on where it was: only one that runs, or a new one, says so.
    if (scene.executorUp && !delivering && !scene.moving) {
      interrupted = true;
    }
    if (scene.moving && !wasMoving && interrupted) {
      if (scene.nowNs > allowedToNs) {
        broken(scene, "the plunger moves again and nobody asked for it");
      }
      interrupted = false;
    }
    wasMoving = scene.moving;
  }
}
