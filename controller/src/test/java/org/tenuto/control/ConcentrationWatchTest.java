package org.tenuto.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tenuto.pk.ConcentrationCeiling;
import org.tenuto.pk.ConcentrationCurve;
import org.tenuto.pk.Covariates;
import org.tenuto.pk.PkModel;
import org.tenuto.pk.PkPhase;
import org.tenuto.pk.PredictedConcentrations;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.PlasmaConcentration;

/** Follows the predicted concentrations of a running order and says when the ceiling is reached. */
class ConcentrationWatchTest {

  private static final long S = 1_000_000_000;
  private static final long MS = 1_000_000;
  private static final long START_NS = 7 * S;

  /** 1 mg/mL in the syringe. */
  private static final long NG_PER_ML = 1_000_000;

  /** 1 mg/kg/h for 70 kg. */
  private static final long RATE_NL_PER_H = 70_000_000;

  private static final double RATE_NG_PER_S = 70e6 / 3600;

  /** 7.7 mg in 2 minutes. */
  private static final long BOLUS_NL_PER_H = 231_000_000;

  private static final Covariates ADULT = new Covariates(new BodyWeight(70_000));

  private final ConcentrationWatch watch = new ConcentrationWatch();
  private long nowNs = START_NS;

  private static PredictedConcentrations predicted(long hardNgPerMl, PkModel... models) {
    var hard = new PlasmaConcentration(hardNgPerMl * 1000);
    return new PredictedConcentrations(
        List.of(models), ADULT, new ConcentrationCeiling(new PlasmaConcentration(1), hard));
  }

  private PredictedConcentrations now() {
    return Objects.requireNonNull(watch.predicted());
  }

  /** Runs the cycle's milliseconds; true if the ceiling was reached in any. */
  private boolean run(long durationNs, long rateNlPerH, boolean bolus) {
    boolean reached = false;
    for (long endNs = nowNs + durationNs; nowNs < endNs; ) {
      nowNs += MS;
      reached |= watch.reachesCeiling(0, rateNlPerH, bolus, nowNs);
    }
    return reached;
  }

  private static ConcentrationCurve curve(PkModel model, double durationS) {
    return new ConcentrationCurve(
        model.forPatient(ADULT), List.of(new PkPhase(RATE_NG_PER_S, durationS, false)));
  }

  @Test
  void saysNothingWithoutAnOrder() {
    assertThat(run(S, RATE_NL_PER_H, false)).isFalse();
    assertThat(watch.predicted()).isNull();
  }

  @Test
  void followsTheClosedFormInTicksOfATenthOfASecond() {
    watch.begin(predicted(10_000, PkModel.DOMINO_1984, PkModel.KAMP_2020), NG_PER_ML, nowNs);
    assertThat(run(60 * S, RATE_NL_PER_H, false)).isFalse();
    for (int i = 0; i < 2; i++) {
      ConcentrationCurve curve = curve(now().model(i), 60);
      assertThat(now().cpNgPerMl(i)).isCloseTo(curve.cpNgPerMl(60), within(1e-3));
      assertThat(now().ceNgPerMl(i)).isCloseTo(curve.ceNgPerMl(60), within(1e-3));
    }
  }

  /** What a pump that runs by itself gave meanwhile is counted over the whole elapsed time. */
  @Test
  void countsAStallWhole() {
    watch.begin(predicted(10_000, PkModel.KAMP_2020), NG_PER_ML, nowNs);
    run(10 * S, RATE_NL_PER_H, false);
    nowNs += 50 * S;
    watch.reachesCeiling(0, RATE_NL_PER_H, false, nowNs);
    assertThat(now().cpNgPerMl(0))
        .isCloseTo(curve(PkModel.KAMP_2020, 60).cpNgPerMl(60), within(1e-3));
  }

  @Test
  void saysWhenTheHardCeilingIsReachedAndNotBefore() {
    // Kamp at 1 mg/kg/h: 100 ng/mL of plasma between 3 and 4 minutes.
    ConcentrationCurve curve = curve(PkModel.KAMP_2020, 3600);
    watch.begin(predicted(100, PkModel.KAMP_2020), NG_PER_ML, nowNs);
    while (!watch.reachesCeiling(0, RATE_NL_PER_H, false, nowNs)) {
      nowNs += MS;
      assertThat(nowNs - START_NS).isLessThan(600 * S);
    }
    double reachedS = (nowNs - START_NS) / 1e9;
    assertThat(curve.cpNgPerMl(reachedS)).isBetween(100.0 - 0.01, 100.2);
  }

  /** In a bolus and for 2 minutes after, a model with an effect site is judged there alone. */
  @Test
  void leavesPlasmaOutDuringABolusAndTwoMinutesAfter() {
    watch.begin(predicted(250, PkModel.DOMINO_1984), NG_PER_ML, nowNs);
    assertThat(run(120 * S, BOLUS_NL_PER_H, true)).isFalse();
    assertThat(now().cpNgPerMl(0)).isGreaterThan(500);
    assertThat(run(120 * S, 0, false)).isFalse();

    watch.begin(predicted(250, PkModel.DOMINO_1984), NG_PER_ML, nowNs);
    assertThat(run(120 * S, BOLUS_NL_PER_H, false)).isTrue();
  }

  /** A model without an effect site has nothing else to be judged by. */
  @Test
  void judgesPlasmaOfAModelWithoutAnEffectSiteAlsoInABolus() {
    watch.begin(predicted(20, PkModel.FANTA_2015_ESKETAMINE), NG_PER_ML, nowNs);
    assertThat(run(120 * S, BOLUS_NL_PER_H, true)).isTrue();
  }

  @Test
  void anotherOrderStartsFromItsOwn() {
    watch.begin(predicted(10_000, PkModel.KAMP_2020), NG_PER_ML, nowNs);
    run(60 * S, RATE_NL_PER_H, false);
    watch.begin(predicted(10_000, PkModel.KAMP_2020), NG_PER_ML, nowNs);
    run(S, 0, false);
    assertThat(now().cpNgPerMl(0)).isZero();
  }

  /** The pump reached its target while the loop slept: it rests now, and what it gave counts. */
  @Test
  void countsWhatWasDeliveredUnseen() {
    watch.begin(predicted(10_000, PkModel.KAMP_2020), NG_PER_ML, nowNs);
    nowNs += 60 * S;
    watch.reachesCeiling(RATE_NL_PER_H / 60, 0, false, nowNs);
    assertThat(now().cpNgPerMl(0))
        .isCloseTo(curve(PkModel.KAMP_2020, 60).cpNgPerMl(60), within(1e-3));
  }

  /** A bracket that narrows takes nothing back, and what grows again is counted once. */
  @Test
  void takesNothingBack() {
    watch.begin(predicted(10_000, PkModel.KAMP_2020), NG_PER_ML, nowNs);
    for (long atMostNl : new long[] {1_000_000, 400_000, 900_000, 1_000_000}) {
      nowNs += PredictedConcentrations.TICK_NS;
      watch.reachesCeiling(atMostNl, 0, false, nowNs);
    }
    double oneMg = 1e6 / 25_000;
    assertThat(now().cpNgPerMl(0)).isBetween(oneMg * 0.95, oneMg);
  }
}
