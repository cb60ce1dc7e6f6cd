package org.tenuto.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tenuto.simulator.world.Turner.MIN;
import static org.tenuto.simulator.world.Turner.S;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the vein gets what the pump pushes: start-up, steady flow, wrong syringe. */
class FlowTest {

  /** The smallest volume that a measurement of a start-up sees. */
  private static final double FIRST_NL = 2_000;

  @ParameterizedTest
  @ValueSource(doubles = {1, 5, 52.5})
  void aSteadyFlowIsTheRate(double rateMlPerH) {
    var turner = new Turner(Turner.path(Turner.barrel()));
    turner.runUntilInVein(rateMlPerH, 100_000);
    double before = turner.path.intoVeinNl();
    // Whole turns of the screw, so that its error cancels.
    double turns = Math.ceil(rateMlPerH / 5);
    double turnNl = 555_716;
    turner.run(rateMlPerH, (long) (turns * turnNl / rateMlPerH * 3.6e6));
    assertThat(turner.path.intoVeinNl() - before)
        .isCloseTo(turns * turnNl, Percentage.withPercentage(0.2));
  }

  @Test
  void theSteadyPressureIsThatOfLineAndVein() {
    var turner = new Turner(new DeliveryPath(withoutScrewError(), Turner.barrel(), Line.USUAL, 0));
    turner.runUntilInVein(52.5, 1_000_000);
    // 50 mmHg at 100 mL/h, and 10 mmHg in the vein; each step adds 9 Pa.
    assertThat(turner.path.pressurePa() / Turner.PA_PER_MMHG).isCloseTo(26.25 + 10, within(0.2));
  }

  private static Drive withoutScrewError() {
    return Drive.usual(Turner.MICROSTEP_PM).withScrewError(0);
  }

  /** The pumps of these measurements dripped into a glass: no pressure against them. */
  private static Turner intoAGlass() {
    Line line = new Line(Line.USUAL.resistancePaHPerMl(), 0.05, 1.5, 0.3, 0);
    return new Turner(
        new DeliveryPath(Drive.usual(Turner.MICROSTEP_PM), Turner.barrel(), line, 0));
  }

  /** Four pumps at 1 mL/h: first drop 6.75 ± 4.4 to 57.2 ± 28.6 min (Neff 2001). */
  @Test
  void withoutAPurgeASlowStartTakesMinutes() {
    Turner turner = intoAGlass();
    assertThat(minutes(turner.runUntilInVein(1, FIRST_NL))).isBetween(2.35, 85.8);
    assertThat(minutes(turner.nowNs + timeToSteady(turner))).isBetween(10.3, 105.3);
  }

  /** 2 mL before the line is connected: first drop 0.3 to 1.1 min, steady 6.0 to 11.1 min. */
  @ParameterizedTest
  @ValueSource(longs = {30, 60})
  void afterAPurgeItIsFast(long connectingS) {
    Turner turner = intoAGlass();
    turner.path.pullLine();
    turner.run(500, 15 * S);
    turner.rest(connectingS * S);
    turner.path.connectLine();
    double before = turner.path.intoVeinNl();
    long startNs = turner.nowNs;
    assertThat(turner.path.leakedNl()).isBetween(1_500_000.0, 2_100_000.0);
    assertThat(minutes(turner.runUntilInVein(1, before + FIRST_NL))).isLessThanOrEqualTo(1.1);
    timeToSteady(turner);
    assertThat(minutes(turner.nowNs - startNs)).isLessThanOrEqualTo(11.1);
  }

  /** Until two minutes in a row bring 90 % of 1 mL/h; the time it took, ns. */
  private static long timeToSteady(Turner turner) {
    long startNs = turner.nowNs;
    double flowedNl;
    do {
      double before = turner.path.intoVeinNl();
      turner.run(1, 2 * MIN);
      flowedNl = turner.path.intoVeinNl() - before;
    } while (flowedNl < 0.9 * 1e6 / 30);
    return turner.nowNs - startNs - 2 * MIN;
  }

  private static double minutes(long ns) {
    return ns / (double) MIN;
  }

  /** Omnifix 50 mL in a pump that was told of a Plastipak 50 mL: area ratio 1.180. */
  @Test
  void aWiderBrandGives18PercentTooMuch() {
    double told = tenMinutesOf(26_600, 0);
    assertThat(tenMinutesOf(28_900, 0) / told).isCloseTo(1.1804, within(0.001));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 1.010025", "-0.5, 0.990025", "1, 1.0201"})
  void aWiderBarrelOfTheSameBrandGivesMoreThanThePumpThinks(double percent, double ratio) {
    assertThat(tenMinutesOf(26_600, percent) / tenMinutesOf(26_600, 0))
        .isCloseTo(ratio, within(0.0002));
  }

  private static double tenMinutesOf(int diameterUm, double errorPercent) {
    Drive drive = withoutScrewError().withPlay(0, 0);
    Barrel barrel = Barrel.usual(diameterUm).withDiameterError(errorPercent).withFriction(0, 0);
    var turner = new Turner(new DeliveryPath(drive, barrel, Line.USUAL, 0));
    turner.run(52.5, 10 * MIN);
    turner.rest(5 * MIN);
    return turner.path.intoVeinNl();
  }

  @Test
  void deliveredIsWhatAPerfectSyringeWouldHaveGivenAndNeverLess() {
    var turner = new Turner(Turner.path(Turner.barrel()));
    turner.run(52.5, MIN);
    assertThat(turner.path.deliveredNl()).isCloseTo(875_000, within(200L));
    assertThat(turner.path.intoVeinNl()).isLessThan(875_000 - 250_000);
    turner.run(-52.5, MIN);
    assertThat(turner.path.deliveredNl()).isCloseTo(875_000, within(200L));
  }

  /** The targets of the trumpet curve at 5 mL/h: windows of 2, 5, 11, 19 and 31 min. */
  @ParameterizedTest
  @CsvSource({"2, 8", "5, 4", "11, 2.5", "19, 2", "31, 1.5"})
  void theFlowSwingsNoMoreThanATrumpetAllows(int windowMin, double percent) {
    var turner = new Turner(Turner.path(Turner.barrel()));
    turner.run(5, 60 * MIN);
    double[] intoVeinNl = new double[121];
    for (int i = 0; i <= 120; i++) {
      intoVeinNl[i] = turner.path.intoVeinNl();
      turner.run(5, 30 * S);
    }
    int samples = 2 * windowMin;
    double expectedNl = 5e6 * windowMin / 60;
    for (int i = 0; i + samples <= 120; i++) {
      assertThat(100 * ((intoVeinNl[i + samples] - intoVeinNl[i]) / expectedNl - 1))
          .as("window from %d", i)
          .isBetween(-percent, percent);
    }
  }
}
