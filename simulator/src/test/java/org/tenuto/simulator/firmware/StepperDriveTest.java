package org.tenuto.simulator.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tenuto.simulator.world.Barrel;
import org.tenuto.simulator.world.DeliveryPath;
import org.tenuto.simulator.world.Drive;
import org.tenuto.simulator.world.Line;

/** Three lines and a shaft. */
class StepperDriveTest {

  private static final long MS = 1_000_000;
  private static final double STEP_MM = 1.0 / 3_200;

  private final DeliveryPath path = pathOf(StepperMotor.USUAL);
  private final StepperDrive drive = new StepperDrive(StepperMotor.USUAL, path);
  private long nowNs;

  private static DeliveryPath pathOf(StepperMotor motor) {
    Drive screw =
        Drive.usual(motor.microstepPm())
            .withPlay(0, 0)
            .withScrewError(0)
            .withForce(Double.POSITIVE_INFINITY);
    return new DeliveryPath(screw, Barrel.usual(26_600), Line.USUAL, 0);
  }

  /** A step of 2 ms, with the line high for one of them. */
  private void steps(StepperDrive stepper, int count, boolean forward, boolean enabled) {
    for (int i = 0; i < count; i++) {
      show(stepper, true, forward, enabled);
      show(stepper, false, forward, enabled);
    }
  }

  private void show(StepperDrive stepper, boolean step, boolean forward, boolean enabled) {
    nowNs += MS;
    stepper.lines(step, forward, enabled, nowNs);
    path.advance(nowNs);
  }

  @Test
  void aRisingEdgeIsOneMicrostepTheWayDirSays() {
    steps(drive, 500, true, true);
    assertThat(drive.position()).isEqualTo(500);
    assertThat(path.pusherMm()).isCloseTo(500 * STEP_MM, within(1e-9));
    steps(drive, 100, false, true);
    assertThat(path.pusherMm()).isCloseTo(400 * STEP_MM, within(1e-9));
  }

  @Test
  void aLevelThatStaysIsNoEdge() {
    for (int i = 0; i < 1_000; i++) {
      show(drive, true, true, true);
    }
    assertThat(drive.position()).isEqualTo(1);
    for (int i = 0; i < 1_000; i++) {
      show(drive, false, true, true);
    }
    assertThat(drive.position()).isEqualTo(1);
  }

  @Test
  void switchedOffItTakesNoEdgesAndSwitchingOnIsNone() {
    steps(drive, 100, true, false);
    assertThat(drive.position()).isZero();
    show(drive, true, true, false);
    show(drive, true, true, true);
    assertThat(drive.position()).isZero();
    assertThat(drive.lostSteps()).isZero();
  }

  /** 120 N·mm × 0.7 × 0.3 on 1 mm: 158 N at a walk. */
  @Test
  void againstTooMuchForceStepsAreLostAndNobodyIsTold() {
    path.occlude();
    steps(drive, 30_000, true, true);
    assertThat(drive.lostSteps()).isGreaterThan(1_000);
    assertThat(drive.position() + drive.lostSteps()).isEqualTo(30_000);
    double pushN = StepperMotor.USUAL.pushN(500);
    assertThat(pushN).isCloseTo(158.3 * 0.975, within(0.2));
    assertThat(path.plungerForceN()).isCloseTo(pushN, within(0.1));
    assertThat(path.pressurePa() * 555.7e-6 + 6).isCloseTo(pushN, within(0.2));
  }

  @Test
  void aFasterMotorLosesStepsEarlier() {
    assertThat(StepperMotor.USUAL.pushN(10_000)).isLessThan(0.6 * StepperMotor.USUAL.pushN(100));
    assertThat(StepperMotor.USUAL.pushN(20_000)).isZero();
    assertThat(StepperMotor.USUAL.pushN(30_000)).isZero();
  }

  @Test
  void aFineScrewHoldsThePlungerEvenSwitchedOff() {
    path.occlude();
    steps(drive, 3_200, true, true);
    double held = path.plungerForceN();
    assertThat(held).isGreaterThan(30);
    steps(drive, 1_000, true, false);
    assertThat(drive.position()).isEqualTo(3_200);
    assertThat(path.plungerForceN()).isCloseTo(held, within(1e-6));
  }

  /** A screw of 8 mm and little friction is turned back until detent holds: 5 N·mm, 4.8 N. */
  @Test
  void aSteepScrewIsTurnedBackWhenSwitchedOffAndHeldWhenOn() {
    var steep = new StepperMotor(3_200, 8, 600, 0.7, 20_000, 5, 0.85);
    DeliveryPath steepPath = pathOf(steep);
    var stepper = new StepperDrive(steep, steepPath);
    steepPath.occlude();
    steps(stepper, 400, true, true);
    double held = steepPath.plungerForceN();
    assertThat(held).isGreaterThan(30);
    long pushed = stepper.position();
    for (int i = 0; i < 1_000; i++) {
      show(stepper, false, true, true);
    }
    assertThat(stepper.position()).isEqualTo(pushed);
    for (int i = 0; i < 5_000; i++) {
      show(stepper, false, true, false);
    }
    assertThat(stepper.position()).isLessThan(pushed - 10);
    assertThat(steepPath.plungerForceN()).isLessThanOrEqualTo(steep.holdsN(false));
    assertThat(steep.holdsN(false)).isCloseTo(4.77, within(0.01));
  }

  @Test
  void aBlockedShaftLosesStepsToo() {
    path.block();
    steps(drive, 10, true, true);
    assertThat(drive.position()).isZero();
    assertThat(drive.lostSteps()).isEqualTo(10);
  }

  @Test
  void itMovesWhileEdgesComeAndStandsHalfASecondAfter() {
    assertThat(path.moving()).isFalse();
    steps(drive, 10, true, true);
    assertThat(path.moving()).isTrue();
    for (int i = 0; i < 490; i++) {
      show(drive, false, true, true);
    }
    assertThat(path.moving()).isTrue();
    for (int i = 0; i < 20; i++) {
      show(drive, false, true, true);
    }
    assertThat(path.moving()).isFalse();
    steps(drive, 10, true, true);
    assertThat(path.moving()).isTrue();
    show(drive, false, true, false);
    assertThat(path.moving()).isFalse();
  }

  @Test
  void numbersOutOfTheirRangeAreNamed() {
    assertThatThrownBy(() -> new StepperMotor(100, 1, 120, 0.7, 20_000, 5, 0.3))
        .hasMessage("microsteps per turn 100: expected 200 to 51200");
  }
}
