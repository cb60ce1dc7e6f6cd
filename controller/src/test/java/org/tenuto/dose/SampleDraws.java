package org.tenuto.dose;

import java.util.ArrayList;
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

  private static long highest(DoseUnit unit) {
    return switch (unit) {
      case MG_PER_KG, MG_PER_KG_PER_H -> NG_PER_MG;
      case MCG_PER_KG_PER_MIN -> 20_000;
      case MG_PER_H -> 100 * NG_PER_MG;
    };
  }
}
