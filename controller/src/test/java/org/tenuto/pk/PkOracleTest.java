package org.tenuto.pk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closed form and steps against 60-digit arithmetic, with random patients and random bodies. */
class PkOracleTest {

  private static final int CASES = 25;

  /** What the room promises: 1e-9 of the value itself. */
  private static final double RELATIVE = 1e-9;

  @Test
  void theOracleAgreesWithTheReference() {
    Vectors.rows("pk_reference.csv")
        .filter(row -> row[3].equals("40") || row[3].equals("240"))
        .forEach(
            row -> {
              RateConstants k = Vectors.model(row[1], row[0]).constants();
              double kg = Double.parseDouble(row[0]);
              BodyOracle body =
                  BodyOracle.at(k, Vectors.phases(row[2], kg), Double.parseDouble(row[3]) * 60);
              double cp = body.cpNgPerMl().doubleValue();
              assertThat(cp)
                  .as(String.join(" ", row))
                  .isCloseTo(Double.parseDouble(row[4]), within(6e-10));
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void agreesForPublishedSetsAndAnyWeight(long seed) {
    RandomBodies cases = new RandomBodies(seed);
    for (int i = 0; i < CASES; i++) {
      check("seed " + seed + " case " + i, cases, cases.published());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void agreesForAnyConstantsAlsoNearlyEqualOnes(long seed) {
    RandomBodies cases = new RandomBodies(seed);
    for (int i = 0; i < CASES; i++) {
      check("seed " + seed + " case " + i, cases, new CompartmentModel(cases.constants()));
    }
  }

  private static void check(String what, RandomBodies cases, CompartmentModel model) {
    List<PkPhase> program = cases.program();
    var curve = new ConcentrationCurve(model, program);
    double slowest = model.lambdaPerMin(model.modes() - 1) / 60;
    double[] times = {
      cases.magnitude(1e-6, 1),
      cases.between(0, curve.endS() + 1),
      // A moment after: sums of times differ in their last digits, and an instant bolus is a jump.
      curve.endS() + 1e-3,
      curve.endS() + cases.magnitude(1, 1e5),
      curve.endS() + Math.min(1e8, cases.between(50, 500) / slowest)
    };
    for (double tS : times) {
      BodyOracle body = BodyOracle.at(model.constants(), program, tS);
      String at = what + " at " + tS + " s, " + model.constants() + ", " + program;
      close(at, curve.cpNgPerMl(tS), body.cpNgPerMl());
      PkState state = walked(model, program, tS);
      close(at, state.cpNgPerMl(), body.cpNgPerMl());
      close(at, state.inBodyNg(), body.inBodyNg());
      if (model.hasKe0()) {
        close(at, curve.ceNgPerMl(tS), body.ceNgPerMl());
        close(at, state.ceNgPerMl(), body.ceNgPerMl());
      }
    }
  }

  private static PkState walked(CompartmentModel model, List<PkPhase> program, double tS) {
    PkState state = new PkState(model);
    double leftS = tS;
    for (PkPhase phase : program) {
      if (leftS < 0) {
        return state;
      }
      state.addBolus(phase.instantNg());
      state.advance(phase.rateNgPerS(), Math.min(leftS, phase.durationS()));
      leftS -= phase.durationS();
    }
    state.advance(0, Math.max(0, leftS));
    return state;
  }

  private static void close(String what, double found, BigDecimal exact) {
    double expected = exact.doubleValue();
    assertThat(found).as(what).isCloseTo(expected, within(expected * RELATIVE + 1e-290));
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void balancesMass(long seed) {
    RandomBodies cases = new RandomBodies(seed);
    for (int i = 0; i < CASES; i++) {
      CompartmentModel model = new CompartmentModel(cases.constants());
      List<PkPhase> program = cases.program();
      double endS = new ConcentrationCurve(model, program).endS() + 1e-3;
      double givenNg = program.stream().mapToDouble(PkPhase::totalNg).sum();

      double inBodyNg = walked(model, program, endS).inBodyNg();
      BodyOracle body = BodyOracle.at(model.constants(), program, endS);

      assertThat(inBodyNg + body.eliminatedNg().doubleValue())
          .isCloseTo(givenNg, within(givenNg * RELATIVE));
    }
  }
}
