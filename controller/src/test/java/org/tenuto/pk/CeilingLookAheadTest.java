package org.tenuto.pk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.quantity.BodyWeight;

/** What the look-ahead finds is what the closed form has, and it judges by the rule. */
class CeilingLookAheadTest {

  private static final Covariates ADULT = new Covariates(new BodyWeight(70_000));
  private static final double KG = 70;
  private static final double PROMISED = 1e-3;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void findsThePeaksOfTheClosedForm(long seed) {
    RandomBodies cases = new RandomBodies(seed);
    for (int i = 0; i < 10; i++) {
      PkModel model = PkModel.values()[cases.below(3)];
      CompartmentModel solved = model.forPatient(cases.patient());
      List<PkPhase> plan = cases.pumpProgram();
      PkPhase prior = new PkPhase(cases.magnitude(1e3, 1e5), cases.between(1, 3000), false);
      double agoS = cases.between(0, 5000);
      PkState start = new PkState(solved);
      PriorDoses.seed(start, prior.totalNg(), prior.durationS(), agoS);

      Peak found = run(model, start, plan);

      Peak planned = closedForm(model, solved, prior, agoS, plan);
      Peak overrun = closedForm(model, solved, prior, agoS, Course.overrunning(plan));
      Peak expected = planned.orHigher(overrun);
      String what = model + " seed " + seed + " case " + i + ": " + plan;
      close(what, found.judgedNgPerMl(), expected.judgedNgPerMl());
      close(what, found.cpNgPerMl(), expected.cpNgPerMl());
      if (model.hasKe0()) {
        close(what, found.ceNgPerMl(), expected.ceNgPerMl());
      }
    }
  }

  private static void close(String what, double found, double expected) {
    assertThat(found).as(what).isCloseTo(expected, within(expected * PROMISED));
  }

  /** The rule, straight from its words, on a dense grid of the closed form. */
  private static Peak closedForm(
      PkModel model, CompartmentModel solved, PkPhase prior, double agoS, List<PkPhase> plan) {
    List<PkPhase> all = new ArrayList<>(List.of(prior));
    if (agoS > 0) {
      all.add(PkPhase.pause(agoS));
    }
    double offsetS = prior.durationS() + agoS;
    all.addAll(plan);
    var curve = new ConcentrationCurve(solved, all);
    Peak peak = new Peak(model, 0, 0, 0, 0, model.hasKe0() ? 0 : Double.NaN);
    for (double tS : denseTimes(plan)) {
      double cp = curve.cpNgPerMl(offsetS + tS);
      double ce = curve.ceNgPerMl(offsetS + tS);
      double judged = model.ke0Published() ? ce : cp;
      if (cpCounts(plan, tS)) {
        judged = Math.max(judged, cp);
      }
      peak = peak.orHigher(new Peak(model, judged, tS, cp, tS, ce));
    }
    return peak;
  }

  private static List<Double> denseTimes(List<PkPhase> plan) {
    List<Double> times = new ArrayList<>();
    double startS = 0;
    List<PkPhase> withTail = new ArrayList<>(plan);
    withTail.add(PkPhase.pause(6 * 3600));
    for (PkPhase phase : withTail) {
      for (double stepS = phase.durationS(); stepS > 0.01; stepS *= 0.99) {
        times.add(startS + stepS);
      }
      for (int i = 0; i <= 2000; i++) {
        times.add(startS + phase.durationS() * i / 2000);
      }
      if (phase.bolus()) {
        times.add(startS + phase.durationS() + 120);
      }
      startS += phase.durationS();
    }
    double endS = startS;
    times.removeIf(tS -> tS > endS);
    return times;
  }

  private static boolean cpCounts(List<PkPhase> plan, double tS) {
    double startS = 0;
    for (PkPhase phase : plan) {
      double endS = startS + phase.durationS();
      // Both ends of a bolus belong to it, unless what was before it is judged there.
      if (phase.bolus() && tS > startS && tS < endS + 120) {
        return false;
      }
      startS = endS;
    }
    return true;
  }

  private static Peak run(PkModel model, PkState start, List<PkPhase> plan) {
    return run(new CeilingLookAhead(Map.of(model, start), plan)).getFirst();
  }

  private static List<Peak> run(CeilingLookAhead ahead) {
    while (!ahead.advance(100)) {
      assertThat(ahead.done()).isFalse();
    }
    return ahead.peaks();
  }

  private static PkPhase bolus(double mgPerKg, double s) {
    return new PkPhase(mgPerKg * KG * 1e6 / s, s, true);
  }

  private static PkState empty(PkModel model) {
    return new PkState(model.forPatient(ADULT));
  }

  private static Peak peakOf(PkModel model, PkPhase... plan) {
    return run(model, empty(model), List.of(plan));
  }

