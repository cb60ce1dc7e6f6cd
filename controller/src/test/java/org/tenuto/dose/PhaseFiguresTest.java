package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tenuto.quantity.Ratio;
import org.tenuto.seeded.Draw;
import org.tenuto.seeded.SeededCases;

/** Orders of several phases against fractions: exact, then rounded down once each, never up. */
class PhaseFiguresTest {

  private final Guardrail guardrail =
      new Guardrail(SampleOrders.LIBRARY, syringe -> new FourDigitPump());

  @Test
  void bolusMaintenanceAndTaper() {
    Order order =
        SampleOrder.program("KETAMINE-RACEMIC", "SUD-BOLUS-52")
            .weight(67_300)
            .concentration(2_000_000)
            .phases(
                new OrderPhase(PhaseKind.BOLUS, DoseUnit.MG_PER_KG, 110_000, 120),
                new OrderPhase(PhaseKind.MAINTENANCE, DoseUnit.MCG_PER_KG_PER_MIN, 10_000, 2_400),
                new OrderPhase(PhaseKind.TAPER, DoseUnit.MG_PER_H, 20_000_000, 600))
            .order();
    AchievedDose achieved = Objects.requireNonNull(guardrail.check(order).achieved());
    // By hand: 7.403 mg in 2 min; 0.6 mg/kg/h: 40.38 mg/h, 26.92 mg; 20 mg/h: 3.3333… mg.
    assertThat(achieved.phases())
        .extracting(AchievedDose.Phase::pumpRate)
        .containsExactly("111.0MH", "20.19MH", "10.00MH");
    assertThat(achieved.phases())
        .extracting(AchievedDose.Phase::pumpVolume)
        .containsExactly("3.701ML", "13.46ML", "1.666ML");
    assertThat(achieved.volume().nl()).isEqualTo(18_827_000);
    assertThat(achieved.drug().ng()).isEqualTo(37_654_000);
    assertThat(achieved.phases())
        .extracting(phase -> phase.drug().ng())
        .containsExactly(7_402_000L, 26_920_000L, 3_332_000L);
    assertThat(achieved.phases())
        .extracting(phase -> phase.doseRate().ngPerKgPerH())
        .containsExactly(3_298_662L, 600_000L, 297_176L);
    assertThat(achieved.durationS()).isEqualTo(121 + 2_400 + 600);
    assertThat(achieved.phases())
        .extracting(AchievedDose.Phase::durationS)
        .containsExactly(121L, 2_400L, 600L);
  }

  @Test
  void anyPhasesOfAnyUnitAgreeWithFractions() {
    SeededCases.check(
        20_261_121,
        4_000,
        draw -> {
          Order order = anyOrder(draw);
          Verdict verdict = guardrail.check(order);
          assertExact(order, Objects.requireNonNull(verdict.exact()));
          if (verdict.achieved() != null) {
            assertAchieved(order, verdict.achieved());
          }
        });
  }

  @Test
  void mostOfThemCanBeTold() {
    int[] told = {0};
    SeededCases.check(
        20_261_121,
        1_000,
        draw -> told[0] += guardrail.check(anyOrder(draw)).achieved() == null ? 0 : 1);
    assertThat(told[0]).as("of 1,000 orders").isGreaterThan(300);
  }

  private static Order anyOrder(Draw draw) {
    return SampleOrder.usual()
        .weight(draw.number(25_000L, 300_000L))
        .concentration(draw.oneOf(1_000_000L, 2_000_000L, 5_000_000L, 10_000_000L))
        .phases(SampleDraws.phases(draw, 1, Order.MOST_PHASES))
        .order();
  }

  private static void assertExact(Order order, ExactDose exact) {
    Fraction kg = PhaseOracle.kg(order);
    Fraction mgPerMl = PhaseOracle.mgPerMl(order);
    assertSame(exact.totalMg(), PhaseOracle.mg(order, kg));
    assertSame(exact.volumeMl(), PhaseOracle.mg(order, kg).over(mgPerMl));
    assertSame(exact.doseMgPerKg(), PhaseOracle.mg(order, kg).over(kg));
    assertThat(exact.durationS())
        .isEqualTo(order.phases().stream().mapToLong(OrderPhase::durationS).sum());
    for (int i = 0; i < order.phases().size(); i++) {
      OrderPhase ordered = order.phases().get(i);
      ExactDose.Phase phase = exact.phases().get(i);
      assertSame(phase.totalMg(), PhaseOracle.mg(ordered, kg));
      assertSame(phase.volumeMl(), PhaseOracle.mg(ordered, kg).over(mgPerMl));
      assertSame(phase.rateMlPerH(), PhaseOracle.mgPerH(ordered, kg).over(mgPerMl));
      assertSame(phase.doseRateMgPerKgPerH(), PhaseOracle.mgPerH(ordered, kg).over(kg));
      assertThat(phase.kind()).isEqualTo(ordered.kind());
    }
  }

