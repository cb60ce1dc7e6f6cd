package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.dose.ReasonCode.*;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenuto.dose.Finding.Severity;
import org.tenuto.pk.PkModel;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;

/** Every reason at its edge: the last order without it, and the next one, which has it. */
class ReasonEdgesTest {

  private static final String RACEMIC = "KETAMINE-RACEMIC";
  private static final long DAY_S = 86_400;
  private static final OrderReview REVIEW =
      new OrderReview(SampleOrders.LIBRARY, syringe -> new FourDigitPump());

  /**
   * Two orders that differ by the smallest step there is; codes of what is said about them, asked
   * for in the test itself.
   */
  record Edge(ReasonCode code, Supplier<List<String>> inside, Supplier<List<String>> outside) {
    @Override
    public String toString() {
      return code.name();
    }
  }

  private static Edge edge(ReasonCode code, SampleOrder inside, SampleOrder outside) {
    return new Edge(code, () -> said(inside), () -> said(outside));
  }

  private static List<String> said(SampleOrder order) {
    return REVIEW.readBack(order.order(), 1, 2).findings().stream().map(Finding::code).toList();
  }

  private static SampleOrder usual() {
    return SampleOrder.usual();
  }

  private static SampleOrder rate(DoseUnit unit, long amount, long s) {
    return usual().phases(new OrderPhase(PhaseKind.MAINTENANCE, unit, amount, s));
  }

  private static SampleOrder mgPerKgPerH(long amount) {
    return rate(DoseUnit.MG_PER_KG_PER_H, amount, 2_400);
  }

  private static SampleOrder mgPerH(long ngPerH) {
    return rate(DoseUnit.MG_PER_H, ngPerH, 3_600);
  }

  /** 0.11 mg/kg in 2 min, then 0.6 mg/kg in 50 min at 2 mg/mL, but with this bolus. */
  private static SampleOrder bolus(DoseUnit unit, long amount, long s) {
    return SampleOrder.program(RACEMIC, "SUD-BOLUS-52")
        .concentration(2_000_000)
        .phases(new OrderPhase(PhaseKind.BOLUS, unit, amount, s), OrderPhase.dose(600_000, 3_000));
  }

  private static SampleOrder bolusDose(long ngPerKg) {
    return bolus(DoseUnit.MG_PER_KG, ngPerKg, 120);
  }

  private static SampleOrder bolusRate(long ngPerKgPerH) {
    return bolus(DoseUnit.MG_PER_KG_PER_H, ngPerKgPerH, 120);
  }

  private static SampleOrder demoBolusRate(long ngPerKgPerH) {
    return SampleOrder.program("DEMO", "DEMO-STEPS")
        .phases(
            new OrderPhase(PhaseKind.BOLUS, DoseUnit.MG_PER_KG_PER_H, ngPerKgPerH, 20),
            OrderPhase.dose(4_000, 30));
  }

  private static SampleOrder substanceUse(long s) {
    return SampleOrder.program(RACEMIC, "SUD-BOLUS-52")
        .phases(
            new OrderPhase(PhaseKind.BOLUS, DoseUnit.MG_PER_KG, 110_000, 120),
            OrderPhase.dose(600_000, s - 120));
  }

  private static SampleOrder taper(long ngPerKgPerH) {
    return usual()
        .phases(
            new OrderPhase(PhaseKind.MAINTENANCE, DoseUnit.MG_PER_KG_PER_H, 750_000, 1_200),
            new OrderPhase(PhaseKind.TAPER, DoseUnit.MG_PER_KG_PER_H, ngPerKgPerH, 1_200));
  }

  private static SampleOrder someone(long g, long mm, Sex sex, long lastG) {
    return usual().patient(new Patient(g, mm, sex, lastG));
  }

  private static PriorDose prior(long ng, long endedAgoS, boolean thisSession) {
    return new PriorDose(RACEMIC, ng, 60, endedAgoS, thisSession, false);
  }

