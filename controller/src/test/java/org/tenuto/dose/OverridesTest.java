package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.dose.ReasonCode.*;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tenuto.dose.Finding.Severity;
import org.tenuto.quantity.Volume;

/** Soft limits may be passed by two persons with a reason each; hard ones by nobody. */
class OverridesTest {

  private final OrderReview review =
      new OrderReview(SampleOrders.LIBRARY, syringe -> new FourDigitPump());

  /** 0.1 mg/kg of 30 kg: below the soft limits of dose and weight. */
  private static SampleOrder low() {
    return SampleOrder.usual().weight(30_000).dose(100_000, 2_400);
  }

  @Test
  void twoPersonsAndAReasonForEach() {
    SampleOrder order =
        low().overriding(WEIGHT_BELOW_SOFT_LIMIT, DOSE_BELOW_SOFT_LIMIT).staff("anna", "ben");
    assertThat(codes(order)).containsExactly("WEIGHT_BELOW_SOFT_LIMIT", "DOSE_BELOW_SOFT_LIMIT");
    assertThat(readBack(order).overrideCount()).isEqualTo(2);
    assertThat(permitted(order)).isTrue();
  }

  @Test
  void oneReasonOfTwoIsNotEnough() {
    SampleOrder order = low().overriding(WEIGHT_BELOW_SOFT_LIMIT).staff("anna", "ben");
    assertThat(codes(order))
        .containsExactly(
            "WEIGHT_BELOW_SOFT_LIMIT", "DOSE_BELOW_SOFT_LIMIT", "SOFT_LIMIT_NOT_OVERRIDDEN");
    assertThat(readBack(order).findings().getLast().text())
        .isEqualTo("soft limit DOSE_BELOW_SOFT_LIMIT: expected a reason for passing it");
    assertThat(readBack(order).overrideCount()).isEqualTo(1);
    assertThat(permitted(order)).isFalse();
  }

  @Test
  void onePersonIsNotEnough() {
    SampleOrder order = low().overriding(WEIGHT_BELOW_SOFT_LIMIT, DOSE_BELOW_SOFT_LIMIT);
    assertThat(codes(order.staff("anna", ""))).contains("SECOND_PERSON_MISSING");
    assertThat(permitted(order)).isFalse();
    assertThat(codes(order.staff("anna", "anna "))).contains("SECOND_PERSON_IS_FIRST");
    assertThat(permitted(order)).isFalse();
  }

  /** A check nobody asked for is still one by another person. */
  @Test
  void nobodyIsASecondPersonToThemselves() {
    SampleOrder order = SampleOrder.usual().staff("anna", "ANNA");
    assertThat(codes(order)).contains("SECOND_PERSON_IS_FIRST");
    assertThat(permitted(order)).isFalse();
  }

  @Test
  void anOrderWithinItsLimitsNeedsNeither() {
    assertThat(permitted(SampleOrder.usual())).isTrue();
    assertThat(permitted(SampleOrder.usual().staff("anna", "berta"))).isTrue();
    assertThat(readBack(SampleOrder.usual().overriding(DOSE_ABOVE_SOFT_LIMIT)).overrideCount())
        .as("a reason for a limit that is not passed counts for nothing")
        .isZero();
  }

  @Test
  void aReasonThatIsBlankIsNone() {
    List<LimitOverride> blank =
        List.of(
            new LimitOverride(WEIGHT_BELOW_SOFT_LIMIT.name(), "\t "),
            new LimitOverride(DOSE_BELOW_SOFT_LIMIT.name(), "pain"));
    assertThat(permitted(low().overrides(blank).staff("anna", "ben"))).isFalse();
  }

  @Test
  void aNoteNeedsNobody() {
    SampleOrder pain = SampleOrder.program("KETAMINE-RACEMIC", "PAIN-CRPS-4H");
    SampleOrder order = pain.concentration(5_000_000);
    assertThat(codes(order)).contains("PROTOCOL_FROM_SECONDARY_SOURCE");
    assertThat(readBack(order).findings())
        .extracting(Finding::severity)
        .doesNotContain(Severity.HARD);
  }

  @Test
  void nobodyPassesAHardLimit() {
    List<LimitOverride> everything =
        Arrays.stream(ReasonCode.values())
            .filter(code -> code.severity() == Severity.HARD)
            .map(code -> new LimitOverride(code.name(), "because"))
            .toList();
    for (int from = 0; from < everything.size(); from += Order.MOST_OVERRIDES) {
      List<LimitOverride> some =
          everything.subList(from, Math.min(everything.size(), from + Order.MOST_OVERRIDES));
      for (SampleOrder order : hard()) {
        assertThat(permitted(order.overrides(some).attested(false).staff("anna", "ben")))
            .as("%s", codes(order))
            .isFalse();
      }
    }
  }

  private static List<SampleOrder> hard() {
    return List.of(
        SampleOrder.usual().dose(1_000_001, 6_000),
        SampleOrder.usual().weight(24_999),
        SampleOrder.usual().dose(1_000_000, 2_400),
        SampleOrder.usual().dose(500_000, 1_799),
        SampleOrder.usual().loaded(36_499_999),
        SampleOrder.program("ESKETAMINE", "DEP-ESKETAMINE-40"),
        SampleOrder.usual()
            .priors(new PriorDose("KETAMINE-RACEMIC", 35_000_001, 60, 0, false, true)));
  }

  @ParameterizedTest
  @EnumSource(value = ReasonCode.class)
  void aFindingIsPassedOnlyIfItIsSoft(ReasonCode code) {
    SampleOrder order = SampleOrder.usual().overriding(code).staff("anna", "ben");
    Findings findings = new Findings();
    findings.add(code, "thing", "other");
    Overrides.check(order.order(), findings);
    boolean hard =
        findings.list().stream().anyMatch(finding -> finding.severity() == Severity.HARD);
    assertThat(hard).isEqualTo(code.severity() == Severity.HARD);
  }

  @Test
  void softFindingsThatFillTheListAreNotPassedUnseen() {
    Findings findings = new Findings();
    for (int i = 0; i < Findings.MOST - 1; i++) {
      findings.add(DOSE_ABOVE_SOFT_LIMIT, "dose " + i, "less");
    }
    Overrides.check(SampleOrder.usual().order(), findings);
    assertThat(findings.list()).hasSize(Findings.MOST);
    assertThat(findings.list().getLast().code()).isEqualTo("MORE_FINDINGS");
    Findings again = new Findings(findings.list());
    again.add(DRUG_UNKNOWN, "drug", "another");
    assertThat(again.list())
        .hasSize(Findings.MOST)
        .containsOnlyOnceElementsOf(Collections.singletonList(findings.list().getLast()));
  }

  private boolean permitted(SampleOrder order) {
    return PermittedForTests.rest(review, readBack(order), 0, new Volume(0)) != null;
  }

  private List<String> codes(SampleOrder order) {
    return readBack(order).findings().stream().map(Finding::code).toList();
  }

  private ReadBack readBack(SampleOrder order) {
    return review.readBack(order.order(), 1, 2);
  }
}
