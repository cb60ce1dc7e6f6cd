package org.tenuto.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tenuto.simulator.device.VirtualDevice.MS;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.simulator.world.Barrel;
import org.tenuto.simulator.world.Line;

/**
 * A line that closes while a primed 50 mL syringe delivers, on the whole device with a pressure
 * sensor: how long until the alarm, and what the vein gets when the line opens again.
 */
class OcclusionTest {

  /** 180 mmHg. */
  private static final int LIMIT_PA = 24_000;

  /** 150 mmHg: holds with the worst sensor in the most compliant line, too. */
  private static final int SAFER_LIMIT_PA = 20_000;

  /** The most that may come out when an occlusion is released (GIP 1.10.7). */
  private static final double LARGEST_BOLUS_NL = 500_000;

  private static final double NL_PER_PA_PER_ML_PER_BAR = 10;
  private static final double NOISE_PA = 1_333 + 134;

  /** The screw's error lets the flow swing by 2π %. */
  private static final double SWING = 1.07;

  @ParameterizedTest
  @CsvSource({
    // mL/h, mL/bar of syringe and line -> s to the alarm, mL of bolus
    "52.5, 0.9, 0.02, 12.0, 0.199",
    "52.5, 1.2, 0.05, 16.3, 0.269",
    "52.5, 2.1, 0.20, 29.1, 0.495",
    "5.25, 0.9, 0.02, 139, 0.197",
    "5.25, 1.2, 0.05, 188, 0.267",
    "5.25, 2.1, 0.20, 329, 0.492"
  })
  void isFoundInTimeAndLeavesASmallBolus(
      double rateMlPerH, double syringe, double line, double alarmAfterS, double bolusMl) {
    Barrel barrel = Barrel.usual(26_600).withCompliance(syringe);
    var run = new Occlusion(rateMlPerH, LIMIT_PA, 0, barrel, Line.USUAL.withCompliance(line), 1);

    assertThat(run.alarmAfterNs / 1e9).isCloseTo(alarmAfterS, Percentage.withPercentage(4));
    assertThat(run.bolusNl / 1e6).isCloseTo(bolusMl, within(0.01));
    assertThat(run.bolusNl).isLessThanOrEqualTo(LARGEST_BOLUS_NL);
    assertPhysics(run, rateMlPerH, syringe + line);
  }

  @ParameterizedTest
  @ValueSource(doubles = {52.5, 5.25})
  void aSensorThatShowsTooLittleLetsTooMuchThroughAt180MmHg(double rateMlPerH) {
    Barrel barrel = Barrel.usual(26_600).withCompliance(2.1);
    var run =
        new Occlusion(
            rateMlPerH, LIMIT_PA, -2_666, barrel, Line.USUAL.withCompliance(0.2), 1);

    assertThat(run.bolusNl / 1e6).isBetween(0.54, 0.57);
    assertPhysics(run, rateMlPerH, 2.3);
  }

  @ParameterizedTest
  @CsvSource({"52.5, 1", "52.5, 2", "52.5, 3", "5.25, 1"})
  void at150MmHgTheWorstOfEverythingStaysWithinTheLimit(double rateMlPerH, long seed) {
    Barrel barrel = Barrel.usual(26_600).withCompliance(2.1);
    var lowVein = new Line(Line.USUAL.resistancePaHPerMl(), 0.2, 1.5, 0.3, 400);
    var run = new Occlusion(rateMlPerH, SAFER_LIMIT_PA, -2_666, barrel, lowVein, seed);

    assertThat(run.bolusNl).isBetween(450_000.0, LARGEST_BOLUS_NL);
    assertPhysics(run, rateMlPerH, 2.3);
  }

  /** Rise and bolus are what compliance, flow and pressure alone say. */
  private static void assertPhysics(
      Occlusion run, double rateMlPerH, double complianceMlPerBar) {
    double seenPa = run.limitPa - run.offsetPa;
    assertThat(run.alarmPa).isBetween(seenPa - NOISE_PA, seenPa + NOISE_PA);
    double nlPerPa = NL_PER_PA_PER_ML_PER_BAR * complianceMlPerBar;
    double riseNs = (run.alarmPa - run.openPa) * nlPerPa / (rateMlPerH * 1e6 / 3.6e12);
    double latencyNs = AlarmCondition.PRESSURE_HIGH.latencyMs() * (double) MS;
    assertThat((double) run.alarmAfterNs).isBetween(riseNs / SWING, riseNs * SWING + latencyNs);
    assertThat(run.bolusNl).isCloseTo((run.alarmPa - run.restPa) * nlPerPa, within(2_000.0));
  }
}