  /** Nothing of it within the day. */
  private static SampleOrder earlierInSession(long ng) {
    return usual().priors(prior(ng, DAY_S, true));
  }

  private static SampleOrder earlierToday(long ng, long endedAgoS) {
    return usual().priors(prior(ng, endedAgoS, false));
  }

  /** Passes a soft limit: 0.1 mg/kg. */
  private static SampleOrder low() {
    return usual().weight(40_000).dose(100_000, 2_400);
  }

  static List<Edge> edges() {
    List<Edge> edges = new ArrayList<>();
    ids(edges);
    weights(edges);
    doses(edges);
    rates(edges);
    boluses(edges);
    cumulative(edges);
    delivery(edges);
    predictions(edges);
    people(edges);
    return edges;
  }

  private static void ids(List<Edge> edges) {
    String hash = SampleOrders.LIBRARY.hash();
    String other = (hash.charAt(0) == '0' ? '1' : '0') + hash.substring(1);
    edges.add(edge(LIBRARY_HASH_UNKNOWN, usual().library(hash), usual().library(other)));
    edges.add(edge(DRUG_UNKNOWN, usual(), usual().drug("KETAMINE", "DEP-RACEMIC-40")));
    edges.add(edge(PROTOCOL_UNKNOWN, usual(), usual().drug(RACEMIC, "DEMO-1MIN")));
    SampleOrder unverified = SampleOrder.program("ESKETAMINE", "DEP-ESKETAMINE-40");
    edges.add(edge(PROTOCOL_DISABLED, usual(), unverified));
    SampleOrder pain = SampleOrder.program(RACEMIC, "PAIN-CRPS-4H").concentration(5_000_000);
    edges.add(edge(PROTOCOL_FROM_SECONDARY_SOURCE, usual(), pain));
    edges.add(edge(SYRINGE_UNKNOWN, usual(), usual().syringe("BD-PLASTIPAK-51")));
    edges.add(edge(SYRINGE_APPROXIMATE, usual(), usual().syringe("OMNIFIX-50")));
    edges.add(edge(STAFF_MISSING, usual().staff("a", ""), usual().staff(" ", "")));
    edges.add(
        edge(
            CONCENTRATION_UNKNOWN,
            usual().concentration(1_000_000),
            usual().concentration(999_999)));
    edges.add(
        edge(
            CONCENTRATION_NEEDS_SECOND_PERSON,
            usual().concentration(5_000_000),
            usual().concentration(5_000_001)));
  }

  private static void weights(List<Edge> edges) {
    edges.add(edge(WEIGHT_BELOW_HARD_LIMIT, usual().weight(25_000), usual().weight(24_999)));
    edges.add(edge(WEIGHT_BELOW_SOFT_LIMIT, usual().weight(40_000), usual().weight(39_999)));
    edges.add(edge(WEIGHT_ABOVE_SOFT_LIMIT, usual().weight(150_000), usual().weight(150_001)));
    edges.add(edge(WEIGHT_ABOVE_HARD_LIMIT, usual().weight(300_000), usual().weight(300_001)));
    SampleOrder ideal = someone(70_000, 1_700, Sex.MALE, 0).basis(WeightBasis.IDEAL);
    SampleOrder noSex = someone(70_000, 1_700, Sex.NOT_GIVEN, 0).basis(WeightBasis.IDEAL);
    SampleOrder noHeight = someone(70_000, 0, Sex.MALE, 0).basis(WeightBasis.LEAN);
    edges.add(edge(BODY_SIZE_MISSING, ideal, noSex));
    edges.add(edge(BODY_SIZE_MISSING, noHeight.basis(WeightBasis.ACTUAL), noSex));
    edges.add(
        edge(
            BODY_SIZE_MISSING, ideal, someone(70_000, 0, Sex.MALE, 0).basis(WeightBasis.ADJUSTED)));
    edges.add(
        edge(
            HEIGHT_BELOW_FORMULA_RANGE,
            someone(70_000, 1_524, Sex.MALE, 0).basis(WeightBasis.IDEAL),
            someone(70_000, 1_523, Sex.MALE, 0).basis(WeightBasis.IDEAL)));
    // 177.8 cm is 70 inches: 50 and 23 kg.
    edges.add(
        edge(
            DOSING_WEIGHT_ABOVE_ACTUAL,
            someone(73_000, 1_778, Sex.MALE, 0).basis(WeightBasis.IDEAL),
            someone(72_999, 1_778, Sex.MALE, 0).basis(WeightBasis.IDEAL)));
    // 70 kg on record: 154.322 lb, from 146.6059 to 162.0381.
    edges.add(pounds(someone(146_605, 0, Sex.MALE, 70_000), someone(146_606, 0, Sex.MALE, 70_000)));
    edges.add(pounds(someone(162_039, 0, Sex.MALE, 70_000), someone(162_038, 0, Sex.MALE, 70_000)));
    // 1.6 m: 45 kg/m² is 115.2 kg; 30 kg/m² read as pounds is 169.31328 kg.
    edges.add(pounds(someone(115_199, 1_600, Sex.MALE, 0), someone(115_200, 1_600, Sex.MALE, 0)));
    edges.add(pounds(someone(169_314, 1_600, Sex.MALE, 0), someone(169_313, 1_600, Sex.MALE, 0)));
  }

