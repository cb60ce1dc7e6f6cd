package org.tenuto.pk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.measure.Allocation;

/** Laws every linear model keeps, whatever its numbers. */
class PkLawsTest {

  private static final int CASES = 200;
  private static final double ROUNDING = 1e-11;

  private static void close(double found, double expected) {
    assertThat(found).isCloseTo(expected, within(Math.abs(expected) * ROUNDING + 1e-300));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void twiceTheDoseIsTwiceTheConcentration(long seed) {
    RandomBodies cases = new RandomBodies(seed);
    for (int i = 0; i < CASES; i++) {
      CompartmentModel model = new CompartmentModel(cases.constants());
      List<PkPhase> program = cases.program();
      List<PkPhase> threefold = program.stream().map(phase -> times(phase, 3)).toList();
      double tS = cases.magnitude(0.1, 1e5);
      var once = new ConcentrationCurve(model, program);
      var thrice = new ConcentrationCurve(model, threefold);
      close(thrice.cpNgPerMl(tS), 3 * once.cpNgPerMl(tS));
      close(thrice.ceNgPerMl(tS), 3 * once.ceNgPerMl(tS));
    }
  }

  private static PkPhase times(PkPhase phase, double factor) {
    return new PkPhase(
        phase.rateNgPerS() * factor, phase.durationS(), phase.bolus(), phase.instantNg() * factor);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 4})
  void dosesActIndependently(long seed) {
    RandomBodies cases = new RandomBodies(seed);
    for (int i = 0; i < CASES; i++) {
      CompartmentModel model = new CompartmentModel(cases.constants());
      List<PkPhase> program = cases.program();
      double tS = cases.magnitude(0.1, 1e5);
      double cp = 0;
      double ce = 0;
      for (int alone = 0; alone < program.size(); alone++) {
        var curve = new ConcentrationCurve(model, only(program, alone));
        cp += curve.cpNgPerMl(tS);
        ce += curve.ceNgPerMl(tS);
      }
      var together = new ConcentrationCurve(model, program);
      close(together.cpNgPerMl(tS), cp);
      close(together.ceNgPerMl(tS), ce);
    }
  }

