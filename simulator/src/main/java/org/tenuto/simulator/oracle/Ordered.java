package org.tenuto.simulator.oracle;

import java.math.BigInteger;
import java.util.List;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderPhase;

/**
 * What an order comes to, worked out here from what staff entered alone: exact fractions, rounded
 * up to a nanolitre. By actual weight only.
 *
 * @param throughPhaseNl volume up to the end of each phase, nL
 * @param rateNlPerH of each phase, nL/h
 */
public record Ordered(List<Long> throughPhaseNl, List<Long> rateNlPerH) {

  private static final BigInteger NL_PER_ML = BigInteger.valueOf(1_000_000);
  private static final BigInteger G_PER_KG = BigInteger.valueOf(1_000);
  private static final BigInteger S_PER_H = BigInteger.valueOf(3_600);

  public Ordered {
    throughPhaseNl = List.copyOf(throughPhaseNl);
    rateNlPerH = List.copyOf(rateNlPerH);
  }

  /** What that order comes to. */
  public static Ordered of(Order order) {
    Long[] through = new Long[order.phases().size()];
    Long[] rates = new Long[through.length];
    BigInteger sumNumerator = BigInteger.ZERO;
    BigInteger denominator = denominator(order);
    for (int i = 0; i < through.length; i++) {
      OrderPhase phase = order.phases().get(i);
      BigInteger numerator = numerator(order, phase);
      sumNumerator = sumNumerator.add(numerator);
      through[i] = up(sumNumerator, denominator);
      BigInteger seconds = BigInteger.valueOf(phase.durationS());
      rates[i] = up(numerator.multiply(S_PER_H), denominator.multiply(seconds));
    }
    return new Ordered(List.of(through), List.of(rates));
  }

  /** One phase of that volume at that rate. */
  static Ordered of(long volumeNl, long nlPerH) {
    return new Ordered(List.of(volumeNl), List.of(nlPerH));
  }

  /** All amounts as fractions of kg/h·min times concentration: one denominator for every unit. */
  private static BigInteger denominator(Order order) {
    return BigInteger.valueOf(order.concentrationNgPerMl()).multiply(G_PER_KG).multiply(S_PER_H);
  }

  private static BigInteger numerator(Order order, OrderPhase phase) {
    BigInteger amount = BigInteger.valueOf(phase.amountNg()).multiply(NL_PER_ML);
    BigInteger weight = BigInteger.valueOf(order.patient().weightG());
    BigInteger seconds = BigInteger.valueOf(phase.durationS());
    return switch (phase.unit()) {
      case MG_PER_KG -> amount.multiply(weight).multiply(S_PER_H);
      case MG_PER_KG_PER_H -> amount.multiply(weight).multiply(seconds);
      case MCG_PER_KG_PER_MIN ->
          amount.multiply(weight).multiply(seconds).multiply(BigInteger.valueOf(60));
      case MG_PER_H -> amount.multiply(seconds).multiply(G_PER_KG);
    };
  }

  private static long up(BigInteger numerator, BigInteger denominator) {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return parts[1].signum() == 0
        ? parts[0].longValueExact()
        : parts[0].longValueExact() + 1;
  }

  /** Volume of all phases, nL. */
  public long totalNl() {
    return throughPhaseNl.getLast();
  }

  /** Highest rate of all phases, nL/h. */
  public long highestRateNlPerH() {
    return rateNlPerH.stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