  private static ConcentrationCurve curve(PkModel model, PkPhase... plan) {
    return new ConcentrationCurve(model.forPatient(ADULT), List.of(plan));
  }

  /** 0.35 mg/kg in a minute, 10 % longer: facts give 2815 and 613 ng/mL without the overrun. */
  @Test
  void judgesABolusOfDominoByItsEffectSite() {
    Peak peak = peakOf(PkModel.DOMINO_1984, bolus(0.35, 60));

    assertThat(curve(PkModel.DOMINO_1984, bolus(0.35, 60)).cpNgPerMl(60))
        .isCloseTo(2815, within(0.5));
    assertThat(peak.cpNgPerMl()).isGreaterThan(2815);
    assertThat(peak.cpAtS()).isCloseTo(66, within(1e-9));
    assertThat(peak.ceNgPerMl()).isBetween(613 * 1.09, 613 * 1.11);
    assertThat(peak.judgedNgPerMl()).isEqualTo(peak.ceNgPerMl());
  }

  /** An effect site derived elsewhere is shown, and excuses nothing. */
  @Test
  void judgesPlasmaOfAModelWhoseEffectSiteIsNotItsOwnAlsoInABolus() {
    Peak peak = peakOf(PkModel.KAMP_2020, bolus(0.35, 60));

    assertThat(peak.judgedNgPerMl()).isEqualTo(peak.cpNgPerMl());
    assertThat(peak.ceNgPerMl()).isPositive().isLessThan(peak.judgedNgPerMl());
  }

  @Test
  void judgesPlasmaOfAModelWithoutEffectSiteAlsoInABolus() {
    Peak peak = peakOf(PkModel.FANTA_2015_ESKETAMINE, bolus(0.35, 60));

    assertThat(peak.judgedNgPerMl()).isEqualTo(peak.cpNgPerMl());
    assertThat(peak.judgedAtS()).isCloseTo(66, within(1e-9));
    assertThat(peak.ceNgPerMl()).isNaN();
  }

  /** The same phase, bolus or not: the flag alone decides whether its Cp counts. */
  @Test
  void judgesPlasmaOfAPhaseThatIsNoBolus() {
    PkPhase fast = bolus(0.35, 60);
    Peak peak =
        peakOf(PkModel.DOMINO_1984, new PkPhase(fast.rateNgPerS(), fast.durationS(), false));

    assertThat(peak.judgedNgPerMl()).isEqualTo(peak.cpNgPerMl()).isGreaterThan(2815);
  }

  /** At exactly 120 s Cp counts, a moment before it does not: with an effect site that is slow. */
  @Test
  void theTwoMinutesAfterABolusEndExactly() {
    var slow =
        new CompartmentModel(new RateConstants(25, 0.056, 0.107, 0.048, 0.053, 0.0084, 0.001));
    List<PkPhase> instant = List.of(PkPhase.instant(70e6));
    Peak peak = run(PkModel.DOMINO_1984, new PkState(slow), instant);
    var curve = new ConcentrationCurve(slow, instant);

    assertThat(peak.ceNgPerMl()).isLessThan(100);
    assertThat(peak.judgedNgPerMl()).isCloseTo(curve.cpNgPerMl(120), within(1e-9));
    assertThat(peak.judgedAtS()).isEqualTo(120);
    assertThat(peak.cpNgPerMl()).isCloseTo(2800, within(1e-8));
    assertThat(peak.cpAtS()).isZero();
  }

  @Test
  void remembersABolusBeforeTheStart() {
    PkModel model = PkModel.DOMINO_1984;
    PkState start = empty(model);
    start.addBolus(35e6);
    start.advance(0, 1);
    double cpNow = start.cpNgPerMl();
    Map<PkModel, PkState> starts = Map.of(model, start);

    double forgotten = run(new CeilingLookAhead(starts, List.of())).getFirst().judgedNgPerMl();
    double known = run(new CeilingLookAhead(starts, List.of(), 1)).getFirst().judgedNgPerMl();
    double over = run(new CeilingLookAhead(starts, List.of(), 120)).getFirst().judgedNgPerMl();

    assertThat(forgotten).isEqualTo(cpNow);
    assertThat(known).isLessThan(cpNow / 2);
    assertThat(over).isEqualTo(cpNow);
  }

  @Test
  void prolongsByATenthAndAtMostFiveMinutes() {
    assertThat(overrunS(new PkPhase(1, 60, true))).isEqualTo(6);
    assertThat(overrunS(new PkPhase(1, 3000, false))).isEqualTo(300);
    assertThat(overrunS(new PkPhase(1, 2990, false))).isEqualTo(299);
    assertThat(overrunS(new PkPhase(1, 3010, false))).isEqualTo(300);
    assertThat(overrunS(PkPhase.pause(600))).isZero();
    assertThat(overrunS(PkPhase.instant(5))).isZero();
    assertThat(Course.overrunning(List.of(bolus(1, 60))).getFirst().bolus()).isTrue();
  }

