package org.tenuto.simulator.world;

import org.tenuto.simulator.firmware.Shaft;

/**
 * The whole way from the motor to the vein: screw, pusher, plunger, syringe, line, and what happens
 * to them. The pump's code turns it as its motor; whoever owns the run lets its time pass.
 *
 * <p>Everything is worked out in whole milliseconds on a grid from the start; the same calls give
 * the same numbers. One thread. {@link #step}, {@link #runAt} and {@link #advance} allocate
 * nothing, and a path in which nothing moves any more costs nothing however long it is advanced.
 */
public final class DeliveryPath implements Shaft, Sensed {

  private static final long NS_PER_MS = 1_000_000;
  private static final double MM_PER_NM = 1e-6;

  /** Pressure of 1 cm of water, Pa. */
  private static final double PA_PER_CM = 98.0665;

  /** Air gives way by its volume over the pressure of the air around, Pa. */
  private static final double ATMOSPHERE_PA = 101_325;

  private final Drive drive;
  private final Line line;
  private final Syringe nominal;
  private final Screw screw;
  private final Fluid fluid;
  private final Plunger plunger;
  private final Bubbles bubbles;
  private final boolean rigid;

  private long atNs;
  private double strengthN;
  private int slipPerMille;
  private int slippedMille;
  private double heightCm;
  private boolean seated = true;
  private boolean pulled;
  private double pulledAtNl;
  private double leakedNl;

  /**
   * A loaded syringe on a connected line, all at rest.
   *
   * @param startNs when its time begins, monotonic ns
   * @throws IllegalArgumentException if a rigid syringe is to be on a line that gives way
   */
  public DeliveryPath(Drive drive, Barrel barrel, Line line, long startNs) {
    this.drive = drive;
    this.line = line;
    atNs = startNs;
    nominal = new Syringe(Math.round(barrel.diameterMm() * 1e3), drive.microstepPm(), line);
    screw = new Screw(drive);
    rigid = barrel.rigid();
    if (rigid && line.complianceMlPerBar() > 0) {
      throw new IllegalArgumentException(
          "line compliance "
              + line.complianceMlPerBar()
              + " mL/bar: expected 0 with a syringe of which nothing gives way");
    }
    fluid =
        new Fluid(
            barrel.wallNlPerPa() + line.nlPerPa(),
            barrel.rodNlPerPa(),
            line.nlPerMsPerPa(),
            line.veinPa());
    plunger = rigid ? new RigidStopper(barrel, fluid) : new Stopper(barrel, fluid, startNs);
    bubbles = new Bubbles(line);
    strengthN = drive.forceAtN(0);
  }

  /** A full 50 mL syringe of that diameter, µm, as things are. */
  public static DeliveryPath usual(long barrelDiameterUm, long microstepPm, long startNs) {
    return new DeliveryPath(
        Drive.usual(microstepPm), Barrel.usual(barrelDiameterUm), Line.USUAL, startNs);
  }

  /**
   * The same without friction, play, end or anything that gives way: what the motor pushes is in
   * the vein at once. Knows of no siphon, and of no air but where it is.
   */
  public static DeliveryPath ideal(long barrelDiameterUm, long microstepPm, long startNs) {
    return new DeliveryPath(
        Drive.ideal(microstepPm), Barrel.ideal(barrelDiameterUm), Line.RIGID, startNs);
  }

  @Override
  public boolean step(boolean forward) {
    double againstN = forward ? plunger.rodForceN() : -plunger.rodForceN();
    if (againstN >= strengthN || !nominal.free()) {
      return false;
    }
    if (!slips()) {
      nominal.step(forward);
      plunger.rodTo(screw.turn(forward), atNs);
    }
    return true;
  }

  private boolean slips() {
    slippedMille += slipPerMille;
    if (slippedMille < 1_000) {
      return false;
    }
    slippedMille -= 1_000;
    return true;
  }

  @Override
  public void runAt(long speedNmPerH) {
    nominal.runAt(speedNmPerH);
    strengthN = drive.forceAtN(speedNmPerH * MM_PER_NM);
  }

  /**
   * Lets time pass up to now: what flows, flows.
   *
   * @param nowNs monotonic ns, never less than before
   */
  public void advance(long nowNs) {
    while (nowNs - atNs >= NS_PER_MS) {
      if (plunger.resting()) {
        atNs += (nowNs - atNs) / NS_PER_MS * NS_PER_MS;
        return;
      }
      atNs += NS_PER_MS;
      plunger.pass(atNs);
      letAirThrough();
    }
  }

