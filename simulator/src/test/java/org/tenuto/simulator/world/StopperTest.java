package org.tenuto.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tenuto.simulator.world.Turner.MIN;
import static org.tenuto.simulator.world.Turner.MS;
import static org.tenuto.simulator.world.Turner.S;

import org.junit.jupiter.api.Test;

/** A stopper that sticks, slips, is drawn, lets go and comes to the end. */
class StopperTest {

  private static final double NL_PER_MM = 555_716;

  private static Turner primed(Barrel barrel) {
    Drive drive = Drive.usual(Turner.MICROSTEP_PM).withPlay(0, 0).withScrewError(0);
    return new Turner(new DeliveryPath(drive, barrel, Line.USUAL, 0));
  }

  /** 12 N less 6 N over 120 N/mm, 0.05 mm, of which the fluid's give lets some come later. */
  @Test
  void afterALongRestItComesLateAndWithAJump() {
    Turner turner = primed(Turner.barrel());
    turner.path.moveHeight(10);
    turner.rest(MIN);
    double before = turner.path.intoVeinNl();
    double pushedBefore = turner.path.pushedNl();
    while (turner.path.pushedNl() == pushedBefore) {
      turner.run(1, 10 * MS);
    }
    // 12 N, and the pressure on the area, bend the rod before anything moves.
    double pressN = turner.path.pressurePa() * 555.7e-6;
    assertThat(turner.path.pusherMm()).isBetween(0.099, 0.106 + pressN / 120);
    double calm = turner.path.pushedNl();
    turner.rest(MIN);
    double jumpMm = (turner.path.pushedNl() - pushedBefore) / NL_PER_MM;
    assertThat(jumpMm).isCloseTo(0.05, within(0.003));
    assertThat(turner.path.pushedNl()).isGreaterThanOrEqualTo(calm);
    assertThat(turner.path.intoVeinNl()).isGreaterThan(before);
  }

  /** With the usual numbers, 0.05 mm in 300 s, 0.33 mL/h, is where sticking ends. */
  @Test
  void slowItSticksAndSlipsFastItSlides() {
    assertThat(largestJumpMm(0.1)).isBetween(0.02, 0.1);
    assertThat(largestJumpMm(1)).isLessThan(0.002);
  }

  /** The most that the vein gets in 5 s more than the pump pushes, as travel. */
  private static double largestJumpMm(double rateMlPerH) {
    Turner turner = primed(Turner.barrel());
    turner.runUntilInVein(20, 100_000);
    turner.run(rateMlPerH, 10 * MIN);
    double largestNl = 0;
    for (int i = 0; i < 1_000; i++) {
      double before = turner.path.pushedNl();
      turner.run(rateMlPerH, 5 * S);
      double meanNl = rateMlPerH * 5e6 / 3_600;
      largestNl = Math.max(largestNl, turner.path.pushedNl() - before - meanNl);
    }
    return largestNl / NL_PER_MM;
  }

  @Test
  void whatHasNoFrictionFollowsAtOnce() {
    Turner turner = primed(Turner.barrel().withFriction(0, 0));
    turner.run(5, 10 * S);
    // 14,583 nL, less what the pressure of the flow bends rod and walls by meanwhile.
    assertThat(turner.path.pushedNl()).isBetween(9_000.0, 14_583.0);
  }

  @Test
  void aSeatedPlungerIsNotDrawnAlong() {
    Turner turner = primed(Turner.barrel());
    turner.runUntilInVein(52.5, 100_000);
    turner.path.moveHeight(200);
    turner.rest(10 * MIN);
    double settled = turner.path.intoVeinNl();
    turner.rest(60 * MIN);
    assertThat(turner.path.intoVeinNl()).isCloseTo(settled, within(1.0));
  }

  /** 200 cm are 19.6 kPa; less vein and friction, 6 N on the area: 7.5 kPa through the line. */
  @Test
  void aLooseOneIsDrawnAlongIfHighEnough() {
    Turner turner = primed(Turner.barrel());
    turner.runUntilInVein(52.5, 100_000);
    turner.path.loosen();
    turner.path.moveHeight(200);
    turner.rest(2 * MIN);
    assertThat(turner.path.plungerSeated()).isFalse();
    double before = turner.path.intoVeinNl();
    turner.rest(6 * MIN);
    double flowMlPerH = (turner.path.intoVeinNl() - before) / 1e6 * 10;
    double drivingPa = 200 * 98.0665 - 1_333 - 6 / 555.716e-6;
    assertThat(flowMlPerH).isCloseTo(drivingPa / 66.661, within(0.5));
  }

  /** 50 cm of water are 2.7 N on the area: less than the friction. */
  @Test
  void frictionHoldsALooseOneAt50Cm() {
    Turner turner = primed(Turner.barrel());
    turner.runUntilInVein(52.5, 100_000);
    turner.path.loosen();
    turner.path.moveHeight(50);
    turner.rest(2 * MIN);
    double before = turner.path.intoVeinNl();
    turner.rest(60 * MIN);
    assertThat(turner.path.intoVeinNl()).isCloseTo(before, within(1.0));
  }

  @Test
  void aSiphonEndsWhenTheSyringeIsLoweredOrThePlungerSeated() {
    Turner turner = primed(Turner.barrel());
    turner.runUntilInVein(52.5, 100_000);
    turner.path.loosen();
    turner.path.moveHeight(200);
    turner.rest(MIN);
    turner.path.seat();
    turner.rest(10 * MIN);
    double seated = turner.path.intoVeinNl();
    turner.rest(10 * MIN);
    assertThat(turner.path.intoVeinNl()).isCloseTo(seated, within(1.0));
    // What was drawn ahead of the pusher is not lost: it pushes on from there.
    turner.run(52.5, 2 * MIN);
    assertThat(turner.path.intoVeinNl() - seated).isCloseTo(1_750_000, within(60_000.0));
  }

  @Test
  void aLoosePlungerIsNotPulledBack() {
    Turner loose = primed(Turner.barrel());
    loose.runUntilInVein(52.5, 500_000);
    loose.path.loosen();
    double pushed = loose.path.pushedNl();
    loose.run(-52.5, MIN);
    assertThat(loose.path.pushedNl()).isGreaterThan(pushed - 100_000);
    assertThat(loose.path.plungerForceN()).isZero();

    Turner seated = primed(Turner.barrel());
    seated.runUntilInVein(52.5, 500_000);
    seated.run(-52.5, MIN);
    assertThat(seated.path.pushedNl()).isLessThan(pushed - 500_000);
  }

  @Test
  void anEmptySyringeGivesNoMoreAndStallsTheMotor() {
    Turner turner = primed(Turner.barrel().withLoaded(1));
    turner.run(52.5, 10 * MIN);
    assertThat(turner.stalled).isTrue();
    turner.rest(10 * MIN);
    assertThat(turner.path.intoVeinNl()).isCloseTo(1e6, within(1.0));
    assertThat(turner.path.pressurePa()).isCloseTo(1_333, within(2L));
  }

  @Test
  void emptyingEndsItWhereItIs() {
    Turner turner = primed(Turner.barrel());
    turner.runUntilInVein(52.5, 500_000);
    turner.path.empty();
    double pushed = turner.path.pushedNl();
    turner.run(52.5, 10 * MIN);
    assertThat(turner.path.pushedNl()).isCloseTo(pushed, within(1.0));
    assertThat(turner.stalled).isTrue();
  }
}
