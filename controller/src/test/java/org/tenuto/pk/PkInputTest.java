package org.tenuto.pk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.PlasmaConcentration;

/** What the room is told, and what it refuses, each in one line. */
class PkInputTest {

  private static final CompartmentModel DOMINO = Vectors.model("domino-1984", "70");
  private static final CompartmentModel KAMP = Vectors.model("kamp-2020", "70");

  @Test
  void knowsItsModelsByIdAndDrug() {
    assertThat(PkModel.byId("domino-1984")).isEqualTo(PkModel.DOMINO_1984);
    assertThat(PkModel.byId("kamp-2020")).isEqualTo(PkModel.KAMP_2020);
    assertThat(PkModel.byId("fanta-2015-esketamine")).isEqualTo(PkModel.FANTA_2015_ESKETAMINE);
    assertThat(PkModel.byId("clements-250")).isNull();
    assertThat(PkModel.DOMINO_1984.title()).isEqualTo("Domino 1984 (ketAMINE)");
    assertThat(PkModel.FANTA_2015_ESKETAMINE.title()).isEqualTo("Fanta 2015 (esketAMINE)");
    assertThat(PkModel.values())
        .filteredOn(model -> model.drug() == KetamineForm.ESKETAMINE)
        .containsExactly(PkModel.FANTA_2015_ESKETAMINE);
  }

  @ParameterizedTest
  @EnumSource
  void saysWhereAnEffectSiteComesFrom(PkModel model) {
    assertThat(model.forPatient(new Covariates(new BodyWeight(70_000))).hasKe0())
        .isEqualTo(model.hasKe0());
    assertThat(model.ke0Published()).isEqualTo(model == PkModel.DOMINO_1984);
    assertThat(model.source()).contains("20");
    if (model.hasKe0() && !model.ke0Published()) {
      assertThat(model.source()).contains("ke0 not published with it");
    }
  }

