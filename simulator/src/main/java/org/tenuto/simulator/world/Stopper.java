package org.tenuto.simulator.world;

/**
 * The syringe's stopper between its rod, which bends, and the fluid, which gives way: it sticks
 * until what pushes it exceeds the stiction, then slides against the friction.
 *
 * <p>Stiction comes back with time at rest, so that a fast stopper slides and a slow one sticks and
 * slips. A stopper whose rod the pusher does not hold can be pushed but not pulled; the fluid's
 * weight may then draw it along. One thread; allocates nothing.
 */
final class Stopper implements Plunger {

  /** A pressure that changes by less in a millisecond is at rest, Pa. */
  private static final double REST_PA = 1e-6;

  /** The stopper can be ahead of its rod by no more than that, mm. */
  private static final double NEAR_MM = 1;

  private enum Motion {
    HELD,
    FORWARD,
    BACKWARD,
    DRAWN
  }

  private final Fluid fluid;
  private final double nlPerMm;
  private final double newtonPerPa;
  private final double stiffnessNPerMm;
  private final double frictionN;
  private final double extraStictionN;
  private final double ageingNs;

  private double endMm;
  private boolean seated = true;
  private Motion motion = Motion.HELD;
  private double rodMm;

  /** Where the stopper is while it is held or drawn; sliding, it follows from the forces. */
  private double heldAtMm;

  /** When it was last set in motion; at the start, long ago. */
  private long movedNs;

  private boolean resting = true;

  Stopper(Barrel barrel, Fluid fluid, long startNs) {
    this.fluid = fluid;
    nlPerMm = barrel.areaMm2() * 1e3;
    newtonPerPa = barrel.areaMm2() * 1e-6;
    stiffnessNPerMm = barrel.stiffnessNPerMm();
    frictionN = barrel.frictionN();
    extraStictionN = barrel.stictionN() - frictionN;
    ageingNs = barrel.ageingS() * 1e9;
    endMm = barrel.loadedMl() * 1e6 / nlPerMm;
    movedNs = startNs - (long) ageingNs;
  }

  @Override
  public void rodTo(double newRodMm, long nowNs) {
    if (newRodMm == rodMm) {
      return;
    }
    resting = false;
    if (motion == Motion.DRAWN) {
      rodMm = newRodMm;
      return;
    }
    hold();
    rodMm = newRodMm;
    slipIfPushed(nowNs);
  }

  @Override
  public void pass(long nowNs) {
    if (motion == Motion.DRAWN) {
      beDrawn();
      return;
    }
    Motion before = motion;
    double lostPa = fluid.drain(before != Motion.HELD);
    switch (before) {
      case HELD -> slipIfPushed(nowNs);
      case FORWARD -> keepSliding(lostPa < 0, 1);
      case BACKWARD -> keepSliding(lostPa > 0, -1);
      case DRAWN -> throw new IllegalStateException("handled above");
    }
    if (motion == before && Math.abs(lostPa) < REST_PA) {
      hold();
      resting = true;
    }
  }

  /** Sliding goes on unless the pressure turned, the rod lets go or the barrel ends. */
  private void keepSliding(boolean turned, int sign) {
    if (turned) {
      hold();
    } else if (!seated && rodForceN() < 0) {
      letGo(sign);
    } else if (rodMm > endMm - NEAR_MM) {
      stopAtEnd();
    }
  }

  private void slipIfPushed(long nowNs) {
    double pushN = rodForceN() - fluid.pressurePa() * newtonPerPa;
    double restedShare = Math.min(1, (nowNs - movedNs) / ageingNs);
    double limitN = frictionN + extraStictionN * restedShare;
    if (pushN > limitN && heldAtMm < endMm) {
      slide(Motion.FORWARD, 1, nowNs);
    } else if (pushN < -limitN) {
      slide(Motion.BACKWARD, -1, nowNs);
    }
  }

  private void slide(Motion direction, int sign, long nowNs) {
    fluid.pressSliding(rodMm * nlPerMm, sign * frictionN / stiffnessNPerMm * nlPerMm);
    motion = direction;
    movedNs = nowNs;
    resting = false;
    keepSliding(false, sign);
  }

  /** The rod can't pull: the stopper goes on only as far as the fluid draws or pushes it. */
  private void letGo(int sign) {
    heldAtMm = fluid.pushedAtNl(-sign * frictionN / newtonPerPa) / nlPerMm;
    motion = sign > 0 ? Motion.DRAWN : Motion.HELD;
  }

  private void beDrawn() {
    double flowedNl = fluid.flowAtConstantPressureNl();
    heldAtMm += flowedNl / nlPerMm;
    if (flowedNl <= 0) {
      motion = Motion.HELD;
    } else if (heldAtMm < rodMm) {
      motion = Motion.FORWARD;
      fluid.pressSliding(rodMm * nlPerMm, frictionN / stiffnessNPerMm * nlPerMm);
    } else {
      stopAtEnd();
    }
  }

  private void stopAtEnd() {
    if (positionMm() >= endMm) {
      heldAtMm = endMm;
      fluid.press(endMm * nlPerMm);
      motion = Motion.HELD;
    }
  }

  private void hold() {
    heldAtMm = positionMm();
    motion = Motion.HELD;
  }

  @Override
  public double rodForceN() {
    return switch (motion) {
      case FORWARD -> fluid.pressurePa() * newtonPerPa + frictionN;
      case BACKWARD -> fluid.pressurePa() * newtonPerPa - frictionN;
      case HELD, DRAWN -> {
        double bentN = stiffnessNPerMm * (rodMm - heldAtMm);
        yield seated ? bentN : Math.max(0, bentN);
      }
    };
  }

  @Override
  public double positionMm() {
    return switch (motion) {
      case HELD, DRAWN -> heldAtMm;
      case FORWARD, BACKWARD -> rodMm - rodForceN() / stiffnessNPerMm;
    };
  }

  @Override
  public double pushedNl() {
    return positionMm() * nlPerMm;
  }

  @Override
  public void loosen() {
    hold();
    seated = false;
    resting = false;
  }

  @Override
  public void seat() {
    hold();
    seated = true;
    rodMm = heldAtMm;
    resting = false;
  }

  @Override
  public void end() {
    hold();
    endMm = heldAtMm;
    resting = false;
  }

  @Override
  public void wake() {
    resting = false;
  }

  @Override
  public boolean resting() {
    return resting;
  }
}
