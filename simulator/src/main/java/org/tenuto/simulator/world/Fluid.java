package org.tenuto.simulator.world;

/**
 * What is in syringe and line: its pressure, and what has left it. It gives way in proportion to
 * the pressure, and flows out in proportion to the pressure too: in a millisecond in which nothing
 * is pushed in, both follow an exponential, whose share per millisecond is worked out beforehand.
 *
 * <p>A stopper that slides gives way too, by as much as its rod bends: then the fluid is as
 * compliant as both. One thread; {@link #drain} allocates nothing.
 */
final class Fluid {

  private final double flowNlPerMsPerPa;
  private final double rodNlPerPa;

  /** By how much fluid and walls give way. */
  private double wallNlPerPa;

  private double outletPa;
  private boolean closed;
  private double heldShare;
  private double slidingShare;

  private double pressurePa;
  private double outNl;

  /** What the fluid holds when its pressure is 0; as the start counts as nothing, not 0 itself. */
  private double unstrainedNl;

  /**
   * Fluid at rest.
   *
   * @param wallNlPerPa by how much fluid and walls give way
   * @param rodNlPerPa by how much more a sliding stopper gives way
   * @param flowNlPerMsPerPa how much flows out
   * @param outletPa pressure at which nothing flows
   */
  Fluid(double wallNlPerPa, double rodNlPerPa, double flowNlPerMsPerPa, double outletPa) {
    this.wallNlPerPa = wallNlPerPa;
    this.rodNlPerPa = rodNlPerPa;
    this.flowNlPerMsPerPa = flowNlPerMsPerPa;
    this.outletPa = outletPa;
    pressurePa = outletPa;
    unstrainedNl = -wallNlPerPa * outletPa;
    workOutShares();
  }

  private void workOutShares() {
    heldShare = closed ? 0 : share(wallNlPerPa);
    slidingShare = closed ? 0 : share(wallNlPerPa + rodNlPerPa);
  }

  /** What of the pressure goes in a millisecond. */
  private double share(double nlPerPa) {
    return -StrictMath.expm1(-flowNlPerMsPerPa / nlPerPa);
  }

  /** Lets a millisecond of flow pass; by how much the pressure fell, Pa. */
  double drain(boolean sliding) {
    double abovePa = pressurePa - outletPa;
    double lostPa = abovePa * (sliding ? slidingShare : heldShare);
    pressurePa -= lostPa;
    outNl += lostPa * (sliding ? wallNlPerPa + rodNlPerPa : wallNlPerPa);
    return lostPa;
  }

  /** Lets a millisecond of flow pass while something keeps the pressure; what flowed, nL. */
  double flowAtConstantPressureNl() {
    double flowedNl = closed ? 0 : (pressurePa - outletPa) * flowNlPerMsPerPa;
    outNl += flowedNl;
    return flowedNl;
  }

  /** The stopper is held where it has pushed that much into the fluid since the start. */
  void press(double pushedNl) {
    pressurePa = (pushedNl - outNl - unstrainedNl) / wallNlPerPa;
  }

  /** All that was pushed in since the start is out again: nothing gives way, nL. */
  void displace(double pushedNl) {
    outNl = pushedNl;
  }

  /**
   * The stopper slides.
   *
   * @param pushedNl what it would have pushed if its rod did not bend
   * @param frictionNl what the rod bends by for the friction alone
   */
  void pressSliding(double pushedNl, double frictionNl) {
    pressurePa =
        (pushedNl - frictionNl - outNl - unstrainedNl) / (wallNlPerPa + rodNlPerPa);
  }

  /** The stopper comes to where the pressure is that; what it has pushed then, nL. */
  double pushedAtNl(double newPressurePa) {
    pressurePa = newPressurePa;
    return storedNl() + outNl;
  }

  /** The line is closed at its far end, or open again. */
  void close(boolean nowClosed) {
    closed = nowClosed;
    workOutShares();
  }

  /** The pressure at which nothing flows is another one, Pa. */
  void outlet(double newOutletPa) {
    outletPa = newOutletPa;
  }

  /** Fluid and walls give way by that much more or less from now on, nL/Pa. */
  void soften(double moreNlPerPa) {
    wallNlPerPa += moreNlPerPa;
    unstrainedNl -= moreNlPerPa * pressurePa;
    workOutShares();
  }

  double outletPa() {
    return outletPa;
  }

  double pressurePa() {
    return pressurePa;
  }

  /** What has left the line, less what came back, nL. */
  double outNl() {
    return outNl;
  }

  /** What fluid and walls hold beyond what they held at the start, nL. */
  double storedNl() {
    return wallNlPerPa * pressurePa + unstrainedNl;
  }

  boolean closed() {
    return closed;
  }
}
