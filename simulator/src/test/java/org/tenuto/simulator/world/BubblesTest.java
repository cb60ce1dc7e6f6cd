package org.tenuto.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tenuto.simulator.world.Turner.MIN;
import static org.tenuto.simulator.world.Turner.PA_PER_MMHG;
import static org.tenuto.simulator.world.Turner.S;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Air on its way to the vein. */
class BubblesTest {

  private static Turner running() {
    Drive drive = Drive.usual(Turner.MICROSTEP_PM).withScrewError(0);
    var turner = new Turner(new DeliveryPath(drive, Turner.barrel(), Line.USUAL, 0));
    turner.runUntilInVein(52.5, 100_000);
    turner.run(52.5, MIN);
    return turner;
  }

  /** 0.3 mL to the sensor, 1.5 mL to the vein, at 52.5 mL/h. */
  @Test
  void aBubbleArrivesWhenItsVolumeOfTheLineHasFlowed() {
    Turner turner = running();
    turner.path.letAirIn(200_000);
    turner.run(52.5, (long) (0.299 / 52.5 * 3_600 * S));
    assertThat(turner.path.airAtSensorNl()).isZero();
    turner.run(52.5, (long) (0.101 / 52.5 * 3_600 * S));
    assertThat(turner.path.airAtSensorNl()).isCloseTo(100_000, within(1_000.0));
    turner.run(52.5, (long) (0.102 / 52.5 * 3_600 * S));
    assertThat(turner.path.airAtSensorNl()).isEqualTo(200_000);
    turner.run(52.5, (long) (0.99 / 52.5 * 3_600 * S));
    assertThat(turner.path.airAtEndNl()).isZero();
    turner.run(52.5, (long) (0.21 / 52.5 * 3_600 * S));
    assertThat(turner.path.airAtEndNl()).isEqualTo(200_000);
  }

  @Test
  void bubblesAreCountedEachAndBeyondThirtyTwoNoneIsLost() {
    Turner turner = running();
    for (int i = 0; i < 40; i++) {
      turner.path.letAirIn(1_000);
      turner.run(52.5, S);
    }
    turner.run(52.5, 10 * MIN);
    assertThat(turner.path.airAtSensorNl()).isEqualTo(40_000);
    assertThat(turner.path.airAtEndNl()).isEqualTo(40_000);
    turner.path.letAirIn(5_000);
    turner.run(52.5, 10 * MIN);
    assertThat(turner.path.airAtEndNl()).isEqualTo(45_000);
  }

  /** 0.5 mL of air at 1 bar gives way by 0.5 mL/bar: 1.75 instead of 1.25 mL/bar. */
  @Test
  void airMakesTheLineMoreCompliantUntilItIsThrough() {
    double withoutAir = bolusAt300MmHg(running());
    Turner turner = running();
    turner.path.letAirIn(500_000);
    assertThat(bolusAt300MmHg(turner) / withoutAir)
        .isCloseTo(1.743 / 1.25, Percentage.withPercentage(1));
    turner.run(52.5, 5 * MIN);
    assertThat(turner.path.airAtEndNl()).isEqualTo(500_000);
    assertThat(bolusAt300MmHg(turner) / withoutAir).isCloseTo(1, within(0.01));
  }

  private static double bolusAt300MmHg(Turner turner) {
    turner.path.occlude();
    turner.runUntilPressure(52.5, 300 * PA_PER_MMHG);
    double before = turner.path.intoVeinNl();
    turner.path.release();
    turner.rest(10 * MIN);
    return turner.path.intoVeinNl() - before;
  }

  @Test
  void negativeAirIsRefused() {
    assertThatThrownBy(() -> running().path.letAirIn(-1))
        .hasMessage("air -1.0 nL: expected at least 0 nL");
  }
}
