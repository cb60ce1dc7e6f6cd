package org.tenuto.pk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * The same body by other means: the matrix exponential of the augmented system, by scaling and
 * squaring, in 60 digits. It knows no eigenvalue and no partial fraction.
 *
 * <p>State: amount in compartments 1, 2, 3 (ng), Ce (ng/mL), eliminated (ng), and 1 for the input.
 * Time in min.
 */
@NullMarked
final class BodyOracle {

  private static final MathContext DIGITS = new MathContext(60);
  private static final int TAYLOR_TERMS = 34;
  private static final int CE = 3;
  private static final int GONE = 4;
  private static final int INPUT = 5;
  private static final int SIZE = 6;
  private static final BigDecimal S_PER_MIN = BigDecimal.valueOf(60);

  private final BigDecimal[][] flows = zero();
  private final BigDecimal v1Ml;
  private BigDecimal[] state = new BigDecimal[SIZE];

  BodyOracle(RateConstants k) {
    v1Ml = new BigDecimal(k.v1L()).multiply(BigDecimal.valueOf(1000));
    flow(0, GONE, k.k10PerMin());
    flow(0, 1, k.k12PerMin());
    flow(1, 0, k.k21PerMin());
    flow(0, 2, k.k13PerMin());
    flow(2, 0, k.k31PerMin());
    if (k.hasKe0()) {
      BigDecimal ke0 = new BigDecimal(k.ke0PerMin());
      flows[CE][0] = ke0.divide(v1Ml, DIGITS);
      flows[CE][CE] = ke0.negate();
    }
    java.util.Arrays.fill(state, BigDecimal.ZERO);
    state[INPUT] = BigDecimal.ONE;
  }

  private void flow(int from, int to, double perMin) {
    BigDecimal k = new BigDecimal(perMin);
    flows[from][from] = flows[from][from].subtract(k);
    flows[to][from] = flows[to][from].add(k);
  }

  /** The program up to a time. */
  static BodyOracle at(RateConstants k, List<PkPhase> phases, double tS) {
    BodyOracle body = new BodyOracle(k);
    BigDecimal left = new BigDecimal(tS);
    for (PkPhase phase : phases) {
      if (left.signum() < 0) {
        return body;
      }
      body.state[0] = body.state[0].add(new BigDecimal(phase.instantNg()));
      BigDecimal part = left.min(new BigDecimal(phase.durationS()));
      body.advance(new BigDecimal(phase.rateNgPerS()), part);
      left = left.subtract(new BigDecimal(phase.durationS()));
    }
    if (left.signum() > 0) {
      body.advance(BigDecimal.ZERO, left);
    }
    return body;
  }

  private void advance(BigDecimal rateNgPerS, BigDecimal dtS) {
    BigDecimal dtMin = dtS.divide(S_PER_MIN, DIGITS);
    BigDecimal[][] system = zero();
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        system[i][j] = flows[i][j].multiply(dtMin, DIGITS);
      }
    }
    system[0][INPUT] = rateNgPerS.multiply(dtS, DIGITS);
    state = times(exponential(system), state);
  }

  BigDecimal cpNgPerMl() {
    return state[0].divide(v1Ml, DIGITS);
  }

  BigDecimal ceNgPerMl() {
    return state[CE];
  }

  BigDecimal inBodyNg() {
    return state[0].add(state[1]).add(state[2]);
  }

  BigDecimal eliminatedNg() {
    return state[GONE];
  }

  private static BigDecimal[][] exponential(BigDecimal[][] a) {
    int squarings = 0;
    BigDecimal norm = norm(a);
    BigDecimal scale = BigDecimal.ONE;
    while (norm.compareTo(scale) > 0) {
      scale = scale.multiply(BigDecimal.TWO);
      squarings++;
    }
    BigDecimal[][] term = identity();
    BigDecimal[][] sum = identity();
    for (int n = 1; n <= TAYLOR_TERMS; n++) {
      term = scaled(times(term, a), scale.multiply(BigDecimal.valueOf(n)));
      sum = plus(sum, term);
    }
    for (int i = 0; i < squarings; i++) {
      sum = times(sum, sum);
    }
    return sum;
  }

  /** The largest rate; the input column is only a load and does not count. */
  private static BigDecimal norm(BigDecimal[][] a) {
    BigDecimal norm = BigDecimal.ZERO;
    for (int i = 0; i < INPUT; i++) {
      norm = norm.max(a[i][i].abs());
    }
    return norm.multiply(BigDecimal.valueOf(8));
  }

  private static BigDecimal[][] times(BigDecimal[][] a, BigDecimal[][] b) {
    BigDecimal[][] product = zero();
    for (int i = 0; i < SIZE; i++) {
      for (int k = 0; k < SIZE; k++) {
        if (a[i][k].signum() != 0) {
          for (int j = 0; j < SIZE; j++) {
            product[i][j] = product[i][j].add(a[i][k].multiply(b[k][j], DIGITS), DIGITS);
          }
        }
      }
    }
    return product;
  }

  private static BigDecimal[] times(BigDecimal[][] a, BigDecimal[] vector) {
    BigDecimal[] product = new BigDecimal[SIZE];
    for (int i = 0; i < SIZE; i++) {
      product[i] = BigDecimal.ZERO;
      for (int j = 0; j < SIZE; j++) {
        product[i] = product[i].add(a[i][j].multiply(vector[j], DIGITS), DIGITS);
      }
    }
    return product;
  }

  private static BigDecimal[][] plus(BigDecimal[][] a, BigDecimal[][] b) {
    BigDecimal[][] sum = zero();
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        sum[i][j] = a[i][j].add(b[i][j], DIGITS);
      }
    }
    return sum;
  }

  private static BigDecimal[][] scaled(BigDecimal[][] a, BigDecimal divisor) {
    BigDecimal[][] quotient = zero();
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        quotient[i][j] = a[i][j].divide(divisor, DIGITS);
      }
    }
    return quotient;
  }

  private static BigDecimal[][] identity() {
    BigDecimal[][] one = zero();
    for (int i = 0; i < SIZE; i++) {
      one[i][i] = BigDecimal.ONE;
    }
    return one;
  }

  private static BigDecimal[][] zero() {
    BigDecimal[][] zero = new BigDecimal[SIZE][SIZE];
    for (BigDecimal[] row : zero) {
      java.util.Arrays.fill(row, BigDecimal.ZERO);
    }
    return zero;
  }
}