  private static Edge pounds(SampleOrder inside, SampleOrder outside) {
    return edge(WEIGHT_MAY_BE_POUNDS, inside, outside);
  }

  private static void doses(List<Edge> edges) {
    edges.add(
        edge(DOSE_BELOW_HARD_LIMIT, usual().dose(100_000, 2_400), usual().dose(99_999, 2_400)));
    edges.add(
        edge(DOSE_BELOW_SOFT_LIMIT, usual().dose(200_000, 2_400), usual().dose(199_999, 2_400)));
    edges.add(
        edge(DOSE_ABOVE_SOFT_LIMIT, usual().dose(750_000, 6_000), usual().dose(750_001, 6_000)));
    edges.add(
        edge(
            DOSE_ABOVE_HARD_LIMIT, usual().dose(1_000_000, 6_000), usual().dose(1_000_001, 6_000)));
    edges.add(
        edge(DURATION_BELOW_MINIMUM, usual().dose(500_000, 1_800), usual().dose(500_000, 1_799)));
    edges.add(
        edge(DURATION_ABOVE_MAXIMUM, usual().dose(500_000, 6_000), usual().dose(500_000, 6_001)));
    edges.add(edge(DURATION_BELOW_SOFT_LIMIT, substanceUse(3_120), substanceUse(3_119)));
    edges.add(edge(DURATION_ABOVE_SOFT_LIMIT, substanceUse(3_720), substanceUse(3_721)));
    edges.add(edge(TOTAL_ABOVE_SOFT_LIMIT, usual().weight(150_000), usual().weight(150_001)));
    edges.add(
        edge(
            TOTAL_ABOVE_HARD_LIMIT,
            usual().weight(150_000).dose(1_000_000, 6_000),
            usual().weight(150_001).dose(1_000_000, 6_000)));
  }

