package org.tenuto.pk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three forms against series in 60 digits, over the places where differences cancel. */
class DecayTest {

  private static final MathContext DIGITS = new MathContext(60);
  private static final double[] ARGUMENTS = {
    0,
    1e-300,
    1e-17,
    1e-9,
    1e-4,
    0.1,
    0.5,
    0.999,
    0.9999999999999999,
    1,
    1.0000000000000002,
    1.0000001,
    1.5,
    2,
    10,
    30
  };

  @Test
  void isExactOverAllPairs() {
    for (double x : ARGUMENTS) {
      close("mean " + x, Decay.mean(x), series(x, 0, 1));
      close("left " + x, Decay.left(x), series(x, 0, 0).multiply(BigDecimal.ONE));
      for (double y : ARGUMENTS) {
        close("fed " + x + ", " + y, Decay.fed(x, y), series(x, y, 1));
        close("fedSteadily " + x + ", " + y, Decay.fedSteadily(x, y), series(x, y, 2));
      }
    }
  }

  private static void close(String what, double found, BigDecimal exact) {
    double expected = exact.doubleValue();
    assertThat(found).as(what).isCloseTo(expected, within(Math.abs(expected) * 4e-15));
  }

  /** Sum of (-1)^n h_n(x, y) / (n + order)!: e^-x, fed and fedSteadily for order 0, 1, 2. */
  private static BigDecimal series(double x, double y, int order) {
    BigDecimal factor = BigDecimal.ONE;
    for (int i = 2; i <= order; i++) {
      factor = factor.divide(BigDecimal.valueOf(i), DIGITS);
    }
    BigDecimal h = BigDecimal.ONE;
    BigDecimal power = BigDecimal.ONE;
    BigDecimal sum = factor;
    for (int n = 1; n < 250; n++) {
      power = order == 1 && y == 0 ? BigDecimal.ZERO : power.multiply(big(y), DIGITS);
      h = h.multiply(big(x), DIGITS).add(power, DIGITS);
      factor = factor.divide(BigDecimal.valueOf(-(n + order)), DIGITS);
      sum = sum.add(factor.multiply(h, DIGITS), DIGITS);
    }
    return sum;
  }

  private static BigDecimal big(double value) {
    return new BigDecimal(value);
  }

  @ParameterizedTest
  @CsvSource({"1e6, 1e6", "0, 1e6", "750, 1e6", "1e300, 1e300"})
  void staysFiniteFarOut(double x, double y) {
    assertThat(Decay.mean(y)).isCloseTo(1 / y, within(1e-12 / y));
    assertThat(Decay.fed(x, y)).isBetween(0.0, 1.0);
    assertThat(Decay.fedSteadily(x, y)).isBetween(0.0, 0.5);
    assertThat(Decay.fedSteadily(x, y)).isEqualTo(Decay.fedSteadily(y, x));
  }
}
