package org.tenuto.simulator.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every trumpet curve. */
class FlowErrorLawsTest {

  private static final int HOUR = 120;
  private static final double SET = 5.25;
  private static final Offset<Double> NOTHING = within(1e-9);

  @Test
  void aConstantFlowAtTheSetRateHasNoError() {
    FlowSamples flow = flow(tMin -> SET);

    for (FlowError error : FlowError.trumpet(flow, SET)) {
      assertThat(error.maxPercent()).isZero();
      assertThat(error.minPercent()).isZero();
    }
    assertThat(FlowError.overallPercent(flow, SET)).isZero();
  }

  @Test
  void aConstantFlowBesideItHasTheSameErrorEverywhere() {
    FlowSamples flow = flow(tMin -> SET * 1.02);

    for (FlowError error : FlowError.trumpet(flow, SET)) {
      assertThat(error.maxPercent()).isCloseTo(2, NOTHING);
      assertThat(error.minPercent()).isCloseTo(2, NOTHING);
    }
    assertThat(FlowError.overallPercent(flow, SET)).isCloseTo(2, NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "1, 5", "1, 31", "2, 2", "5, 5"})
  void aWaveVanishesInWindowsThatAreItsMultiples(double periodMin, double windowMin) {
    FlowError error = FlowError.of(weighedWave(periodMin), SET, windowMin);

    assertThat(error.maxPercent()).isCloseTo(0, NOTHING);
    assertThat(error.minPercent()).isCloseTo(0, NOTHING);
  }

  @ParameterizedTest
  @ValueSource(doubles = {4, 10, 38})
  void aWaveFadesWithTheLengthOfTheWindow(double periodMin) {
    double before = Double.POSITIVE_INFINITY;
    for (double windowMin : new double[] {0.5, 1, 2}) {
      FlowError error = FlowError.of(weighedWave(periodMin), SET, windowMin);
      double half = Math.PI * windowMin / periodMin;
      // The mean of a wave over a window around its crest: its amplitude times sin(x)/x. The
      // window with the most flow is at most a quarter of a minute beside the crest.
      double mostPercent = 10 * Math.sin(half) / half;
      double beside = Math.cos(2 * Math.PI / periodMin / 4);
      assertThat(error.maxPercent())
          .isLessThanOrEqualTo(before + 1e-9)
          .isBetween(mostPercent * beside - 1e-9, mostPercent + 1e-9);
      before = error.maxPercent();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aLongWindowIsNeverWorseThanThePartsItConsistsOf(long seed) {
    FlowSamples flow = random(seed);
    double[][] pairs = {{0.5, 1}, {1, 2}, {1, 5}, {1, 11}, {1, 31}, {0.5, 19}, {5, 15}, {2, 60}};
    for (double[] pair : pairs) {
      FlowError part = FlowError.of(flow, SET, pair[0]);
      FlowError whole = FlowError.of(flow, SET, pair[1]);
      assertThat(whole.maxPercent()).isLessThanOrEqualTo(part.maxPercent() + 1e-9);
      assertThat(whole.minPercent()).isGreaterThanOrEqualTo(part.minPercent() - 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void onlyTheShareOfTheSetRateCounts(long seed) {
    FlowSamples flow = random(seed);
    FlowSamples tenfold =
        FlowSamples.of(IntStream.range(0, HOUR).mapToDouble(i -> 10 * flow.mlPerH(i)).toArray());

    for (double windowMin : FlowError.WINDOWS_MIN) {
      FlowError one = FlowError.of(flow, SET, windowMin);
      FlowError ten = FlowError.of(tenfold, 10 * SET, windowMin);
      assertThat(ten.maxPercent()).isCloseTo(one.maxPercent(), NOTHING);
      assertThat(ten.minPercent()).isCloseTo(one.minPercent(), NOTHING);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theWholeTimeIsOneWindowWithTheOverallError(long seed) {
    FlowSamples flow = random(seed);

    FlowError whole = FlowError.of(flow, SET, 60);

    double overall = FlowError.overallPercent(flow, SET);
    assertThat(whole.windows()).isEqualTo(1);
    assertThat(whole.maxPercent()).isCloseTo(overall, NOTHING);
    assertThat(whole.minPercent()).isEqualTo(whole.maxPercent());
  }

  @Test
  void everyWindowCountsTheFirstAndTheLastToo() {
    double[] mlPerH = new double[HOUR];
    mlPerH[0] = 3 * SET;
    mlPerH[HOUR - 1] = -SET;

    FlowError error = FlowError.of(FlowSamples.of(mlPerH), SET, 1);

    assertThat(error.windows()).isEqualTo(119);
    assertThat(error.maxPercent()).isCloseTo(50, NOTHING);
    assertThat(error.minPercent()).isCloseTo(-150, NOTHING);
  }

  @Test
  void aWindowThatDoesNotFitIsRefused() {
    FlowSamples hour = flow(tMin -> SET);

    assertThatThrownBy(() -> FlowError.of(hour, SET, 0.7))
        .hasMessage("time 0.7 min: expected a multiple of 0.5 min");
    assertThatThrownBy(() -> FlowError.of(hour, SET, 60.5))
        .hasMessage("window 60.5 min: expected 0.5 min to 60.0 min");
    assertThatThrownBy(() -> FlowError.of(hour, SET, 0))
        .hasMessage("window 0.0 min: expected 0.5 min to 60.0 min");
  }

  @Test
  void aSampleIsTheVolumeOfHalfAMinute() {
    FlowSamples samples = FlowSamples.ofVolumes(0.5, 0.5, 0.6, 0.58);

    assertThat(samples.count()).isEqualTo(3);
    assertThat(samples.mlPerH(0)).isZero();
    assertThat(samples.mlPerH(1)).isCloseTo(12, NOTHING);
    assertThat(samples.mlPerH(2)).isCloseTo(-2.4, NOTHING);
    assertThatThrownBy(() -> FlowSamples.ofVolumes(0.5)).hasMessageContaining("expected 1 or more");
  }

  /** An hour weighed while the flow waves by ±10 % around the set rate, exactly. */
  private static FlowSamples weighedWave(double periodMin) {
    double turn = 2 * Math.PI / periodMin;
    double[] ml = new double[HOUR + 1];
    for (int i = 0; i <= HOUR; i++) {
      double tMin = i * FlowSamples.INTERVAL_MIN;
      ml[i] = SET / 60 * (tMin - 0.1 / turn * Math.cos(turn * tMin));
    }
    return FlowSamples.ofVolumes(ml);
  }

  private static FlowSamples random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return flow(tMin -> SET * (0.5 + random.nextDouble()));
  }

  private static FlowSamples flow(DoubleUnaryOperator mlPerHAtMin) {
    return FlowSamples.of(
        IntStream.range(0, HOUR)
            .mapToDouble(i -> mlPerHAtMin.applyAsDouble(FlowSamples.endMin(i)))
            .toArray());
  }
}