  private static void rates(List<Edge> edges) {
    edges.add(edge(DOSE_RATE_BELOW_HARD_LIMIT, mgPerKgPerH(50_000), mgPerKgPerH(49_999)));
    edges.add(edge(DOSE_RATE_BELOW_SOFT_LIMIT, mgPerKgPerH(100_000), mgPerKgPerH(99_999)));
    edges.add(edge(DOSE_RATE_ABOVE_SOFT_LIMIT, mgPerKgPerH(1_125_000), mgPerKgPerH(1_125_001)));
    edges.add(edge(DOSE_RATE_ABOVE_HARD_LIMIT, mgPerKgPerH(1_500_000), mgPerKgPerH(1_500_001)));
    ReasonCode unattested = INTENSIVE_MONITORING_NOT_ATTESTED;
    edges.add(edge(unattested, mgPerKgPerH(1_000_000), mgPerKgPerH(1_000_001)));
    edges.add(edge(unattested, mgPerKgPerH(1_500_000).attested(), mgPerKgPerH(1_500_000)));
    edges.add(edge(TAPER_NOT_LOWER, taper(749_999), taper(750_000)));
    OrderPhase alone = new OrderPhase(PhaseKind.TAPER, DoseUnit.MG_PER_KG, 500_000, 2_400);
    edges.add(edge(TAPER_NOT_LOWER, taper(1), usual().phases(alone)));
    edges.add(edge(FLOW_RATE_BELOW_DRUG_LIMIT, mgPerH(100_000), mgPerH(99_999)));
    edges.add(edge(FLOW_RATE_BELOW_SOFT_LIMIT, mgPerH(500_000), mgPerH(499_999)));
    edges.add(edge(FLOW_RATE_ABOVE_SOFT_LIMIT, mgPerH(500_000_000), mgPerH(500_000_001)));
    edges.add(edge(FLOW_RATE_ABOVE_DRUG_LIMIT, mgPerH(999_000_000), mgPerH(999_000_001)));
    edges.add(edge(FLOW_RATE_BELOW_PUMP_MINIMUM, mgPerH(100_000), mgPerH(99_999)));
    edges.add(edge(FLOW_RATE_ABOVE_PUMP_MAXIMUM, mgPerH(1_500_000_000), mgPerH(1_500_000_001)));
  }

  private static void boluses(List<Edge> edges) {
    OrderPhase bolus = new OrderPhase(PhaseKind.BOLUS, DoseUnit.MG_PER_KG, 110_000, 120);
    edges.add(edge(BOLUS_NOT_ALLOWED, bolusDose(110_000), usual().phases(bolus)));
    edges.add(edge(BOLUS_DOSE_BELOW_HARD_LIMIT, bolusDose(20_000), bolusDose(19_999)));
    edges.add(edge(BOLUS_DOSE_BELOW_SOFT_LIMIT, bolusDose(50_000), bolusDose(49_999)));
    edges.add(edge(BOLUS_DOSE_ABOVE_SOFT_LIMIT, bolusDose(110_000), bolusDose(110_001)));
    edges.add(edge(BOLUS_DOSE_ABOVE_HARD_LIMIT, bolusDose(120_000), bolusDose(120_001)));
    edges.add(edge(BOLUS_RATE_BELOW_HARD_LIMIT, bolusRate(500_000), bolusRate(499_999)));
    edges.add(edge(BOLUS_RATE_BELOW_SOFT_LIMIT, bolusRate(1_000_000), bolusRate(999_999)));
    edges.add(
        edge(BOLUS_RATE_ABOVE_SOFT_LIMIT, demoBolusRate(1_000_000), demoBolusRate(1_000_001)));
    edges.add(edge(BOLUS_RATE_ABOVE_HARD_LIMIT, bolusRate(3_300_000), bolusRate(3_300_001)));
  }

  private static void cumulative(List<Edge> edges) {
    // 0.5 mg/kg of 70 kg ordered; soft 0.75, hard 1 mg/kg: 17.5 and 35 mg are left.
    edges.add(
        edge(
            SESSION_DOSE_ABOVE_SOFT_LIMIT,
            earlierInSession(17_500_000),
            earlierInSession(17_500_001)));
    edges.add(
        edge(
            SESSION_DOSE_ABOVE_HARD_LIMIT,
            earlierInSession(35_000_000),
            earlierInSession(35_000_001)));
    long justNow = DAY_S - 1;
    edges.add(
        edge(
            DAY_DOSE_ABOVE_SOFT_LIMIT,
            earlierToday(17_500_000, justNow),
            earlierToday(17_500_001, justNow)));
    edges.add(
        edge(
            DAY_DOSE_ABOVE_HARD_LIMIT,
            earlierToday(35_000_000, justNow),
            earlierToday(35_000_001, justNow)));
    edges.add(
        edge(
            DAY_DOSE_ABOVE_HARD_LIMIT,
            earlierToday(35_000_001, DAY_S),
            earlierToday(35_000_001, justNow)));
    edges.add(edge(PRIOR_DOSE_OF_OTHER_DRUG, otherDrug(DAY_S), otherDrug(justNow)));
  }

