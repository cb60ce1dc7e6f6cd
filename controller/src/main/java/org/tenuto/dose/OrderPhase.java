package org.tenuto.dose;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.InfusionTime;

/**
 * One phase of an order: a constant rate for a time, as it was ordered.
 *
 * @param kind what it is for
 * @param unit the unit it was ordered in
 * @param amountNg how much: ng/kg, ng/kg/h, ng/kg/min or ng/h, by the unit
 * @param durationS how long, s
 */
public record OrderPhase(PhaseKind kind, DoseUnit unit, long amountNg, long durationS) {

  private static final BigInteger S_PER_H = BigInteger.valueOf(3_600);
  private static final BigInteger S_PER_MIN = BigInteger.valueOf(60);
  private static final BigInteger G_PER_KG = BigInteger.valueOf(1_000);

  /** A dose by weight over a time. */
  public static OrderPhase dose(long ngPerKg, long durationS) {
    return new OrderPhase(PhaseKind.MAINTENANCE, DoseUnit.MG_PER_KG, ngPerKg, durationS);
  }

  /**
   * The same phase at another dose rate: as much drug by dosing weight, in another time.
   *
   * @param ngPerKgPerH dose rate, ng/kg/h, above 0; the phase's is at most that
   * @param dosingG the weight doses per kg are multiplied by, g
   * @return null if the phase has no figures an order can have
   */
  public @Nullable OrderPhase atDoseRate(long ngPerKgPerH, long dosingG) {
    BigInteger ngPerKg = ngPerKg(dosingG);
    if (ngPerKgPerH <= 0 || ngPerKg.signum() <= 0) {
      return null;
    }
    BigInteger[] s =
        ngPerKg.multiply(S_PER_H).divideAndRemainder(BigInteger.valueOf(ngPerKgPerH));
    BigInteger up = s[1].signum() == 0 ? s[0] : s[0].add(BigInteger.ONE);
    boolean fits = ngPerKg.bitLength() < Long.SIZE && up.bitLength() < Long.SIZE;
    return fits
        ? new OrderPhase(kind, DoseUnit.MG_PER_KG, ngPerKg.longValue(), up.longValue())
        : null;
  }

  /** What the phase gives by dosing weight, rounded down; of 0 g nothing. */
  private BigInteger ngPerKg(long dosingG) {
    BigInteger amount = BigInteger.valueOf(amountNg);
    BigInteger forTime = amount.multiply(BigInteger.valueOf(durationS));
    return switch (unit) {
      case MG_PER_KG -> amount;
      case MG_PER_KG_PER_H -> forTime.divide(S_PER_H);
      case MCG_PER_KG_PER_MIN -> forTime.divide(S_PER_MIN);
      case MG_PER_H ->
          dosingG <= 0
              ? BigInteger.ZERO
              : forTime.multiply(G_PER_KG).divide(S_PER_H.multiply(BigInteger.valueOf(dosingG)));
    };
  }

  /** As written for people, e.g. {@code 0.5 mg/kg over 40 min} or {@code 0.3 mg/kg/h for 4 h}. */
  public String text() {
    String joint = unit == DoseUnit.MG_PER_KG ? " over " : " for ";
    return unit.ward().format(unit.value(amountNg)) + joint + new InfusionTime(durationS).text();
  }
}
