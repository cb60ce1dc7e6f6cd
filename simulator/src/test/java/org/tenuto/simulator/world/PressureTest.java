package org.tenuto.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tenuto.simulator.world.Turner.MIN;
import static org.tenuto.simulator.world.Turner.PA_PER_MMHG;
import static org.tenuto.simulator.world.Turner.S;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a closed line, its opening and a moved syringe do to pressure and vein. */
class PressureTest {

  private static final double NL_PER_PA_PER_ML_PER_BAR = 10;

  private static Turner running(double syringeMlPerBar, double lineMlPerBar, double rateMlPerH) {
    Drive drive = Drive.usual(Turner.MICROSTEP_PM).withScrewError(0);
    Barrel barrel = Turner.barrel().withCompliance(syringeMlPerBar);
    Line line = Line.USUAL.withCompliance(lineMlPerBar);
    var turner = new Turner(new DeliveryPath(drive, barrel, line, 0));
    turner.runUntilInVein(rateMlPerH, 100_000);
    return turner;
  }

  /** From the pressure of the open line on; compliance 0.9 and 2.1 mL/bar. */
  @ParameterizedTest
  @CsvSource({
    "150, 5.25, 2.1, 4.8", "150, 52.5, 0.206, 0.48",
    "300, 5.25, 4.1, 9.6", "300, 52.5, 0.41, 0.97",
    "517, 5.25, 7.1, 16.6", "517, 52.5, 0.70, 1.66",
    "750, 5.25, 10.2, 24.1", "750, 52.5, 1.02, 2.41"
  })
  void aClosedLineReachesAPressureInTheTimeOfItsCompliance(
      double mmHg, double rateMlPerH, double shortestMin, double longestMin) {
    for (double compliance : new double[] {0.9, 2.1}) {
      Turner turner = running(compliance - 0.02, 0.02, rateMlPerH);
      double openPa = turner.path.pressurePa();
      turner.path.occlude();
      long ns = turner.runUntilPressure(rateMlPerH, openPa + mmHg * PA_PER_MMHG);
      double expectedMin = compliance == 0.9 ? shortestMin : longestMin;
      assertThat(ns / (double) MIN).isCloseTo(expectedMin, Percentage.withPercentage(3));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.9, 0.02, 300", "1.2, 0.05, 300", "2.1, 0.2, 300", "1.2, 0.05, 750"})
  void whatComesOutOnReleaseIsComplianceTimesPressure(
      double syringeMlPerBar, double lineMlPerBar, double mmHg) {
    Turner turner = running(syringeMlPerBar, lineMlPerBar, 52.5);
    turner.path.occlude();
    turner.runUntilPressure(52.5, mmHg * PA_PER_MMHG);
    turner.rest(S);
    double beforeNl = turner.path.intoVeinNl();
    double beforePa = turner.path.pressurePa();
    turner.path.release();
    turner.rest(10 * MIN);
    double expectedNl =
        (syringeMlPerBar + lineMlPerBar)
            * NL_PER_PA_PER_ML_PER_BAR
            * (beforePa - turner.path.pressurePa());
    assertThat(turner.path.intoVeinNl() - beforeNl)
        .isCloseTo(expectedNl, Percentage.withPercentage(0.5));
    assertThat(turner.path.pressurePa()).isCloseTo(1_333, within(2L));
  }

  @Test
  void nothingFlowsWhileItIsClosed() {
    Turner turner = running(1.2, 0.05, 52.5);
    turner.path.occlude();
    double before = turner.path.intoVeinNl();
    turner.run(52.5, 30 * S);
    turner.rest(10 * MIN);
    turner.path.moveHeight(20);
    turner.rest(10 * MIN);
    assertThat(turner.path.intoVeinNl()).isEqualTo(before);
    assertThat(turner.path.occluded()).isTrue();
  }

  /** 37 mmHg × 1.25 mL/bar: about 0.06 mL, up and down again. */
  @Test
  void raisingTheSyringeBy50CmGivesATransient() {
    Turner turner = running(1.2, 0.05, 52.5);
    turner.run(52.5, MIN);
    double before = turner.path.intoVeinNl();
    turner.path.moveHeight(50);
    turner.run(52.5, MIN);
    double raised = turner.path.intoVeinNl() - before - 875_000;
    assertThat(raised).isCloseTo(61_300, within(1_500.0));
    turner.path.moveHeight(0);
    turner.run(52.5, MIN);
    assertThat(turner.path.intoVeinNl() - before - 2 * 875_000).isCloseTo(0, within(1_500.0));
  }

  /** 80 % of the way after 1.6 times what resistance and compliance make: 3 s. */
  @Test
  void aTransientTakesTheTimeOfResistanceAndCompliance() {
    Turner turner = running(1.2, 0.05, 52.5);
    double open = turner.path.pressurePa();
    turner.rest(3 * S);
    double afterOne = (turner.path.pressurePa() - 1_333) / (open - 1_333);
    assertThat(afterOne).isCloseTo(Math.exp(-1), within(0.01));
  }

  @Test
  void theMotorStallsAtWhatItsForceHoldsAgainstAreaAndFriction() {
    Drive drive = Drive.usual(Turner.MICROSTEP_PM).withForce(60);
    var turner = new Turner(new DeliveryPath(drive, Turner.barrel(), Line.USUAL, 0));
    turner.path.occlude();
    turner.run(52.5, 30 * MIN);
    assertThat(turner.stalled).isTrue();
    // 60 N less 6 N of friction on 555.7 mm².
    assertThat(turner.path.pressurePa()).isCloseTo(97_170L, within(60L));
    assertThat(turner.path.plungerForceN()).isCloseTo(60, within(0.05));
  }

  @Test
  void aPulledLineEmptiesOnTheFloor() {
    Turner turner = running(1.2, 0.05, 52.5);
    double before = turner.path.intoVeinNl();
    turner.path.pullLine();
    turner.run(52.5, 10 * MIN);
    assertThat(turner.path.intoVeinNl()).isCloseTo(before, within(1e-3));
    assertThat(turner.path.leakedNl()).isCloseTo(8_750_000 + 12.5 * 1_333, within(3_000.0));
    turner.path.connectLine();
    turner.run(52.5, 10 * MIN);
    assertThat(turner.path.intoVeinNl()).isCloseTo(before + 8_750_000 - 17_000, within(6_000.0));
  }
}