  private static SampleOrder otherDrug(long endedAgoS) {
    return usual().priors(new PriorDose("ESKETAMINE", 1, 60, endedAgoS, false, true));
  }

  private static void delivery(List<Edge> edges) {
    edges.add(edge(LOADED_ABOVE_CAPACITY, usual().loaded(50_000_000), usual().loaded(50_000_001)));
    // 35 mL and 1.5 mL dead volume.
    edges.add(edge(VOLUME_BEYOND_LOADED, usual().loaded(36_500_000), usual().loaded(36_499_999)));
    edges.add(edge(VOLUME_BEYOND_ANY_SYRINGE, mgPerH(1_000_000_000), mgPerH(1_000_000_001)));
    // 1 kg, 1000 ng/kg, 1 mg/mL: 0.001 mL in a second.
    edges.add(
        edge(
            BELOW_PUMP_RESOLUTION,
            usual().weight(1_000).dose(1_000, 1),
            usual().weight(1_000).dose(999, 1)));
    edges.add(told(ACHIEVED_DOSE_OFF, "34.65", "52.5", "34.649999", "52.5"));
    edges.add(told(ACHIEVED_RATE_OFF, "35", "51.975", "35", "51.974999"));
    edges.add(told(PUMP_ROUNDED_UP, "35", "52.5", "35.000001", "52.5"));
    edges.add(told(PUMP_ROUNDED_UP, "35", "52.5", "35", "52.500001"));
  }

  private static Edge told(
      ReasonCode code, String ml, String mlPerH, String otherMl, String otherMlPerH) {
    return new Edge(code, () -> told(ml, mlPerH), () -> told(otherMl, otherMlPerH));
  }

  /** What is said of 35 mL at 52.5 mL/h to a pump that can be told only this. */
  private static List<String> told(String ml, String mlPerH) {
    FourDigitPump coarse =
        new FourDigitPump(new FlowRate(1), new FlowRate(100_000_000)) {
          @Override
          public FlowRate floorRate(BigDecimal ordered) {
            return FlowRate.floorMlPerH(new BigDecimal(mlPerH));
          }

          @Override
          public Volume floorVolume(BigDecimal ordered) {
            return Volume.floorMl(new BigDecimal(ml));
          }

          @Override
          public String rateText(FlowRate rate) {
            return mlPerH;
          }

          @Override
          public String volumeText(Volume volume) {
            return ml;
          }
        };
    return codes(new Guardrail(SampleOrders.LIBRARY, any -> coarse).check(SampleOrders.USUAL));
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.findings().stream().map(Finding::code).toList();
  }

  private static void predictions(List<Edge> edges) {
    edges.add(
        new Edge(
            CHANGE_BELOW_DELIVERED, () -> changingAt(34_999_999), () -> changingAt(35_000_000)));
    edges.add(
        new Edge(
            PREDICTED_CONCENTRATION_ABOVE_SOFT_LIMIT,
            () -> predicting(350_000),
            () -> predicting(350_001)));
    edges.add(
        new Edge(
            PREDICTED_CONCENTRATION_ABOVE_HARD_LIMIT,
            () -> predicting(600_000),
            () -> predicting(600_001)));
    SampleOrder day = rate(DoseUnit.MG_PER_KG_PER_H, 10_000, DAY_S);
    SampleOrder longer = rate(DoseUnit.MG_PER_KG_PER_H, 10_000, DAY_S + 1);
    edges.add(edge(CEILING_NOT_EVALUATED, day, longer));
    edges.add(edge(CEILING_NOT_EVALUATED, usual().weight(25_000), usual().weight(24_999)));
    edges.add(edge(CEILING_NOT_EVALUATED, usual().weight(300_000), usual().weight(300_001)));
  }

