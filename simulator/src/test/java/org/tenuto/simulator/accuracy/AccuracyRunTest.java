package org.tenuto.simulator.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/** Two hours of the real pump code on the physical world. */
class AccuracyRunTest {

  private static final Volume NO_PURGE = new Volume(0);
  private static final Volume PURGE = new Volume(2_000_000);

  /** Volume of one microstep: 0.2126 µm of a barrel of 26.6 mm, mL. */
  private static final double MICROSTEP_ML = 0.2126e-3 * Math.PI / 4 * 26.6 * 26.6 / 1_000;

  @ParameterizedTest
  @ValueSource(strings = {"1mL/h", "5.25mL/h", "52.5mL/h"})
  void anIdealWorldErrsByItsMicrostepsOnly(String rate) throws PumpStoppedException {
    FlowResult result = run(Specimen.ideal(), rate);

    for (FlowError error : result.trumpet()) {
      double orderedMl = result.setMlPerH() * error.windowMin() / 60;
      double stepPercent = 100 * MICROSTEP_ML / orderedMl;
      assertThat(error.maxPercent()).isBetween(0.0, stepPercent * 1.001);
      assertThat(error.minPercent()).isBetween(-stepPercent * 1.001, 0.0);
    }
    assertThat(result.startUp().steadyMin()).hasValue(0.5);
  }

  @ParameterizedTest
  @CsvSource({"2, 8", "5, 4", "11, 2.5", "19, 2", "31, 1.5"})
  void theUsualWorldIsWithinWhatSuchPumpsDoAtFiveMillilitres(double windowMin, double percent)
      throws PumpStoppedException {
    FlowResult result = run(Specimen.usual(), "5.25mL/h");
    FlowError error = FlowError.of(result.run().between(60, 120), result.setMlPerH(), windowMin);

    assertThat(error.maxPercent()).isBetween(0.0, percent);
    assertThat(error.minPercent()).isBetween(-percent, 0.0);
  }

  @Test
  void aSlowInfusionTakesMinutesUnlessTheSyringeWasPurged() throws PumpStoppedException {
    StartUp dry = run(Specimen.usual(), "1mL/h").startUp();
    StartUp purged =
        new AccuracyRun(new Conditions(Specimen.usual(), PURGE, 0))
            .at(rate("1mL/h"), minutes -> {})
            .startUp();

    // Neff 2001: first drop after 6.75 to 57.2 min, after a purge of 2 mL within 0.3 to 1.1 min.
    assertThat(dry.firstFlowMin().orElseThrow()).isBetween(6.0, 60.0);
    assertThat(purged.firstFlowMin().orElseThrow()).isLessThanOrEqualTo(1.5);
  }

  @Test
  void whatIsPurgedDoesNotCount() throws PumpStoppedException {
    FlowResult result =
        new AccuracyRun(new Conditions(Specimen.ideal(), PURGE, 0))
            .at(rate("5.25mL/h"), minutes -> {});

    assertThat(result.run().mlPerH(0)).isBetween(5.23, 5.27);
  }

  @Test
  void whatFlowsBeforeTheStartDoesNotCount() throws PumpStoppedException {
    // A line that ends lower draws on what gives way: some 0.1 mL while everything still rests.
    Conditions conditions = new Conditions(Specimen.usual(), NO_PURGE, -100);

    FlowResult result = new AccuracyRun(conditions).at(rate("1mL/h"), minutes -> {});

    assertThat(result.run().mlPerH(0)).isBetween(-0.01, 0.01);
  }

  @Test
  void aLineThatEndsHigherStartsLater() throws PumpStoppedException {
    double[] firstMin = new double[3];
    int[] mmHg = {-100, 0, 100};
    for (int i = 0; i < mmHg.length; i++) {
      Conditions conditions = new Conditions(Specimen.usual(), NO_PURGE, mmHg[i]);
      FlowResult result = new AccuracyRun(conditions).at(rate("1mL/h"), minutes -> {});
      firstMin[i] = result.startUp().firstFlowMin().orElseThrow();
    }

    assertThat(firstMin).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void theSameSeedIsTheSameSpecimenAndAnotherIsNot() throws PumpStoppedException {
    FlowResult one = run(Specimen.drawn(7), "5.25mL/h");
    FlowResult again = run(Specimen.drawn(7), "5.25mL/h");
    FlowResult other = run(Specimen.drawn(8), "5.25mL/h");

    assertThat(flow(again)).isEqualTo(flow(one)).isNotEqualTo(flow(other));
    assertThat(Specimen.drawn(7)).isEqualTo(Specimen.drawn(7)).isNotEqualTo(Specimen.drawn(8));
  }

  @Test
  void everySpecimenIsOneTheWorldAllows() {
    for (long seed = 0; seed < 2_000; seed++) {
      Specimen drawn = Specimen.drawn(seed);
      assertThat(drawn.barrel().diameterErrorPercent()).isBetween(-0.5, 0.5);
      assertThat(drawn.title()).isEqualTo("drawn with seed " + seed);
    }
  }

  @Test
  void aPumpThatStallsIsNoResult() {
    Conditions conditions = new Conditions(Specimen.usual(), NO_PURGE, 300);

    assertThatThrownBy(() -> new AccuracyRun(conditions).at(rate("1700mL/h"), minutes -> {}))
        .isInstanceOf(PumpStoppedException.class)
        .hasMessage("at 1700 mL/h the pump stopped within 0.5 min: it answers 00A?S");
  }

  @Test
  void thePumpIsAskedWhatItTakes() {
    assertThat(AccuracyRun.refusal(rate("100mL/h"))).isEmpty();
    assertThat(AccuracyRun.refusal(rate("1800mL/h"))).isEqualTo("00S?OOR to RAT1800MH");
    assertThat(AccuracyRun.program(rate("5.25mL/h")))
        .containsExactly(
            "DIA26.60",
            "PHN1",
            "FUNRAT",
            "RAT5.25MH",
            "VOLML",
            "VOL13",
            "DIRINF",
            "PHN2",
            "FUNSTP",
            "PHN1");
  }

  @Test
  void everySettingStandsWithItsParameter() {
    Conditions conditions = new Conditions(Specimen.usual(), NO_PURGE, 0);

    assertThat(conditions.settings())
        .filteredOn(setting -> !setting.parameter().name().equals("loaded volume"))
        .allSatisfy(setting -> assertThat(setting.value()).isEqualTo(setting.parameter().usual()));
    assertThat(conditions.settings()).hasSizeGreaterThan(15);
  }

  private static FlowResult run(Specimen specimen, String rate) throws PumpStoppedException {
    return new AccuracyRun(new Conditions(specimen, NO_PURGE, 0)).at(rate(rate), minutes -> {});
  }

  private static FlowRate rate(String text) {
    return FlowRate.parse("rate", text);
  }

  private static double[] flow(FlowResult result) {
    double[] mlPerH = new double[result.run().count()];
    for (int i = 0; i < mlPerH.length; i++) {
      mlPerH[i] = result.run().mlPerH(i);
    }
    return mlPerH;
  }
}
