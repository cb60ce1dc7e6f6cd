package org.tenuto.dose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tenuto.seeded.Draw;

/** Random parts of orders: what a ward might enter, and what nobody would. */
final class SampleDraws {

  private static final long NG_PER_MG = 1_000_000;

  private SampleDraws() {}

  /** Phases with amounts and times as they are given. */
  static List<OrderPhase> phases(Draw draw, int fewest, int most) {
    List<OrderPhase> phases = new ArrayList<>();
    int count = draw.number(fewest, most);
    for (int i = 0; i < count; i++) {
      DoseUnit unit = draw.oneOf(DoseUnit.values());
      phases.add(
          new OrderPhase(
              draw.oneOf(PhaseKind.values()),
              unit,
              draw.number(1L, highest(unit)),
              draw.number(1L, 4 * 3_600L)));
    }
    return phases;
  }

  /** An order near a protocol's own program, or with some number nobody would enter. */
  static Order order(Draw draw) {
    DrugEntry drug = draw.oneOf(List.copyOf(SampleOrders.LIBRARY.drugs()));
    Protocol protocol = draw.oneOf(List.copyOf(drug.protocols().values()));
    SampleOrder order =
        SampleOrder.usual()
            .drug(drug.id(), protocol.id())
            .patient(patient(draw))
            .basis(draw.flag() ? WeightBasis.ACTUAL : draw.oneOf(WeightBasis.values()))
            .phases(program(draw, protocol))
            .concentration(draw.oneOf(1_000_000L, 2_000_000L, 5_000_000L, 10_000_000L))
            .priors(priors(draw, drug))
            .attested(draw.flag())
            .overrides(overrides(draw))
            .staff(
                draw.number(0, 9) > 0 ? "anna" : "",
                draw.oneOf("ben", "ben", "ben", "ben", "", "anna"));
    return draw.number(0, 7) == 0 ? absurd(draw, order) : order.order();
  }

  /** One number far from what it should be. */
  private static Order absurd(Draw draw, SampleOrder order) {
    long number = draw.number(Long.MIN_VALUE, Long.MAX_VALUE);
    return switch (draw.number(0, 5)) {
      case 0 -> order.weight(number).order();
      case 1 -> order.dose(number, 2_400).order();
      case 2 -> order.dose(500_000, number).order();
      case 3 -> order.concentration(number).order();
      case 4 -> order.loaded(number).order();
      default -> order.priors(new PriorDose("DEMO", number, number, number, true, false)).order();
    };
  }

  private static Patient patient(Draw draw) {
    boolean known = draw.number(0, 3) > 0;
    return new Patient(
        draw.flag() ? draw.number(40_000L, 110_000L) : draw.number(20_000L, 310_000L),
        known ? draw.number(1_400L, 2_000L) : 0,
        known ? draw.oneOf(Sex.MALE, Sex.FEMALE) : Sex.NOT_GIVEN,
        draw.flag() ? draw.number(25_000L, 150_000L) : 0);
  }

  /** The protocol's program with amounts and times from half to double, now and then cut. */
  private static List<OrderPhase> program(Draw draw, Protocol protocol) {
    if (draw.number(0, 5) == 0) {
      return phases(draw, 1, Order.MOST_PHASES);
    }
    List<OrderPhase> phases = new ArrayList<>();
    for (OrderPhase phase : protocol.phases()) {
      phases.add(
          new OrderPhase(
              phase.kind(),
              phase.unit(),
              near(draw, phase.amountNg()),
              near(draw, phase.durationS())));
    }
    return phases;
  }

  private static long near(Draw draw, long usual) {
    return draw.oneOf(
        usual,
        usual,
        draw.number(usual * 9 / 10, usual * 11 / 10),
        draw.number(usual / 2, usual * 2));
  }

  private static List<PriorDose> priors(Draw draw, DrugEntry drug) {
    List<PriorDose> priors = new ArrayList<>();
    int count = draw.oneOf(0, 0, 0, 1, 2);
    for (int i = 0; i < count; i++) {
      priors.add(
          new PriorDose(
              draw.number(0, 9) == 0 ? "OTHER" : drug.id(),
              draw.number(1L, draw.oneOf(NG_PER_MG, 60 * NG_PER_MG)),
              draw.number(0L, 14_400L),
              draw.oneOf(0L, 3_600L, 86_399L, 86_400L, 200_000L),
              draw.flag(),
              draw.flag()));
    }
    return priors;
  }

  /** Reasons for all soft limits an order can have, or for some, or none; or for hard ones. */
  private static List<LimitOverride> overrides(Draw draw) {
    List<ReasonCode> codes = new ArrayList<>(Arrays.asList(ReasonCode.values()));
    boolean soft = draw.number(0, 3) > 0;
    codes.removeIf(code -> (code.severity() == Finding.Severity.SOFT) != soft);
    List<LimitOverride> overrides = new ArrayList<>();
    int count = draw.oneOf(0, 4, Order.MOST_OVERRIDES);
    for (int i = 0; i < count; i++) {
      overrides.add(
          new LimitOverride(draw.oneOf(codes).name(), draw.oneOf("so", "so", "so", "so", " ")));
    }
    return overrides;
  }

  private static long highest(DoseUnit unit) {
    return switch (unit) {
      case MG_PER_KG, MG_PER_KG_PER_H -> NG_PER_MG;
      case MCG_PER_KG_PER_MIN -> 20_000;
      case MG_PER_H -> 100 * NG_PER_MG;
    };
  }
}
