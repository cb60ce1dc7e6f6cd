package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.dose.Finding.Severity;

/** What the guardrail says in words, and of orders that are wrong in several ways. */
class GuardrailTest {

  private final Guardrail guardrail =
      new Guardrail(SampleOrders.LIBRARY, syringe -> new FourDigitPump());

  @Test
  void findsNothingInTheUsualOrder() {
    Verdict verdict = guardrail.check(SampleOrders.USUAL);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.refused()).isFalse();
    assertThat(verdict.needsSecondPerson()).isFalse();
  }

  @Test
  void saysTheGravestOfOneFigureOnly() {
    assertThat(codes(SampleOrders.dose(1_000_001)))
        .contains("DOSE_ABOVE_HARD_LIMIT")
        .doesNotContain("DOSE_ABOVE_SOFT_LIMIT");
    assertThat(codes(SampleOrders.weight(24_999)))
        .contains("WEIGHT_BELOW_HARD_LIMIT")
        .doesNotContain("WEIGHT_BELOW_SOFT_LIMIT");
  }

  @Test
  void saysEverythingInOneGo() {
    Order order =
        SampleOrder.usual()
            .syringe("OMNIFIX-50")
            .weight(39_999)
            .dose(1_000_001, 1_799)
            .concentration(50_000_000)
            .staff("", "")
            .order();
    assertThat(codes(order))
        .contains(
            "SYRINGE_APPROXIMATE",
            "STAFF_MISSING",
            "WEIGHT_BELOW_SOFT_LIMIT",
            "CONCENTRATION_UNKNOWN",
            "CONCENTRATION_NEEDS_SECOND_PERSON",
            "DOSE_ABOVE_HARD_LIMIT",
            "DURATION_BELOW_MINIMUM",
            "DOSE_RATE_ABOVE_HARD_LIMIT",
            "INTENSIVE_MONITORING_NOT_ATTESTED",
            "SESSION_DOSE_ABOVE_HARD_LIMIT",
            "DAY_DOSE_ABOVE_HARD_LIMIT");
  }

  @Test
  void namesThePhaseWhereThereAreSeveral() {
    Order order =
        SampleOrder.program("KETAMINE-RACEMIC", "SUD-BOLUS-52")
            .concentration(2_000_000)
            .phases(
                new OrderPhase(PhaseKind.BOLUS, DoseUnit.MG_PER_KG, 120_001, 132),
                OrderPhase.dose(600_000, 2_000),
                new OrderPhase(PhaseKind.TAPER, DoseUnit.MG_PER_KG_PER_H, 2_000_000, 1))
            .order();
    assertThat(guardrail.check(order).findings())
        .extracting(Finding::text)
        .contains(
            "phase 1: bolus dose 0.121 mg/kg: expected at most 0.12 mg/kg",
            "phase 2: dose rate 1.08 mg/kg/h: expected at most 0.96 mg/kg/h",
            "phase 3: taper at dose rate 2 mg/kg/h: expected below 1.08 mg/kg/h, the phase before");
  }

  @Test
  void whatIsBeyondALimitAlsoReadsAsBeyondIt() {
    assertThat(texts(SampleOrder.usual().dose(1_000_001, 6_000)))
        .contains("dose 1.001 mg/kg: expected at most 1 mg/kg");
    assertThat(texts(SampleOrder.usual().dose(99_999, 6_000)))
        .contains("dose 0.099 mg/kg: expected at least 0.1 mg/kg");
  }

  @Test
  void namesTheConcentrationsThatFit() {
    assertThat(texts(SampleOrder.usual().loaded(18_999_999)))
        .containsExactly(
            "volume 35 mL and 1.5 mL dead volume: expected at most 18.999999 mL, what is loaded;"
                + " concentrations that fit: 5 mg/mL, 10 mg/mL");
    assertThat(texts(SampleOrder.usual().loaded(1_000_000)).getFirst())
        .endsWith("concentrations that fit: none");
    assertThat(texts(SampleOrder.usual().drug("X", "Y").loaded(1_000_000)).getLast())
        .endsWith("concentrations that fit: unknown");
  }

  @Test
  void anOrderOfNoNumbersHasNoFigures() {
    Verdict verdict = guardrail.check(SampleOrders.numbers(0, 1, 1, 1, 1));
    assertThat(verdict.findings())
        .extracting(Finding::code)
        .containsExactly("NUMBER_NOT_PLAUSIBLE");
    assertThat(verdict.exact()).isNull();
    assertThat(verdict.achieved()).isNull();
  }

  @Test
  void asksThePumpForNothingItCannotBeTold() {
    Order huge = SampleOrders.numbers(9_999_999, 9_999_999_000L, 36_000_000, 1, 50_000_000);
    Verdict verdict = guardrail.check(huge);
    assertThat(verdict.achieved()).isNull();
    assertThat(verdict.predictions()).isEmpty();
    assertThat(verdict.refused()).isTrue();
  }

  @Test
  void aRateNoModelTakesIsNoException() {
    // 300 kg, 9999.999 mg/kg in one second: 3 kg/s.
    Verdict verdict = guardrail.check(SampleOrders.numbers(300_000, 9_999_999_000L, 1, 1, 1));
    assertThat(verdict.findings()).extracting(Finding::code).contains("CEILING_NOT_EVALUATED");
  }

  @Test
  void aPredictionThatIsNoNumberIsBeyondEveryCeiling() {
    assertThat(CeilingCheck.pgPerMl(Double.NaN)).isEqualTo(Long.MAX_VALUE);
    assertThat(CeilingCheck.pgPerMl(Double.POSITIVE_INFINITY)).isEqualTo(Long.MAX_VALUE);
    assertThat(CeilingCheck.pgPerMl(0.0001)).as("rounded up").isEqualTo(1);
  }

  @Test
  void aMissingModelIsNoPrediction() {
    Verdict figures = guardrail.checkFigures(SampleOrders.USUAL, Progress.NONE);
    List<Prediction> all = guardrail.check(SampleOrders.USUAL).predictions();
    assertThat(all).hasSize(2);
    Verdict verdict = Guardrail.withCeiling(figures, all.subList(0, 1));
    assertThat(verdict.findings())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple("CEILING_NOT_EVALUATED", Severity.HARD));
  }

  private List<String> codes(Order order) {
    return guardrail.check(order).findings().stream().map(Finding::code).toList();
  }

  private List<String> texts(SampleOrder order) {
    return guardrail.check(order.order()).findings().stream().map(Finding::text).toList();
  }
}
