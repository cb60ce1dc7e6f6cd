package org.tenuto.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tenuto.seeded.SeededCases;

/** Conversions lose nothing, and rounding goes where its name says. */
class ExactnessTest {

  @Test
  void convertsWithoutLoss() {
    assertThat(new Volume(1).ml()).isEqualByComparingTo("0.000001");
    assertThat(new FlowRate(52_500_000).mlPerH()).isEqualByComparingTo("52.5");
    assertThat(new DrugAmount(Long.MAX_VALUE).mg()).isEqualByComparingTo("9223372036854.775807");
    assertThat(new BodyWeight(62_500).kg()).isEqualByComparingTo("62.5");
    assertThat(new DoseRate(750_000).mgPerKgPerH()).isEqualByComparingTo("0.75");
    assertThat(new DrugRate(1).mgPerH()).isEqualByComparingTo("0.000001");
    assertThat(new PlasmaConcentration(350_001).ngPerMl()).isEqualByComparingTo("350.001");
  }

  @Test
  void takesNothingForAQuantityAndNothingBelow() {
    assertThat(new DrugRate(0).text()).isEqualTo("0 mg/h");
    assertThat(new PlasmaConcentration(0).text()).isEqualTo("0 ng/mL");
    assertThatThrownBy(() -> new DrugRate(-1)).hasMessage("drug rate -1 ng/h: expected 0 or more");
    assertThatThrownBy(() -> new PlasmaConcentration(-1))
        .hasMessage("plasma concentration -1 pg/mL: expected 0 or more");
    assertThat(new DrugRate(2)).isGreaterThan(new DrugRate(1));
    assertThat(new PlasmaConcentration(2)).isGreaterThan(new PlasmaConcentration(1));
  }

  @Test
  void floorsNeverAboveAndWithinOneUnit() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      BigDecimal exact = BigDecimal.valueOf(random.nextLong(Long.MAX_VALUE / 1_000_000), 12);
      BigDecimal floor = Volume.floorMl(exact).ml();
      assertThat(floor).isLessThanOrEqualTo(exact);
      assertThat(exact.subtract(floor)).isLessThan(new BigDecimal("0.000001"));
      assertThat(FlowRate.floorMlPerH(exact).mlPerH()).isEqualByComparingTo(floor);
      assertThat(DrugAmount.floorMg(exact).mg()).isEqualByComparingTo(floor);
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> Volume.floorMl(new BigDecimal("1e13")))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Volume.floorMl(new BigDecimal("-0.1")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Volume(Long.MAX_VALUE).plus(new Volume(1)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void leavesNothingRatherThanLess() {
    assertThat(new Volume(5).remainingAfter(new Volume(3))).isEqualTo(new Volume(2));
    assertThat(new Volume(5).remainingAfter(new Volume(5))).isEqualTo(new Volume(0));
    assertThat(new Volume(5).remainingAfter(new Volume(6))).isEqualTo(new Volume(0));
  }

  @Test
  void roundsARatioAsTold() {
    Ratio thirds = new Ratio(BigDecimal.TWO, BigDecimal.valueOf(3));
    assertThat(thirds.floor(3)).isEqualByComparingTo("0.666");
    assertThat(thirds.ceiling(3)).isEqualByComparingTo("0.667");
    assertThat(thirds.nearest(3)).isEqualByComparingTo("0.667");
    assertThat(thirds.ceiling(0)).isEqualByComparingTo("1");
    assertThat(new Ratio(BigDecimal.ONE, BigDecimal.TWO).ceiling(1)).isEqualByComparingTo("0.5");
  }

  @Test
  void comparesARatioExactly() {
    Ratio third = new Ratio(BigDecimal.ONE, BigDecimal.valueOf(3));
    assertThat(third.compareTo(new BigDecimal("0.333333333333333333333333"))).isPositive();
    assertThat(third.compareTo(new BigDecimal("0.333333333333333333333334"))).isNegative();
    Ratio half = new Ratio(BigDecimal.ONE, BigDecimal.TWO);
    assertThat(half.compareTo(new BigDecimal("0.50"))).isZero();
  }

  @Test
  void refusesARatioToNothing() {
    assertThatThrownBy(() -> new Ratio(BigDecimal.ONE, BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ratio 1 to 0: expected 0 or more to above 0");
    assertThatThrownBy(() -> new Ratio(BigDecimal.ONE.negate(), BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Ratio(BigDecimal.ZERO, BigDecimal.ONE).ceiling(3)).isZero();
  }

  @Test
  void aRatioIsBetweenItsFloorAndItsCeiling() {
    SeededCases.check(
        11,
        2_000,
        draw -> {
          BigDecimal numerator = BigDecimal.valueOf(draw.number(0, Long.MAX_VALUE), 6);
          BigDecimal denominator = BigDecimal.valueOf(draw.number(1, Long.MAX_VALUE), 6);
          Ratio ratio = new Ratio(numerator, denominator);
          int places = draw.number(0, 9);
          BigDecimal floor = ratio.floor(places);
          BigDecimal ceiling = ratio.ceiling(places);
          assertThat(ratio.compareTo(floor)).isGreaterThanOrEqualTo(0);
          assertThat(ratio.compareTo(ceiling)).isLessThanOrEqualTo(0);
          assertThat(ceiling.subtract(floor)).isIn(BigDecimal.ZERO.setScale(places), ulp(places));
          assertThat(ratio.nearest(places)).isIn(floor, ceiling);
          assertThat(floor.scale()).isEqualTo(places);
        });
  }

  private static BigDecimal ulp(int places) {
    return BigDecimal.ONE.movePointLeft(places).setScale(places);
  }

  @Test
  void amountsHoldNothingBelowNoneAndOrder() {
    assertThatThrownBy(() -> new DrugAmount(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("drug amount -1 ng: expected 0 or more");
    assertThat(new DrugAmount(0).text()).isEqualTo("0 mg");
    assertThat(new DrugAmount(1)).isGreaterThan(new DrugAmount(0));
    assertThat(new DrugAmount(1)).isEqualByComparingTo(new DrugAmount(1));
  }

  @Test
  void nothingIsLostOnTheWayDown() {
    assertThatThrownBy(() -> Scale.exactDown(new BigDecimal("0.0001"), Scale.THOUSAND))
        .isInstanceOf(ArithmeticException.class);
    assertThat(Scale.floorDown(new BigDecimal("0.0019"), Scale.THOUSAND)).isEqualTo(1);
  }

  @Test
  void volumesAddUp() {
    assertThat(new Volume(2).plus(new Volume(3))).isEqualTo(new Volume(5));
  }
}
