package org.tenuto.dose;

/** What a phase comes to, from the definitions of the units and nothing of the calculator. */
final class PhaseOracle {

  private static final long NG_PER_MG = 1_000_000;

  private PhaseOracle() {}

  /** Drug per hour, mg/h, at a dosing weight in kg. */
  static Fraction mgPerH(OrderPhase phase, Fraction kg) {
    Fraction mg = Fraction.of(phase.amountNg(), NG_PER_MG);
    Fraction h = hours(phase);
    return switch (phase.unit()) {
      case MG_PER_KG -> mg.times(kg).over(h);
      case MG_PER_KG_PER_H -> mg.times(kg);
      case MCG_PER_KG_PER_MIN -> mg.times(kg).times(Fraction.of(60));
      case MG_PER_H -> mg;
    };
  }

  /** Drug, mg. */
  static Fraction mg(OrderPhase phase, Fraction kg) {
    return mgPerH(phase, kg).times(hours(phase));
  }

  /** Drug of the whole order, mg. */
  static Fraction mg(Order order, Fraction kg) {
    Fraction sum = Fraction.ZERO;
    for (OrderPhase phase : order.phases()) {
      sum = sum.plus(mg(phase, kg));
    }
    return sum;
  }

  /** Concentration, mg/mL. */
  static Fraction mgPerMl(Order order) {
    return Fraction.of(order.concentrationNgPerMl(), NG_PER_MG);
  }

  /** The actual weight, kg. */
  static Fraction kg(Order order) {
    return Fraction.of(order.patient().weightG(), 1_000);
  }

  private static Fraction hours(OrderPhase phase) {
    return Fraction.of(phase.durationS(), 3_600);
  }
}