  /** What is said of a change that leaves the volume when so much may be given of it. */
  private static List<String> changingAt(long atMostNl) {
    Progress progress = new Progress(1, 0, atMostNl, 2_400, 0);
    return new Guardrail(SampleOrders.LIBRARY, any -> new FourDigitPump())
        .checkFigures(SampleOrders.USUAL, progress).findings().stream().map(Finding::code).toList();
  }

  /** What is said if the second of the two models predicts so much. */
  private static List<String> predicting(long pgPerMl) {
    Verdict figures =
        new Guardrail(SampleOrders.LIBRARY, any -> new FourDigitPump())
            .checkFigures(SampleOrders.USUAL, Progress.NONE);
    List<PkModel> models = SampleOrders.drug(RACEMIC).models();
    List<Prediction> predictions =
        List.of(
            new Prediction(models.get(0), 1, 0, 1, 0),
            new Prediction(models.get(1), pgPerMl, 0, 9_000_000, 0));
    return codes(Guardrail.withCeiling(figures, predictions));
  }

  private static void people(List<Edge> edges) {
    SampleOrder passed = low().overriding(DOSE_BELOW_SOFT_LIMIT).staff("anna", "ben");
    SampleOrder noReason = low().staff("anna", "ben");
    SampleOrder blank =
        low()
            .overrides(List.of(new LimitOverride(DOSE_BELOW_SOFT_LIMIT.name(), " ")))
            .staff("anna", "ben");
    SampleOrder other = low().overriding(DOSE_ABOVE_SOFT_LIMIT).staff("anna", "ben");
    edges.add(edge(SOFT_LIMIT_NOT_OVERRIDDEN, passed, noReason));
    edges.add(edge(SOFT_LIMIT_NOT_OVERRIDDEN, passed, blank));
    edges.add(edge(SOFT_LIMIT_NOT_OVERRIDDEN, passed, other));
    SampleOrder alone = low().overriding(DOSE_BELOW_SOFT_LIMIT).staff("anna", " ");
    edges.add(edge(SECOND_PERSON_MISSING, passed, alone));
    SampleOrder twice = low().overriding(DOSE_BELOW_SOFT_LIMIT).staff("anna", " anna ");
    edges.add(edge(SECOND_PERSON_IS_FIRST, passed, twice));
    edges.add(
        new Edge(
            MORE_FINDINGS, () -> counted(Findings.MOST - 1), () -> counted(Findings.MOST)));
    numbers(edges);
  }

  private static List<String> counted(int times) {
    Findings findings = new Findings();
    for (int i = 0; i < times; i++) {
      findings.add(DRUG_UNKNOWN, "drug " + i, "another");
    }
    return findings.list().stream().map(Finding::code).toList();
  }