  @ParameterizedTest
  @CsvSource({"24999,false", "25000,true", "300000,true", "300001,false"})
  void predictsForWeightsInItsRange(long g, boolean covered) {
    BodyWeight weight = new BodyWeight(g);
    assertThat(Covariates.covers(weight)).isEqualTo(covered);
    if (!covered) {
      assertThatThrownBy(() -> new Covariates(weight))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "body weight " + weight.text() + ": expected 25 kg to 300 kg for a prediction");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "V1, 0, 1, 1, 1, 1, 1, 1",
    "V1, NaN, 1, 1, 1, 1, 1, 1",
    "V1, 1.0000001E6, 1, 1, 1, 1, 1, 1",
    "k10, 1, 0, 1, 1, 1, 1, 1",
    "k10, 1, -1, 1, 1, 1, 1, 1",
    "k10, 1, Infinity, 1, 1, 1, 1, 1",
    "k12, 1, 1, 9.9E-10, 1, 1, 1, 1",
    "k12, 1, 1, NaN, 1, 1, 1, 1",
    "k21, 1, 1, 1, 10001, 1, 1, 1",
    "k13, 1, 1, 1, 1, 0, 1, 1",
    "k13, 1, 1, 1, 1, NaN, 1, 1",
    "k31, 1, 1, 1, 1, 1, 0, 1",
    "ke0, 1, 1, 1, 1, 1, 1, 0",
    "ke0, 1, 1, 1, 1, 1, 1, -0.1"
  })
  void refusesAModelThatIsNone(
      String name,
      double v1,
      double k10,
      double k12,
      double k21,
      double k13,
      double k31,
      double k) {
    assertThatThrownBy(() -> new RateConstants(v1, k10, k12, k21, k13, k31, k))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " ")
        .hasMessageContaining(": expected ")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void takesTheEdgesOfItsRanges() {
    for (double k : new double[] {1e-9, 1e4}) {
      CompartmentModel model = new CompartmentModel(new RateConstants(1e6, k, k, k, k, k, k));
      assertThat(model.modes()).isEqualTo(2);
      assertThat(model.lambdaPerMin(1)).isPositive().isLessThan(model.lambdaPerMin(0));
    }
    assertThat(new RateConstants(1e-6, 1, 1, 1, 0, 0, Double.NaN).hasKe0()).isFalse();
  }

  @Test
  void ordersItsExponentialsFromTheFastest() {
    RandomBodies cases = new RandomBodies(5);
    for (int i = 0; i < 1_000; i++) {
      RateConstants k = cases.constants();
      CompartmentModel model = new CompartmentModel(k);
      boolean two = k.k13PerMin() == 0 || k.k21PerMin() == k.k31PerMin();
      assertThat(model.modes()).isEqualTo(two ? 2 : 3);
      assertThat(model.constants()).isEqualTo(k);
      double perMl = 0;
      for (int mode = 0; mode < model.modes(); mode++) {
        assertThat(model.lambdaPerMin(mode)).isPositive();
        assertThat(model.coefficientPerMl(mode)).isGreaterThanOrEqualTo(0);
        if (mode > 0) {
          assertThat(model.lambdaPerMin(mode)).isLessThanOrEqualTo(model.lambdaPerMin(mode - 1));
        }
        perMl += model.coefficientPerMl(mode);
      }
      double ofVolume = perMl * k.v1L() * 1000;
      assertThat(ofVolume).isBetween(1 - 1e-12, 1 + 1e-12);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 60, false, 0, phase rate -1.0 ng/s",
    "NaN, 60, false, 0, phase rate NaN ng/s",
    "1.1E12, 60, false, 0, phase rate 1.1E12 ng/s",
    "1, -1, false, 0, phase time -1.0 s",
    "1, 1.1E9, false, 0, phase time 1.1E9 s",
    "0, 0, true, -1, instant bolus -1.0 ng",
    "0, 0, true, 1.1E15, instant bolus 1.1E15 ng",
    "1, 0, false, 0, phase of 0.0 s",
    "0, 0, true, 0, phase of 0.0 s",
    "1, 0, true, 5, phase of 0.0 s",
    "0, 1, true, 5, phase of 1.0 s",
    "0, 0, false, 5, phase of 0.0 s"
  })
  void refusesAPhaseThatIsNone(double rate, double s, boolean bolus, double ng, String start) {
    assertThatThrownBy(() -> new PkPhase(rate, s, bolus, ng))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(start)
        .hasMessageContaining(": expected ");
  }

  @Test
  void takesPhasesUpToTheirRange() {
    assertThat(new PkPhase(1e12, 1e9, true).totalNg()).isEqualTo(1e21);
    assertThat(PkPhase.instant(1e15).totalNg()).isEqualTo(1e15);
    assertThat(PkPhase.instant(5).bolus()).isTrue();
    assertThat(PkPhase.pause(60)).isEqualTo(new PkPhase(0, 60, false));
  }

  @Test
  void refusesToStepWithNonsense() {
    PkState state = new PkState(DOMINO);
    PkStep step = new PkStep(DOMINO, 0.1);
    assertThat(step.dtS()).isEqualTo(0.1);
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(() -> state.advance(step, bad), "rate " + bad + " ng/s: expected 0 or more");
      refused(() -> state.advance(bad, 1), "rate " + bad + " ng/s: expected 0 or more");
      refused(() -> state.advance(1, bad), "time " + bad + " s: expected above 0, at most 1.0E9 s");
      refused(() -> state.addBolus(bad), "bolus " + bad + " ng: expected 0 or more");
      refused(
          () -> new PkStep(DOMINO, bad), "step " + bad + " s: expected above 0, at most 1.0E9 s");
      refused(
          () -> new ConcentrationCurve(DOMINO, List.of()).cpNgPerMl(bad),
          "time " + bad + " s: expected 0 or more");
      refused(
          () -> new ConcentrationCurve(DOMINO, List.of()).ceNgPerMl(bad),
          "time " + bad + " s: expected 0 or more");
    }
    refused(() -> new PkStep(DOMINO, 0), "step 0.0 s: expected above 0, at most 1.0E9 s");
    assertThat(new PkStep(DOMINO, 1e9).dtS()).isEqualTo(1e9);
    assertThat(state.cpNgPerMl()).isZero();
  }

  @Test
  void refusesWhatBelongsToAnotherModel() {
    PkState state = new PkState(DOMINO);
    refused(() -> state.advance(new PkStep(KAMP, 1), 1), "a step of another model");
    refused(() -> state.copyFrom(new PkState(KAMP)), "a state of another model");
    refused(() -> state.add(new PkState(KAMP)), "a state of another model");
    assertThat(state.model()).isSameAs(DOMINO);
  }

  private static void refused(Runnable call, String message) {
    assertThatThrownBy(call::run).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void hasNoEffectSiteWithoutAKe0() {
    CompartmentModel fanta = Vectors.model("fanta-2015-esketamine", "70");
    PkState state = new PkState(fanta);
    state.addBolus(1e6);
    state.advance(new PkStep(fanta, 60), 1e4);
    state.advance(1e4, 60);
    assertThat(state.ceNgPerMl()).isNaN();
    assertThat(state.cpNgPerMl()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "0, UNDER",
    "349.999999, UNDER",
    "350, SOFT",
    "599.999999, SOFT",
    "600, HARD",
    "1e300, HARD",
    "NaN, HARD",
    "Infinity, HARD"
  })
  void aCeilingIsReachedAtItsFigure(double ngPerMl, ConcentrationCeiling.Reach reach) {
    var ceiling =
        new ConcentrationCeiling(
            PlasmaConcentration.parse("soft", "350 ng/mL"),
            PlasmaConcentration.parse("hard", "600 ng/mL"));
    assertThat(ceiling.reach(ngPerMl)).isEqualTo(reach);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 600_001})
  void refusesACeilingOutOfOrder(long softPgPerMl) {
    assertThatThrownBy(
            () ->
                new ConcentrationCeiling(
                    new PlasmaConcentration(softPgPerMl), new PlasmaConcentration(600_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("soft ceiling ");
  }

  @Test
  void takesASoftCeilingAsHighAsTheHardOne() {
    PlasmaConcentration same = new PlasmaConcentration(600_000);
    assertThat(new ConcentrationCeiling(same, same).reach(600))
        .isEqualTo(ConcentrationCeiling.Reach.HARD);
  }
}
