package org.tenuto.station;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.PhaseKind;
import org.tenuto.pk.PkPhase;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.QuantityFormatException;
import org.tenuto.quantity.Ratio;
import org.tenuto.quantity.WardUnit;

/**
 * A phase of a program as a person writes it: {@code [bolus:|taper:]AMOUNT:TIME}.
 *
 * <p>AMOUNT is a dose for the whole phase (mg/kg, mg) or a rate (mg/kg/h, mcg/kg/min, mg/h). An
 * amount of 0 is a pause; a time of 0 makes a dose an instant bolus, on paper only.
 *
 * @param kind what it was called; {@code BOLUS} also for an instant one
 * @param amount exact, in the unit, 0 or more
 * @param unit one of the five above
 * @param s how long, s, 0 or more
 */
@NullMarked
record PhaseText(PhaseKind kind, BigDecimal amount, WardUnit unit, long s) {

  private static final List<WardUnit> DOSES = List.of(WardUnit.MG_PER_KG, WardUnit.MG);
  private static final List<WardUnit> RATES =
      List.of(WardUnit.MG_PER_KG_PER_H, WardUnit.MCG_PER_KG_PER_MIN, WardUnit.MG_PER_H);
  private static final List<WardUnit> TIMES = List.of(WardUnit.MIN, WardUnit.H, WardUnit.S);
  private static final String FORM = "AMOUNT:TIME as in 0.5mg/kg:40min or 1mg/kg/h:2h";
  private static final BigDecimal NG_PER_MG = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal S_PER_H = BigDecimal.valueOf(3600);
  private static final BigDecimal MCG_S_PER_MG_MIN = BigDecimal.valueOf(60_000);
  private static final BigDecimal ONE = BigDecimal.ONE;

  /**
   * Reads one phase.
   *
   * @param what the thing it is for, e.g. {@code --phase}
   * @throws QuantityFormatException in one line, if it is anything else
   */
  static PhaseText parse(String what, String text) {
    String[] parts = text.split(":", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw new QuantityFormatException(what, text, FORM);
    }
    PhaseKind kind = parts.length == 2 ? PhaseKind.MAINTENANCE : kind(what, text, parts[0]);
    String amountText = parts[parts.length - 2];
    WardUnit unit = unit(what, amountText);
    BigDecimal amount = unit.parse(what, amountText);
    long s = seconds(what, parts[parts.length - 1]);
    requireSense(what, text, new PhaseText(kind, amount, unit, s));
    return new PhaseText(s == 0 ? PhaseKind.BOLUS : kind, amount, unit, s);
  }

  private static PhaseKind kind(String what, String text, String name) {
    return switch (name) {
      case "bolus" -> PhaseKind.BOLUS;
      case "taper" -> PhaseKind.TAPER;
      default -> throw new QuantityFormatException(what, text, FORM + ", bolus: or taper: before");
    };
  }

  private static WardUnit unit(String what, String amount) {
    for (WardUnit unit : WardUnit.values()) {
      if ((DOSES.contains(unit) || RATES.contains(unit)) && unit.isUnitOf(amount)) {
        return unit;
      }
    }
    throw new QuantityFormatException(
        what, amount, "an amount in one of " + symbols(DOSES) + ", " + symbols(RATES));
  }

  private static String symbols(List<WardUnit> units) {
    return units.stream().map(WardUnit::symbol).collect(Collectors.joining(", "));
  }

  private static long seconds(String what, String time) {
    for (WardUnit unit : TIMES) {
      if (unit.isUnitOf(time) && unit.parse(what, time).signum() == 0) {
        return 0;
      }
    }
    return InfusionTime.parse(what, time).s();
  }

  private static void requireSense(String what, String text, PhaseText phase) {
    if (phase.s == 0 && (phase.isPause() || !DOSES.contains(phase.unit))) {
      throw new QuantityFormatException(what, text, "a dose such as 0.1mg/kg with a time of 0");
    }
    if (phase.kind != PhaseKind.MAINTENANCE && phase.isPause()) {
      throw new QuantityFormatException(what, text, "more than 0 in a bolus or taper");
    }
    if (phase.kind == PhaseKind.TAPER && phase.s == 0) {
      throw new QuantityFormatException(what, text, "a time above 0 for a taper");
    }
  }

  /** Whether it gives no drug. */
  boolean isPause() {
    return amount.signum() == 0;
  }

  /** Whether it takes no time: for paper, no pump can give it. */
  boolean isInstant() {
    return s == 0;
  }

  /** All the drug of the phase, mg. Exact. */
  Ratio totalMg(BodyWeight weight) {
    BigDecimal seconds = BigDecimal.valueOf(s);
    return switch (unit) {
      case MG_PER_KG -> new Ratio(amount.multiply(weight.kg()), ONE);
      case MG -> new Ratio(amount, ONE);
      case MG_PER_H -> new Ratio(amount.multiply(seconds), S_PER_H);
      case MG_PER_KG_PER_H -> new Ratio(amount.multiply(weight.kg()).multiply(seconds), S_PER_H);
      case MCG_PER_KG_PER_MIN ->
          new Ratio(amount.multiply(weight.kg()).multiply(seconds), MCG_S_PER_MG_MIN);
      default -> throw new IllegalStateException("unit " + unit);
    };
  }

  /**
   * As an order has it, which a pump can give.
   *
   * @param what the thing it is for, e.g. {@code --phase}
   * @throws QuantityFormatException if it is a pause, takes no time or is in mg
   */
  OrderPhase orderPhase(String what) {
    DoseUnit ordered = DoseUnit.of(what, unit.format(amount));
    if (isPause() || isInstant()) {
      throw new QuantityFormatException(what, text(), "an amount and a time above 0");
    }
    return new OrderPhase(kind, ordered, ordered.ng(amount), s);
  }

  /** As the models see it. */
  PkPhase pkPhase(BodyWeight weight) {
    Ratio mg = totalMg(weight);
    BigDecimal ng = mg.numerator().multiply(NG_PER_MG);
    if (isInstant()) {
      return PkPhase.instant(ng.divide(mg.denominator(), MathContext.DECIMAL128).doubleValue());
    }
    BigDecimal perS = mg.denominator().multiply(BigDecimal.valueOf(s));
    double rateNgPerS = ng.divide(perS, MathContext.DECIMAL128).doubleValue();
    return new PkPhase(rateNgPerS, s, kind == PhaseKind.BOLUS);
  }

  /** As written for people, e.g. {@code 0.5 mg/kg over 40 min}. */
  String text() {
    if (isInstant()) {
      return "bolus " + unit.format(amount) + " at once";
    }
    String time = new InfusionTime(s).text();
    if (isPause()) {
      return "pause " + time;
    }
    String name = kind == PhaseKind.MAINTENANCE ? "" : kind == PhaseKind.BOLUS ? "bolus " : "taper ";
    return name + unit.format(amount) + (DOSES.contains(unit) ? " over " : " for ") + time;
  }
}