  private static void assertAchieved(Order order, AchievedDose achieved) {
    Fraction kg = PhaseOracle.kg(order);
    Fraction mgPerMl = PhaseOracle.mgPerMl(order);
    Fraction volume = Fraction.ZERO;
    long durationS = 0;
    for (int i = 0; i < order.phases().size(); i++) {
      OrderPhase ordered = order.phases().get(i);
      AchievedDose.Phase phase = achieved.phases().get(i);
      Fraction mgPerH = PhaseOracle.mgPerH(ordered, kg);
      assertRoundedDownOnce(phase.volume().ml(), PhaseOracle.mg(ordered, kg).over(mgPerMl));
      assertRoundedDownOnce(phase.rate().mlPerH(), mgPerH.over(mgPerMl));
      assertThat(Fraction.of(phase.drug().mg()).isAbove(PhaseOracle.mg(ordered, kg))).isFalse();
      assertThat(Fraction.of(phase.doseRate().mgPerKgPerH()).isAbove(mgPerH.over(kg))).isFalse();
      assertTimeIsEnough(phase);
      volume = volume.plus(Fraction.of(phase.volume().ml()));
      durationS += phase.durationS();
    }
    assertThat(Fraction.of(achieved.volume().ml())).isEqualTo(volume);
    assertThat(achieved.durationS()).isEqualTo(durationS);
    assertThat(volume.times(mgPerMl).isAbove(PhaseOracle.mg(order, kg))).isFalse();
    assertThat(Fraction.of(achieved.drug().mg()).isAbove(volume.times(mgPerMl))).isFalse();
  }

  /** Not above, and less than one increment of four digits below. */
  private static void assertRoundedDownOnce(BigDecimal told, Fraction exact) {
    Fraction lost = exact.minus(Fraction.of(told));
    assertThat(lost).isGreaterThanOrEqualTo(Fraction.ZERO);
    BigDecimal next = told.add(increment(told));
    assertThat(Fraction.of(next).isAbove(exact)).as("%s for %s", told, exact).isTrue();
  }

  private static BigDecimal increment(BigDecimal told) {
    int whole = Math.max(1, told.setScale(0, RoundingMode.FLOOR).precision());
    return BigDecimal.ONE.movePointLeft(Math.clamp(4 - whole, 0, 3));
  }

  /** The stated time carries the whole volume, and a second less does not. */
  private static void assertTimeIsEnough(AchievedDose.Phase phase) {
    Fraction rate = Fraction.of(phase.rate().mlPerH()).over(Fraction.of(3_600));
    Fraction volume = Fraction.of(phase.volume().ml());
    assertThat(volume.isAbove(rate.times(Fraction.of(phase.durationS())))).isFalse();
    assertThat(volume.isAbove(rate.times(Fraction.of(phase.durationS() - 1)))).isTrue();
  }

  private static void assertSame(Ratio figure, Fraction expected) {
    assertThat(Fraction.of(figure.numerator()).over(Fraction.of(figure.denominator())))
        .isEqualTo(expected);
  }

  @Test
  void linearInTheDose() {
    SeededCases.check(
        7,
        1_000,
        draw -> {
          List<OrderPhase> once = SampleDraws.phases(draw, 1, 4);
          List<OrderPhase> thrice =
              once.stream()
                  .map(p -> new OrderPhase(p.kind(), p.unit(), 3 * p.amountNg(), p.durationS()))
                  .toList();
          ExactDose a = exact(once);
          ExactDose b = exact(thrice);
          assertTimes3(a.volumeMl(), b.volumeMl());
          assertTimes3(a.totalMg(), b.totalMg());
          for (int i = 0; i < once.size(); i++) {
            assertTimes3(a.phases().get(i).rateMlPerH(), b.phases().get(i).rateMlPerH());
          }
        });
  }

  @Test
  void phasesAddUpAndDoNotKnowEachOther() {
    SeededCases.check(
        8,
        1_000,
        draw -> {
          List<OrderPhase> phases = SampleDraws.phases(draw, 2, Order.MOST_PHASES);
          ExactDose together = exact(phases);
          Fraction sum = Fraction.ZERO;
          for (int i = 0; i < phases.size(); i++) {
            ExactDose alone = exact(phases.subList(i, i + 1));
            assertThat(together.phases().get(i)).isEqualTo(alone.phases().getFirst());
            sum = sum.plus(fraction(alone.totalMg()));
          }
          assertThat(fraction(together.totalMg())).isEqualTo(sum);
        });
  }

  private static void assertTimes3(Ratio one, Ratio three) {
    assertThat(fraction(three)).isEqualTo(fraction(one).times(Fraction.of(3)));
  }

  private static Fraction fraction(Ratio ratio) {
    return Fraction.of(ratio.numerator()).over(Fraction.of(ratio.denominator()));
  }

  private ExactDose exact(List<OrderPhase> phases) {
    Order order = SampleOrder.usual().weight(71_300).phases(phases).order();
    return Objects.requireNonNull(guardrail.checkFigures(order, Progress.NONE).exact());
  }
}