  private void letAirThrough() {
    while (fluid.outNl() >= bubbles.throughAtNl()) {
      soften(-bubbles.leave());
    }
  }

  private void soften(double airNl) {
    if (!rigid) {
      fluid.soften(airNl / ATMOSPHERE_PA);
      plunger.wake();
    }
  }

  // What happens to it.

  /** Closes the line at its far end. */
  public void occlude() {
    fluid.close(true);
    plunger.wake();
  }

  /** Opens it again. */
  public void release() {
    fluid.close(false);
    plunger.wake();
  }

  /** Puts the syringe so far above the vein, below it if negative, cm. */
  public void moveHeight(double cmAboveVein) {
    heightCm = cmAboveVein;
    outletChanged();
  }

  /** Pulls the line off: it drips at the vein's height. */
  public void pullLine() {
    if (!pulled) {
      pulled = true;
      pulledAtNl = fluid.outNl();
      outletChanged();
    }
  }

  /** Connects a line that was pulled off. */
  public void connectLine() {
    leakedNl = leakedNl();
    pulled = false;
    outletChanged();
  }

  private void outletChanged() {
    fluid.outlet((pulled ? 0 : line.veinPa()) - heightCm * PA_PER_CM);
    plunger.wake();
  }

  /** Jams the drive: the motor's next step stalls. */
  public void block() {
    nominal.block();
  }

  /**
   * Lets so many of a thousand microsteps slip: the pump counts them, the screw does not turn.
   *
   * @param perMille 0 to 1,000
   */
  public void slip(int perMille) {
    if (perMille < 0 || perMille > 1_000) {
      throw new IllegalArgumentException(
          "slip " + perMille + " per mille: expected 0 to 1000 per mille");
    }
    slipPerMille = perMille;
  }

  /** The pusher no longer holds the plunger: it can push, but not keep it. */
  public void loosen() {
    seated = false;
    plunger.loosen();
  }

  /** Seats the plunger again where it is; the gap of a fresh load is back. */
  public void seat() {
    seated = true;
    plunger.seat();
    screw.seat(plunger.positionMm());
  }

  /** Lets air into the line at the syringe, nL, at least 0. */
  public void letAirIn(double airNl) {
    if (!(airNl >= 0)) {
      throw new IllegalArgumentException("air " + airNl + " nL: expected at least 0 nL");
    }
    bubbles.enter(airNl, fluid.outNl());
    soften(airNl);
  }

  /** The syringe is empty here and now: its stopper is at the barrel's end. */
  public void empty() {
    plunger.end();
  }

  // What is true.

  /** Whether the motor is turning now, be it between two steps. */
  public boolean moving() {
    return nominal.moving();
  }

  /** Whether the screw has turned at all. */
  public boolean everMoved() {
    return nominal.everMoved();
  }

  /**
   * What the motor has pushed out of a perfect syringe of that brand: furthest travel × area,
   * rounded down, nL.
   */
  public long deliveredNl() {
    return nominal.deliveredNl();
  }

  /** Volume of one microstep in a perfect syringe of that brand, nL. */
  public double stepNl() {
    return nominal.stepNl();
  }

  @Override
  public double pusherMm() {
    return screw.pusherMm();
  }

  @Override
  public double plungerForceN() {
    return plunger.rodForceN();
  }

  /** What the stopper has pushed out of the barrel since the start, nL. */
  public double pushedNl() {
    return plunger.pushedNl();
  }

  /** What has flowed into the vein, less what flowed back, air included, nL. */
  public double intoVeinNl() {
    return fluid.outNl() - leakedNl();
  }

  /** What has dripped from a line that was pulled off, nL. */
  public double leakedNl() {
    return leakedNl + (pulled ? fluid.outNl() - pulledAtNl : 0);
  }

  /** What syringe and line hold beyond what they held at the start, nL. */
  public double storedNl() {
    return rigid ? 0 : fluid.storedNl();
  }

  @Override
  public long pressurePa() {
    return rigid
        ? Math.round(fluid.outletPa()) + nominal.pressurePa()
        : Math.round(fluid.pressurePa());
  }

  /** Whether the line is closed. */
  public boolean occluded() {
    return fluid.closed();
  }

  @Override
  public double airAtSensorNl() {
    return bubbles.atSensorNl(fluid.outNl());
  }

  /** Air that has reached the line's end, nL. */
  public double airAtEndNl() {
    return bubbles.atVeinNl(fluid.outNl());
  }

  @Override
  public boolean plungerSeated() {
    return seated;
  }
}