  /** The program with all phases but one silent. */
  private static List<PkPhase> only(List<PkPhase> program, int kept) {
    List<PkPhase> silent = new ArrayList<>();
    for (int i = 0; i < program.size(); i++) {
      PkPhase phase = program.get(i);
      if (i == kept) {
        silent.add(phase);
      } else if (phase.durationS() > 0) {
        silent.add(PkPhase.pause(phase.durationS()));
      }
    }
    return silent;
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void startingLaterIsTheSameCurveLater(long seed) {
    RandomBodies cases = new RandomBodies(seed);
    for (int i = 0; i < CASES; i++) {
      CompartmentModel model = new CompartmentModel(cases.constants());
      List<PkPhase> program = cases.program();
      List<PkPhase> later = new ArrayList<>(List.of(PkPhase.pause(4096)));
      later.addAll(program);
      double tS = cases.magnitude(1, 1e5);
      var now = new ConcentrationCurve(model, program);
      var then = new ConcentrationCurve(model, later);
      assertThat(then.cpNgPerMl(tS + 4096))
          .isCloseTo(now.cpNgPerMl(tS), within(now.cpNgPerMl(tS) * 1e-9));
      assertThat(then.ceNgPerMl(tS + 4096))
          .isCloseTo(now.ceNgPerMl(tS), within(now.ceNgPerMl(tS) * 1e-9));
      assertThat(then.cpNgPerMl(4095.5)).isZero();
      assertThat(then.endS()).isEqualTo(4096 + now.endS(), within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void moreDrugIsNeverLessConcentration(long seed) {
    RandomBodies cases = new RandomBodies(seed);
    for (int i = 0; i < CASES; i++) {
      CompartmentModel model = new CompartmentModel(cases.constants());
      List<PkPhase> program = cases.program();
      List<PkPhase> more = new ArrayList<>(program);
      int raised = cases.below(program.size());
      more.set(raised, times(program.get(raised), cases.between(1, 2)));
      double tS = cases.magnitude(0.1, 1e6);
      var less = new ConcentrationCurve(model, program);
      double cp = less.cpNgPerMl(tS);
      assertThat(cp).isGreaterThanOrEqualTo(0);
      assertThat(less.ceNgPerMl(tS)).isGreaterThanOrEqualTo(0);
      assertThat(new ConcentrationCurve(model, more).cpNgPerMl(tS))
          .isGreaterThanOrEqualTo(cp * (1 - ROUNDING));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 10})
  void aBolusStartsAtDoseOverVolumeAndOnlyFalls(long seed) {
    RandomBodies cases = new RandomBodies(seed);
    for (int i = 0; i < CASES; i++) {
      CompartmentModel model = new CompartmentModel(cases.constants());
      double ng = cases.magnitude(1e3, 1e8);
      var curve = new ConcentrationCurve(model, List.of(PkPhase.instant(ng)));
      double before = curve.cpNgPerMl(0);
      close(before, ng / (model.constants().v1L() * 1000));
      assertThat(curve.ceNgPerMl(0)).isZero();
      for (double tS = 1; tS < 1e6; tS *= 2) {
        double cp = curve.cpNgPerMl(tS);
        assertThat(cp).isLessThanOrEqualTo(before);
        before = cp;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void anInfusionOnlyRisesTowardsRateOverClearance(long seed) {
    RandomBodies cases = new RandomBodies(seed);
    for (int i = 0; i < CASES; i++) {
      CompartmentModel model = new CompartmentModel(cases.constants());
      double rateNgPerS = cases.magnitude(10, 1e5);
      PkState state = new PkState(model);
      double cp = 0;
      double ce = 0;
      for (double dtS = 1e-3; dtS < 1e9; dtS *= 3) {
        state.advance(rateNgPerS, dtS);
        assertThat(state.cpNgPerMl()).isGreaterThanOrEqualTo(cp * (1 - ROUNDING));
        assertThat(state.ceNgPerMl()).isGreaterThanOrEqualTo(ce * (1 - ROUNDING));
        cp = state.cpNgPerMl();
        ce = state.ceNgPerMl();
      }
      double steady = rateNgPerS / model.clearanceMlPerS();
      assertThat(cp).isLessThanOrEqualTo(steady * (1 + ROUNDING));
      assertThat(ce).isLessThanOrEqualTo(steady * (1 + ROUNDING));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {13, 14})
  void anEarlierDoseIsTheSameSeeded(long seed) {
    RandomBodies cases = new RandomBodies(seed);
    for (int i = 0; i < CASES; i++) {
      CompartmentModel model = new CompartmentModel(cases.constants());
      double ng = cases.magnitude(1e3, 1e8);
      double tookS = cases.below(3) == 0 ? 0 : cases.magnitude(1, 1e4);
      double agoS = cases.below(4) == 0 ? 0 : cases.magnitude(1, 1e5);
      PkState state = new PkState(model);
      state.addBolus(1e6);
      double cpBefore = state.cpNgPerMl();
      PriorDoses.seed(state, ng, tookS, agoS);

      PkPhase given = tookS == 0 ? PkPhase.instant(ng) : new PkPhase(ng / tookS, tookS, false);
      var curve = new ConcentrationCurve(model, List.of(given));
      close(state.cpNgPerMl(), cpBefore + curve.cpNgPerMl(given.durationS() + agoS));
      assertThat(state.ceNgPerMl())
          .isCloseTo(curve.ceNgPerMl(tookS + agoS), within(curve.ceNgPerMl(tookS + agoS) * 1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {15, 16})
  void aFixedStepIsTheFreeOne(long seed) {
    RandomBodies cases = new RandomBodies(seed);
    for (int i = 0; i < CASES; i++) {
      CompartmentModel model = new CompartmentModel(cases.constants());
      double dtS = cases.magnitude(1e-3, 60);
      double rateNgPerS = cases.magnitude(1, 1e5);
      PkState fixed = new PkState(model);
      fixed.addBolus(1e6);
      PkState free = new PkState(model);
      free.copyFrom(fixed);
      for (int n = 0; n < 10; n++) {
        fixed.advance(new PkStep(model, dtS), rateNgPerS);
      }
      free.advance(rateNgPerS, 10 * dtS);
      close(fixed.cpNgPerMl(), free.cpNgPerMl());
      close(fixed.ceNgPerMl(), free.ceNgPerMl());
      free.clear();
      assertThat(free.cpNgPerMl()).isZero();
      assertThat(free.ceNgPerMl()).isZero();
      assertThat(free.inBodyNg()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = 17)
  void stepsWithoutAllocating(long seed) {
    RandomBodies cases = new RandomBodies(seed);
    CompartmentModel model = cases.published();
    PkState state = new PkState(model);
    PkState other = new PkState(model);
    PkStep step = new PkStep(model, 0.1);
    Allocation.assertNone(
        () -> {
          state.advance(step, 14_583);
          state.advance(14_583, 0.05);
          other.copyFrom(state);
          if (other.cpNgPerMl() + other.inBodyNg() < 0) {
            throw new IllegalStateException();
          }
        });
  }
}
