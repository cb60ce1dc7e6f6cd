package org.tenuto.pk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.PlasmaConcentration;

/** What a drug's models predict now, side by side, against their ceiling. */
class PredictedConcentrationsTest {

  private static final Covariates ADULT = new Covariates(new BodyWeight(70_000));
  private static final double RATE_NG_PER_S = 20_000;

  private static PredictedConcentrations of(double hardNgPerMl, PkModel... models) {
    var hard = new PlasmaConcentration(Math.round(hardNgPerMl * 1000));
    return new PredictedConcentrations(
        List.of(models), ADULT, new ConcentrationCeiling(new PlasmaConcentration(1), hard));
  }

  private static ConcentrationCurve curve(PkModel model, double durationS) {
    return new ConcentrationCurve(
        model.forPatient(ADULT), List.of(new PkPhase(RATE_NG_PER_S, durationS, false)));
  }

  @Test
  void followsEveryModelInTicks() {
    PredictedConcentrations predicted = of(9_000, PkModel.values());
    for (int i = 0; i < 600; i++) {
      predicted.tick(RATE_NG_PER_S);
    }
    assertThat(predicted.count()).isEqualTo(PkModel.values().length);
    for (int i = 0; i < predicted.count(); i++) {
      ConcentrationCurve curve = curve(predicted.model(i), 60);
      assertThat(predicted.model(i)).isEqualTo(PkModel.values()[i]);
      assertThat(predicted.cpNgPerMl(i)).isCloseTo(curve.cpNgPerMl(60), within(1e-6));
      if (predicted.model(i).hasKe0()) {
        assertThat(predicted.ceNgPerMl(i)).isCloseTo(curve.ceNgPerMl(60), within(1e-6));
      } else {
        assertThat(predicted.ceNgPerMl(i)).isNaN();
      }
    }
  }

  @Test
  void followsAnyStretch() {
    PredictedConcentrations predicted = of(9_000, PkModel.KAMP_2020, PkModel.DOMINO_1984);
    predicted.advance(RATE_NG_PER_S, 47.3);
    for (int i = 0; i < 2; i++) {
      assertThat(predicted.cpNgPerMl(i))
          .isCloseTo(curve(predicted.model(i), 47.3).cpNgPerMl(47.3), within(1e-6));
    }
  }

  @Test
  void startsFromDosesBefore() {
    PredictedConcentrations predicted = of(9_000, PkModel.KAMP_2020);
    predicted.addPrior(RATE_NG_PER_S * 600, 600, 300);
    double expected = curve(PkModel.KAMP_2020, 600).cpNgPerMl(900);
    assertThat(predicted.cpNgPerMl(0)).isCloseTo(expected, within(1e-6)).isPositive();
    CeilingLookAhead lookAhead = predicted.lookAhead(List.of());
    while (!lookAhead.advance(1)) {
      assertThat(lookAhead.done()).isFalse();
    }
    assertThat(lookAhead.worst().cpNgPerMl()).isCloseTo(expected, within(1e-6));
  }

  /** Domino by its effect site, and by plasma where that counts. */
  @Test
  void judgesTheEffectSiteOfAModelThatHasOne() {
    PredictedConcentrations predicted = of(100, PkModel.DOMINO_1984);
    predicted.advance(RATE_NG_PER_S, 60);
    assertThat(predicted.cpNgPerMl(0)).isGreaterThan(100);
    assertThat(predicted.ceNgPerMl(0)).isLessThan(100);
    assertThat(predicted.reachesHardCeiling(false)).isFalse();
    assertThat(predicted.reachesHardCeiling(true)).isTrue();
    predicted.advance(RATE_NG_PER_S, 600);
    assertThat(predicted.ceNgPerMl(0)).isGreaterThan(100);
    assertThat(predicted.reachesHardCeiling(false)).isTrue();
  }

  /** Kamp's effect site was derived elsewhere, Fanta has none: plasma counts at any time. */
  @Test
  void judgesPlasmaOfOtherModelsAtAnyTime() {
    for (PkModel model : List.of(PkModel.KAMP_2020, PkModel.FANTA_2015_ESKETAMINE)) {
      double cp = curve(model, 60).cpNgPerMl(60);
      PredictedConcentrations above = of(cp * 0.99, model);
      PredictedConcentrations below = of(cp * 1.01, model);
      above.advance(RATE_NG_PER_S, 60);
      below.advance(RATE_NG_PER_S, 60);
      assertThat(above.reachesHardCeiling(false)).as(model.id()).isTrue();
      assertThat(below.reachesHardCeiling(false)).as(model.id()).isFalse();
      assertThat(below.reachesHardCeiling(true)).as(model.id()).isFalse();
    }
  }

  /** One model over the ceiling is enough, whichever it is. */
  @Test
  void theWorstModelDecides() {
    double cp = curve(PkModel.KAMP_2020, 60).cpNgPerMl(60);
    PredictedConcentrations both = of(cp * 1.5, PkModel.KAMP_2020, PkModel.DOMINO_1984);
    both.advance(RATE_NG_PER_S, 60);
    assertThat(both.reachesHardCeiling(false)).isFalse();
    assertThat(both.reachesHardCeiling(true)).isTrue();
  }
}