  private static void numbers(List<Edge> edges) {
    plausible(edges, usual().weight(1), usual().weight(0));
    plausible(edges, usual().weight(9_999_999), usual().weight(10_000_000));
    plausible(edges, someone(70_000, 1_200, Sex.MALE, 0), someone(70_000, 1_199, Sex.MALE, 0));
    plausible(edges, someone(70_000, 2_500, Sex.MALE, 0), someone(70_000, 2_501, Sex.MALE, 0));
    plausible(edges, someone(70_000, 0, Sex.MALE, 0), someone(70_000, -1, Sex.MALE, 0));
    plausible(edges, someone(70_000, 0, Sex.MALE, 1), someone(70_000, 0, Sex.MALE, -1));
    plausible(
        edges, someone(70_000, 0, Sex.MALE, 9_999_999), someone(70_000, 0, Sex.MALE, 10_000_000));
    plausible(edges, usual().phases(times(1)), usual().phases(times(0)));
    plausible(edges, usual().phases(times(8)), usual().phases(times(9)));
    plausible(edges, usual().dose(1, 60), usual().dose(0, 60));
    for (DoseUnit unit : DoseUnit.values()) {
      long highest = unit == DoseUnit.MCG_PER_KG_PER_MIN ? 9_999_999 : 9_999_999_000L;
      plausible(edges, rate(unit, highest, 60), rate(unit, highest + 1, 60));
    }
    plausible(edges, usual().dose(500_000, 1), usual().dose(500_000, 0));
    plausible(edges, usual().dose(500_000, 36_000_000), usual().dose(500_000, 36_000_001));
    plausible(edges, usual().concentration(1), usual().concentration(0));
    plausible(edges, usual().concentration(9_999_999_000L), usual().concentration(9_999_999_001L));
    plausible(edges, usual().loaded(1), usual().loaded(0));
    plausible(edges, usual().loaded(9_999_999_000L), usual().loaded(9_999_999_001L));
    plausible(edges, usual().priors(priors(16)), usual().priors(priors(17)));
    plausible(edges, given(1, 0, 0), given(0, 0, 0));
    plausible(edges, given(9_999_999_000L, 0, 0), given(9_999_999_001L, 0, 0));
    plausible(edges, given(1, 0, 0), given(1, -1, 0));
    plausible(edges, given(1, 36_000_000, 0), given(1, 36_000_001, 0));
    plausible(edges, given(1, 0, 0), given(1, 0, -1));
    plausible(edges, given(1, 0, 36_000_000), given(1, 0, 36_000_001));
    plausible(edges, usual().overrides(reasons(8)), usual().overrides(reasons(9)));
  }

  private static void plausible(List<Edge> edges, SampleOrder inside, SampleOrder outside) {
    edges.add(edge(NUMBER_NOT_PLAUSIBLE, inside, outside));
  }

  private static List<OrderPhase> times(int count) {
    return Collections.nCopies(count, OrderPhase.dose(60_000, 600));
  }

  private static List<PriorDose> priors(int count) {
    return Collections.nCopies(count, prior(1, 0, false));
  }

  private static List<LimitOverride> reasons(int count) {
    return Collections.nCopies(count, new LimitOverride("DOSE_ABOVE_SOFT_LIMIT", "so"));
  }

  private static SampleOrder given(long ng, long s, long endedAgoS) {
    return usual().priors(new PriorDose(RACEMIC, ng, s, endedAgoS, false, true));
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("edges")
  void saidBeyondTheEdgeOnly(Edge edge) {
    assertThat(edge.inside().get()).doesNotContain(edge.code().name());
    assertThat(edge.outside().get()).contains(edge.code().name());
  }

  @Test
  void everyReasonHasItsEdge() {
    Set<ReasonCode> seen = EnumSet.noneOf(ReasonCode.class);
    edges().forEach(edge -> seen.add(edge.code()));
    assertThat(seen).containsExactlyInAnyOrder(ReasonCode.values());
  }

  @Test
  void softIsWhatTwoPersonsMayPass() {
    Set<ReasonCode> soft =
        EnumSet.of(
            DOSING_WEIGHT_ABOVE_ACTUAL, WEIGHT_MAY_BE_POUNDS, CONCENTRATION_NEEDS_SECOND_PERSON);
    Arrays.stream(ReasonCode.values())
        .filter(code -> code.name().endsWith("_SOFT_LIMIT"))
        .forEach(soft::add);
    for (ReasonCode code : ReasonCode.values()) {
      Severity expected =
          code == PROTOCOL_FROM_SECONDARY_SOURCE
              ? Severity.NOTE
              : soft.contains(code) ? Severity.SOFT : Severity.HARD;
      assertThat(code.severity()).as(code.name()).isEqualTo(expected);
    }
  }
}
