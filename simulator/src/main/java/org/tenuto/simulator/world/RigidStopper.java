package org.tenuto.simulator.world;

/** A plunger, barrel and line of which nothing gives way or rubs. One thread. */
final class RigidStopper implements Plunger {

  private final Fluid fluid;
  private final double nlPerMm;
  private double endMm;
  private double atMm;

  RigidStopper(Barrel barrel, Fluid fluid) {
    this.fluid = fluid;
    nlPerMm = barrel.areaMm2() * 1e3;
    endMm = barrel.loadedMl() * 1e6 / nlPerMm;
  }

  @Override
  public void rodTo(double rodMm, long nowNs) {
    atMm = rodMm;
    fluid.displace(pushedNl());
  }

  @Override
  public void pass(long nowNs) {
    // What was pushed is out already.
  }

  @Override
  public double rodForceN() {
    return fluid.closed() || atMm >= endMm ? Double.POSITIVE_INFINITY : 0;
  }

  @Override
  public double positionMm() {
    return atMm;
  }

  @Override
  public double pushedNl() {
    return atMm * nlPerMm;
  }

  @Override
  public void loosen() {
    // Without friction and without weight of the fluid it stays where it is.
  }

  @Override
  public void seat() {
    // It never left.
  }

  @Override
  public void end() {
    endMm = atMm;
  }

  @Override
  public void wake() {
    // It is always at rest between two steps.
  }

  @Override
  public boolean resting() {
    return true;
  }
}
