package org.tenuto.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tenuto.simulator.world.Turner.MICROSTEP_PM;
import static org.tenuto.simulator.world.Turner.MIN;
import static org.tenuto.simulator.world.Turner.S;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Screw and pusher: what of the motor's steps becomes travel. */
class DriveTest {

  private static final double STEP_MM = MICROSTEP_PM / 1e9;
  private static final Drive NO_ERROR = Drive.usual(MICROSTEP_PM).withScrewError(0);

  private static DeliveryPath on(Drive drive) {
    return new DeliveryPath(drive, Turner.barrel(), Line.USUAL, 0);
  }

  private static void turn(DeliveryPath path, boolean forward, int steps) {
    for (int i = 0; i < steps; i++) {
      assertThat(path.step(forward)).isTrue();
    }
  }

  @Test
  void backlashIsLostByTheFirstMoveAndByEachReversal() {
    DeliveryPath path = on(NO_ERROR.withPlay(0.1, 0));
    int play = (int) Math.ceil(0.1 / STEP_MM);
    turn(path, true, play);
    assertThat(path.pusherMm()).isLessThan(STEP_MM);
    turn(path, true, 500);
    assertThat(path.pusherMm()).isCloseTo(500 * STEP_MM, within(STEP_MM));
    turn(path, false, play - 1);
    assertThat(path.pusherMm()).isCloseTo(500 * STEP_MM, within(STEP_MM));
    turn(path, false, 100);
    assertThat(path.pusherMm()).isCloseTo(400 * STEP_MM, within(2 * STEP_MM));
    turn(path, true, play - 1);
    assertThat(path.pusherMm()).isCloseTo(400 * STEP_MM, within(2 * STEP_MM));
  }

  @Test
  void theGapOfALoadIsClosedOnce() {
    DeliveryPath path = on(NO_ERROR.withPlay(0, 0.3));
    int gap = (int) Math.ceil(0.3 / STEP_MM);
    turn(path, true, gap - 1);
    assertThat(path.plungerForceN()).isZero();
    turn(path, true, 201);
    assertThat(path.plungerForceN()).isCloseTo(120 * 200 * STEP_MM, within(0.06));
    turn(path, false, 100);
    assertThat(path.plungerForceN()).isCloseTo(120 * 100 * STEP_MM, within(0.06));
    path.seat();
    turn(path, true, gap - 1);
    assertThat(path.plungerForceN()).isCloseTo(0, within(1e-9));
    turn(path, true, 101);
    assertThat(path.plungerForceN()).isCloseTo(120 * 100 * STEP_MM, within(0.06));
  }

  /** 1 % of the pitch of 1 mm, once a turn. */
  @Test
  void theScrewsErrorComesBackEachTurn() {
    DeliveryPath path = on(Drive.usual(MICROSTEP_PM).withPlay(0, 0));
    double largest = 0;
    int quarter = (int) Math.round(0.25 / STEP_MM);
    for (int i = 0; i < 8; i++) {
      turn(path, true, quarter);
      double error = path.pusherMm() - (i + 1) * quarter * STEP_MM;
      double expected = i % 2 == 1 ? 0 : i % 4 == 0 ? 0.01 : -0.01;
      assertThat(error).isCloseTo(expected, within(1e-4));
      largest = Math.max(largest, error);
    }
    assertThat(largest).isCloseTo(0.01, within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 250, 999, 1_000})
  void aSlippingMicrostepIsCountedByThePumpAndNotMade(int perMille) {
    DeliveryPath path = on(NO_ERROR.withPlay(0, 0));
    path.slip(perMille);
    turn(path, true, 2_000);
    double made = 2_000 - 2.0 * perMille;
    assertThat(path.pusherMm() / STEP_MM).isCloseTo(made, within(1e-6));
    assertThat(path.deliveredNl()).isCloseTo((long) (made * path.stepNl()), within(1L));
    assertThat(path.everMoved()).isEqualTo(perMille < 1_000);
  }

  @Test
  void slipOutOfRangeIsNamed() {
    assertThatThrownBy(() -> on(NO_ERROR).slip(1_001))
        .hasMessage("slip 1001 per mille: expected 0 to 1000 per mille");
  }

  @Test
  void aJammedDriveStalls() {
    DeliveryPath path = on(NO_ERROR);
    path.block();
    assertThat(path.step(true)).isFalse();
    assertThat(path.step(false)).isFalse();
    assertThat(path.everMoved()).isFalse();
  }

  @Test
  void aFastMotorIsWeakerThanASlowOne() {
    assertThat(pressureAtStall(5)).isGreaterThan(pressureAtStall(900) + 50_000);
  }

  private static long pressureAtStall(double rateMlPerH) {
    var turner = new Turner(on(NO_ERROR));
    turner.path.occlude();
    while (!turner.stalled) {
      turner.run(rateMlPerH, S);
      assertThat(turner.nowNs).isLessThan(120 * MIN);
    }
    return turner.path.pressurePa();
  }
}
