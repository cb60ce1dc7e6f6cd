package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenuto.quantity.BodyHeight;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Ratio;

/** Body size and dosing weight against vectors printed to six decimals. */
class BodySizeVectorsTest {

  private static final int PRINTED_PLACES = 6;

  private final Guardrail guardrail =
      new Guardrail(SampleOrders.LIBRARY, syringe -> new FourDigitPump());

  static List<String> people() throws IOException {
    return VectorFile.rows("body_size_vectors.csv");
  }

  @Test
  void vectorsAreThere() throws IOException {
    assertThat(people()).hasSize(30);
  }

  @ParameterizedTest
  @MethodSource("people")
  void figuresAsPrinted(String row) {
    String[] f = row.split(",", -1);
    Patient someone = patient(f);
    BodySize size =
        BodySize.of(
            new BodyWeight(someone.weightG()), new BodyHeight(someone.heightMm()), someone.sex());
    assertPrinted(size.bmi(), f[3]);
    assertPrinted(size.idealKg(), f[4]);
    assertPrinted(size.adjustedKg(), f[5]);
    assertPrinted(size.leanKg(), f[6]);
    assertThat(size.surfaceM2().setScale(PRINTED_PLACES, RoundingMode.HALF_UP))
        .isEqualByComparingTo(f[7]);
    assertThat(size.obese()).isEqualTo(f[8].equals("IBW"));
  }

  @ParameterizedTest
  @MethodSource("people")
  void policyChoosesTheDosingWeight(String row) {
    String[] f = row.split(",", -1);
    Order order =
        SampleOrder.usual().patient(patient(f)).basis(WeightBasis.IDEAL_IF_OBESE).order();
    Verdict verdict = guardrail.check(order);
    assertPrinted(Objects.requireNonNull(verdict.exact()).dosingWeightKg(), f[9]);
    boolean tooShort = f[8].equals("IBW") && Integer.parseInt(f[1]) == 150;
    assertThat(codes(verdict).contains("HEIGHT_BELOW_FORMULA_RANGE"))
        .as("Devine says nothing below 152.4 cm: computed, but not dosed by")
        .isEqualTo(tooShort);
  }

  @ParameterizedTest
  @MethodSource("people")
  void everyBasisDosesByItsOwnFigure(String row) {
    String[] f = row.split(",", -1);
    String[] expected = {f[2], f[4], f[5], f[6]};
    WeightBasis[] bases = {
      WeightBasis.ACTUAL, WeightBasis.IDEAL, WeightBasis.ADJUSTED, WeightBasis.LEAN
    };
    for (int i = 0; i < bases.length; i++) {
      Verdict verdict =
          guardrail.check(SampleOrder.usual().patient(patient(f)).basis(bases[i]).order());
      ExactDose exact = Objects.requireNonNull(verdict.exact());
      assertPrinted(exact.dosingWeightKg(), expected[i]);
      assertThat(exact.doseMgPerKg().compareTo(new BigDecimal("0.5"))).isZero();
      assertThat(codes(verdict).contains("DOSING_WEIGHT_ABOVE_ACTUAL"))
          .as(bases[i].name())
          .isEqualTo(new BigDecimal(expected[i]).compareTo(new BigDecimal(f[2])) > 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1523,IDEAL,true", "1524,IDEAL,false",
    "1523,ADJUSTED,true", "1524,ADJUSTED,false",
    "1523,IDEAL_IF_OBESE,true", "1524,IDEAL_IF_OBESE,false",
    "1523,LEAN,false", "1523,ACTUAL,false",
  })
  void belowSixtyInchesNobodyIsDosedByDevine(long mm, WeightBasis basis, boolean refused) {
    Patient obese = new Patient(90_000, mm, Sex.FEMALE, 0);
    Verdict verdict = guardrail.check(SampleOrder.usual().patient(obese).basis(basis).order());
    assertThat(codes(verdict).contains("HEIGHT_BELOW_FORMULA_RANGE")).isEqualTo(refused);
    assertThat(verdict.size()).as("computed all the same").isNotNull();
  }

  @Test
  void obesityBeginsAtThirty() {
    // 1.7 m: 30 kg/m² is exactly 86.7 kg.
    assertThat(dosingWeight(86_699)).isEqualTo("86.699");
    assertThat(dosingWeight(86_700)).isEqualTo("65.937");
  }

  private String dosingWeight(long g) {
    Order order =
        SampleOrder.usual()
            .patient(new Patient(g, 1_700, Sex.MALE, 0))
            .basis(WeightBasis.IDEAL_IF_OBESE)
            .order();
    return Objects.requireNonNull(guardrail.check(order).exact())
        .dosingWeightKg().floor(3).toPlainString();
  }

  private static Patient patient(String[] f) {
    return new Patient(
        Long.parseLong(f[2]) * 1_000,
        Long.parseLong(f[1]) * 10,
        f[0].equals("M") ? Sex.MALE : Sex.FEMALE,
        0);
  }

  private static void assertPrinted(Ratio figure, String printed) {
    assertThat(figure.nearest(PRINTED_PLACES)).isEqualByComparingTo(printed);
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.findings().stream().map(Finding::code).toList();
  }
}