  private static double overrunS(PkPhase phase) {
    return Course.overrunning(List.of(phase)).getFirst().durationS() - phase.durationS();
  }

  @Test
  void takesTheOverrunOfAnInfusion() {
    PkPhase infusion = Vectors.phase(35, 40);
    Peak peak = peakOf(PkModel.DOMINO_1984, infusion);
    PkPhase longer = new PkPhase(infusion.rateNgPerS(), 44 * 60, false);

    double expected = curve(PkModel.DOMINO_1984, longer).cpNgPerMl(44 * 60);
    assertThat(peak.judgedNgPerMl()).isCloseTo(expected, within(1e-9));
    assertThat(peak.judgedAtS()).isCloseTo(2640, within(1e-9));
  }

  /** The plan itself counts where an overrun would let the concentration fall before a peak. */
  @Test
  void neverFindsLessThanThePlanItself() {
    PkPhase[] plan = {PkPhase.instant(30e6), new PkPhase(1, 3000, false), PkPhase.instant(30e6)};
    PkModel model = PkModel.FANTA_2015_ESKETAMINE;
    double planned = curve(model, plan).cpNgPerMl(3000);
    PkPhase[] overrunning = Course.overrunning(List.of(plan)).toArray(PkPhase[]::new);

    assertThat(curve(model, overrunning).cpNgPerMl(3300)).isLessThan(planned * 0.999);
    assertThat(peakOf(model, plan).judgedNgPerMl()).isCloseTo(planned, within(1e-9));
  }

  @Test
  void givesEveryModelAndTheWorst() {
    Map<PkModel, PkState> starts = new EnumMap<>(PkModel.class);
    for (PkModel model : PkModel.values()) {
      starts.put(model, empty(model));
    }
    var ahead = new CeilingLookAhead(starts, Collections.nCopies(8, Vectors.phase(10, 20)));

    List<Peak> peaks = run(ahead);

    assertThat(peaks).extracting(Peak::model).containsExactly(PkModel.values());
    for (Peak peak : peaks) {
      assertThat(peak.judgedNgPerMl())
          .isEqualTo(
              peakOf(
                      peak.model(),
                      Collections.nCopies(8, Vectors.phase(10, 20)).toArray(PkPhase[]::new))
                  .judgedNgPerMl())
          .isLessThanOrEqualTo(ahead.worst().judgedNgPerMl());
    }
    assertThat(peaks).contains(ahead.worst());
  }

  @Test
  void worksInSlicesWithTheSameResult() {
    Map<PkModel, PkState> starts = Map.of(PkModel.KAMP_2020, empty(PkModel.KAMP_2020));
    List<PkPhase> plan = List.of(bolus(0.1, 61.3), Vectors.phase(35, 40));
    var whole = new CeilingLookAhead(starts, plan);
    var sliced = new CeilingLookAhead(starts, plan);

    assertThat(whole.advance(Integer.MAX_VALUE)).isTrue();
    int slices = 1;
    while (!sliced.advance(1)) {
      assertThatThrownBy(sliced::peaks).isInstanceOf(IllegalStateException.class);
      slices++;
    }

    assertThat(sliced.peaks()).isEqualTo(whole.peaks());
    assertThat(slices).isBetween(1_000, 4_000);
    assertThat(sliced.advance(1)).isTrue();
  }

  @Test
  void leavesTheStartStateAsItIs() {
    PkState start = empty(PkModel.KAMP_2020);
    start.addBolus(1e6);
    double before = start.cpNgPerMl();
    run(PkModel.KAMP_2020, start, List.of(Vectors.phase(35, 40)));
    assertThat(start.cpNgPerMl()).isEqualTo(before);
  }

  @Test
  void refusesWhatItCannotLookAt() {
    Map<PkModel, PkState> starts = Map.of(PkModel.KAMP_2020, empty(PkModel.KAMP_2020));
    assertThatThrownBy(() -> new CeilingLookAhead(Map.of(), List.of()))
        .hasMessage("models 0: expected at least 1");
    assertThatThrownBy(() -> new CeilingLookAhead(starts, Collections.nCopies(10, PkPhase.pause(1))))
        .hasMessage("phases 10: expected at most 9");
    assertThatThrownBy(() -> new CeilingLookAhead(starts, List.of(), -1))
        .hasMessage("bolus ended -1.0 s ago: expected 0 or more");
    assertThatThrownBy(() -> new CeilingLookAhead(starts, List.of(), Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
