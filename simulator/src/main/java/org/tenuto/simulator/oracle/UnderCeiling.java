package org.tenuto.simulator.oracle;

import org.tenuto.dose.Order;
import org.tenuto.dose.PhaseKind;

/**
 * What a judged model makes of the drug that was really pushed out stays under the drug's hard
 * ceiling: at the place of the effect for a model published with one, else in plasma; and in plasma
 * for every model, but for a bolus phase and the 2 minutes after it. Which phase it is, follows
 * from the volume given.
 */
public final class UnderCeiling extends Oracle {

  private static final long LOOK_NS = 1_000_000_000;
  private static final long AFTER_BOLUS_NS = 120_000_000_000L;

  private final InForce inForce;
  private final double hardNgPerMl;
  private int bolusPhase = -1;
  private long bolusNs = Long.MIN_VALUE / 2;
  private long dueNs;

  /**
   * Nothing flows yet.
   *
   * @param hardNgPerMl the drug's hard ceiling, ng/mL
   */
  UnderCeiling(InForce inForce, double hardNgPerMl) {
    this.inForce = inForce;
    this.hardNgPerMl = hardNgPerMl;
  }

  @Override
  public void happened(Happening happening, Scene scene) {
    if (happening instanceof Happening.Started(Order order, long _)) {
      bolusPhase = -1;
      for (int i = 0; i < order.phases().size(); i++) {
        bolusPhase = order.phases().get(i).kind() == PhaseKind.BOLUS ? i : bolusPhase;
      }
    }
  }

  @Override
  public void look(Scene scene) {
    if (scene.nowNs < dueNs) {
      return;
    }
    dueNs = scene.nowNs + LOOK_NS;
    boolean bolus =
        bolusPhase >= 0
            && scene.moving
            && scene.pushedNl - inForce.baseNl() < inForce.throughNl(bolusPhase);
    bolusNs = bolus ? scene.nowNs : bolusNs;
    boolean plasma = scene.nowNs - bolusNs > AFTER_BOLUS_NS;
    for (int i = 0; i < scene.concentrations; i++) {
      boolean effect = scene.effectPublished[i];
      if (effect) {
        judge(scene, scene.effectNgPerMl[i], "at the effect site", i);
      }
      if (plasma || !effect) {
        judge(scene, scene.plasmaNgPerMl[i], "in plasma", i);
      }
    }
  }

  private void judge(Scene scene, double ngPerMl, String where, int model) {
    if (!(ngPerMl < hardNgPerMl)) {
      broken(
          scene,
          ngPerMl + " ng/mL " + where + " by model " + model + ", hard ceiling " + hardNgPerMl);
    }
  }
}
