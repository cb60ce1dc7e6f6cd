package org.tenuto.simulator.oracle;

import org.tenuto.control.StatusSnapshot;
import org.tenuto.infusion.InfusionState;

/**
 * A plunger that stands while the device says that it infuses raises an alarm within 2 s; one that
 * moves while the device says that it does not, within 1 s.
 */
public final class NoSilentStop extends Oracle {

  private final Told told = new Told(Conditions.STOPPING);
  private final Untold stands = new Untold("the plunger stands and is said to move", 2_000_000_000);
  private final Untold moves = new Untold("the plunger moves and is said to stand", 1_000_000_000);

  private long bootId;
  private long bits;
  private boolean differed;

  @Override
  public void look(Scene scene) {
    StatusSnapshot said = scene.said;
    if (said == null) {
      return;
    }
    boolean turns = scene.moving && scene.rotorFree;
    boolean saysMoving = scene.saysMoving();
    boolean differs = scene.executorUp && saysMoving != turns;
    if (differs && !differed) {
      told.begins(bootId, bits);
    }
    if (differs || differed) {
      boolean tells = told.by(said);
      judge(scene, stands, differs && saysMoving, tells);
      judge(scene, moves, differs && turns, tells);
    }
    differed = differs;
    bootId = said.executorBootId;
    bits = said.alarmBits;
  }

  private void judge(Scene scene, Untold cause, boolean present, boolean tells) {
    if (cause.look(present, tells, scene.nowNs)) {
      StatusSnapshot said = scene.said;
      InfusionState state = said == null ? InfusionState.SELF_TEST : said.state;
      broken(scene, cause.text() + ": the device says " + state);
    }
  }
}
