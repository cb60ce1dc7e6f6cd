package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.dose.Finding.Severity;
import org.tenuto.quantity.FlowRate;

/** Each limit at its edge: the last value allowed, and the first one not. */
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
  void namesEveryUnknownId() {
    assertThat(codes(SampleOrders.library("0".repeat(64)))).containsExactly("LIBRARY_HASH_UNKNOWN");
    assertThat(codes(SampleOrders.ids("X", "DEP-RACEMIC-40", "BD-PLASTIPAK-50", "anna")))
        .containsExactly("DRUG_UNKNOWN", "PROTOCOL_UNKNOWN");
    assertThat(codes(SampleOrders.ids("KETAMINE-RACEMIC", "DEMO-1MIN", "BD-PLASTIPAK-50", "a")))
        .as("a protocol of another drug")
        .containsExactly("PROTOCOL_UNKNOWN");
    assertThat(codes(SampleOrders.ids("KETAMINE-RACEMIC", "DEP-RACEMIC-40", "", "anna")))
        .containsExactly("SYRINGE_UNKNOWN");
    assertThat(codes(SampleOrders.ids("KETAMINE-RACEMIC", "DEP-RACEMIC-40", "OMNIFIX-50", "a")))
        .containsExactly("SYRINGE_APPROXIMATE");
    Order anonymous =
        SampleOrders.ids("KETAMINE-RACEMIC", "DEP-RACEMIC-40", "BD-PLASTIPAK-50", " ");
    assertThat(codes(anonymous)).containsExactly("STAFF_MISSING");
  }

  @ParameterizedTest
  @CsvSource({
    "24999,WEIGHT_BELOW_HARD_LIMIT",
    "25000,WEIGHT_BELOW_SOFT_LIMIT",
    "39999,WEIGHT_BELOW_SOFT_LIMIT",
    "40000,",
    "96999,",
  })
  void lowWeights(long g, String code) {
    assertThat(codes(SampleOrders.weight(g))).isEqualTo(listOf(code));
  }

  @ParameterizedTest
  @CsvSource({
    "150000,", "150001,WEIGHT_ABOVE_SOFT_LIMIT",
    "300000,WEIGHT_ABOVE_SOFT_LIMIT", "300001,WEIGHT_ABOVE_HARD_LIMIT",
  })
  void highWeights(long g, String code) {
    Order order = SampleOrders.numbers(g, 500_000, 2_400, 5_000_000, 50_000_000);
    assertThat(codes(order)).isEqualTo(listOf(code));
  }

  @ParameterizedTest
  @CsvSource({
    "199999,DOSE_BELOW_SOFT_LIMIT",
    "200000,",
    "750000,",
    "750001,DOSE_ABOVE_SOFT_LIMIT",
    "1000000,DOSE_ABOVE_SOFT_LIMIT",
    "1000001,DOSE_ABOVE_HARD_LIMIT",
  })
  void doses(long ngPerKg, String code) {
    assertThat(codes(SampleOrders.dose(ngPerKg))).isEqualTo(listOf(code));
  }

  @ParameterizedTest
  @CsvSource({
    "1799,DURATION_BELOW_MINIMUM",
    "1800,",
    "6000,",
    "6001,DURATION_ABOVE_MAXIMUM",
  })
  void durations(long s, String code) {
    assertThat(codes(SampleOrders.duration(s))).isEqualTo(listOf(code));
  }

  @ParameterizedTest
  @CsvSource({
    "2400,500000,",
    "1800,500000,",
    "1800,500001,INTENSIVE_MONITORING_NOT_ATTESTED",
    "2400,750000,INTENSIVE_MONITORING_NOT_ATTESTED",
    "1800,750000,INTENSIVE_MONITORING_NOT_ATTESTED",
  })
  void doseRates(long s, long ngPerKg, String code) {
    Order order = SampleOrders.numbers(50_000, ngPerKg, s, 1_000_000, 50_000_000);
    assertThat(codes(order)).isEqualTo(listOf(code));
  }

  @Test
  void doseRateAboveTheProtocolsHardLimit() {
    // 0.75 mg/kg over 30 min is exactly 1.5 mg/kg/h, a second less is more.
    Order order = SampleOrders.numbers(50_000, 750_000, 1_799, 1_000_000, 50_000_000);
    assertThat(codes(order))
        .containsExactly(
            "DURATION_BELOW_MINIMUM",
            "DOSE_RATE_ABOVE_HARD_LIMIT",
            "INTENSIVE_MONITORING_NOT_ATTESTED");
  }

  @ParameterizedTest
  @CsvSource({
    "1000000,",
    "5000000,",
    "10000000,CONCENTRATION_NEEDS_SECOND_PERSON",
    "999999,CONCENTRATION_UNKNOWN",
    "4000000,CONCENTRATION_UNKNOWN",
  })
  void concentrations(long ngPerMl, String code) {
    assertThat(codes(SampleOrders.concentration(ngPerMl))).isEqualTo(listOf(code));
  }

  @Test
  void vialStrengthIsNoSyringeConcentration() {
    assertThat(codes(SampleOrders.concentration(50_000_000)))
        .containsExactly("CONCENTRATION_UNKNOWN", "CONCENTRATION_NEEDS_SECOND_PERSON");
  }

  @ParameterizedTest
  @CsvSource({
    "36500000,",
    "36499999,VOLUME_BEYOND_LOADED",
    "50000000,",
    "50000001,LOADED_ABOVE_CAPACITY",
  })
  void loadedVolumes(long nl, String code) {
    // 35 mL and 1.5 mL dead volume.
    assertThat(codes(SampleOrders.loaded(nl))).isEqualTo(listOf(code));
  }

  @Test
  void namesTheConcentrationsThatFit() {
    Verdict verdict = guardrail.check(SampleOrders.loaded(18_999_999));
    assertThat(verdict.findings().getFirst().text())
        .isEqualTo(
            "volume 35 mL and 1.5 mL dead volume: expected at most 18.999999 mL, what is loaded;"
                + " concentrations that fit: 5 mg/mL, 10 mg/mL");
    assertThat(guardrail.check(SampleOrders.loaded(1_000_000)).findings().getFirst().text())
        .endsWith("concentrations that fit: none");
  }

  @ParameterizedTest
  @CsvSource({
    "52500000,60000000,", "52500001,60000000,FLOW_RATE_BELOW_PUMP_MINIMUM",
    "1,52500000,", "1,52499999,FLOW_RATE_ABOVE_PUMP_MAXIMUM",
  })
  void pumpLimits(long minimum, long maximum, String code) {
    Guardrail narrow =
        new Guardrail(
            SampleOrders.LIBRARY,
            syringe -> new FourDigitPump(new FlowRate(minimum), new FlowRate(maximum)));
    assertThat(codes(narrow.check(SampleOrders.USUAL))).isEqualTo(listOf(code));
  }

  @Test
  void askForNothingThePumpCannotBeTold() {
    Order tiny = SampleOrders.numbers(40_000, 1, 6_000, 1_000_000, 50_000_000);
    assertThat(codes(tiny)).contains("BELOW_PUMP_RESOLUTION");
    Order huge = SampleOrders.numbers(9_999_999, 9_999_999_000L, 36_000_000, 1, 50_000_000);
    assertThat(codes(huge)).contains("FLOW_RATE_ABOVE_PUMP_MAXIMUM");
    Order slowFlood = SampleOrders.numbers(300_000, 4_000_000, 36_000_000, 1_000_000, 50_000_000);
    assertThat(codes(slowFlood)).contains("VOLUME_BEYOND_ANY_SYRINGE");
  }

  @Test
  void refusesFlowOutsideTheDrugsLimits() {
    Guardrail any =
        new Guardrail(
            SampleOrders.LIBRARY,
            syringe -> new FourDigitPump(new FlowRate(1), new FlowRate(5_000_000_000L)));
    Order slow = SampleOrders.numbers(25_000, 20_000, 6_000, 10_000_000, 50_000_000);
    assertThat(codes(any.check(slow))).contains("FLOW_RATE_BELOW_DRUG_LIMIT");
    Order fast = SampleOrders.numbers(40_000, 1_000_000, 60, 1_000_000, 50_000_000);
    assertThat(codes(any.check(fast))).contains("FLOW_RATE_ABOVE_DRUG_LIMIT");
  }

  @ParameterizedTest
  @CsvSource({
    "0,500000,2400,1000000,50000000",
    "-1,500000,2400,1000000,50000000",
    "10000000,500000,2400,1000000,50000000",
    "70000,0,2400,1000000,50000000",
    "70000,500000,0,1000000,50000000",
    "70000,500000,2400,0,50000000",
    "70000,500000,2400,1000000,0",
    "70000,500000,2400,1000000,-9223372036854775808",
  })
  void refusesNumbersNoOrderCanHave(long g, long dose, long s, long concentration, long loaded) {
    Verdict verdict = guardrail.check(SampleOrders.numbers(g, dose, s, concentration, loaded));
    assertThat(codes(verdict)).containsExactly("NUMBER_NOT_PLAUSIBLE");
    assertThat(verdict.exact()).isNull();
  }

  @Test
  void answersAnyOrderWithoutAnException() {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      Order order =
          SampleOrders.numbers(
              anyLong(random), anyLong(random), anyLong(random), anyLong(random), anyLong(random));
      assertThatCode(() -> guardrail.check(order)).as("%s", order).doesNotThrowAnyException();
    }
  }

  @Test
  void severityBelongsToTheCode() {
    for (ReasonCode code : ReasonCode.values()) {
      boolean soft =
          code.name().endsWith("SOFT_LIMIT") || code.name().endsWith("NEEDS_SECOND_PERSON");
      assertThat(code.severity()).as(code.name()).isEqualTo(soft ? Severity.SOFT : Severity.HARD);
    }
  }

  /** Evenly over the orders of magnitude, both signs, with the edges. */
  private static long anyLong(Random random) {
    long magnitude = random.nextLong() >>> random.nextInt(64);
    return random.nextInt(8) == 0 ? -magnitude : magnitude;
  }

  private List<String> codes(Order order) {
    return codes(guardrail.check(order));
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.findings().stream().map(Finding::code).toList();
  }

  private static List<String> listOf(String code) {
    return code == null ? List.of() : List.of(code);
  }
}
