package org.tenuto.infusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RateIntegratorTest {

  private static final BigInteger NS_PER_H = BigInteger.valueOf(3_600_000_000_000L);

  @Test
  void fortyMinutesOfMillisecondsGiveExactlyTheVolume() {
    var integrator = new RateIntegrator();
    long nl = 0;
    for (int i = 0; i < 2_400_000; i++) {
      nl += integrator.advance(52_500_000, 1_000_000);
    }
    assertThat(nl).isEqualTo(35_000_000);
  }

  /** Whatever the rates and intervals, the sum is the exact total rounded down once. */
  @Test
  void neverDriftsFromExactArithmetic() {
    for (long seed = 1; seed <= 50; seed++) {
      var random = new SplittableRandom(seed);
      var integrator = new RateIntegrator();
      BigInteger exact = BigInteger.ZERO;
      long nl = 0;
      for (int i = 0; i < 1_000; i++) {
        long rate = random.nextLong(RateIntegrator.MAX_RATE_NL_PER_H + 1);
        long intervalNs = random.nextLong(RateIntegrator.MAX_INTERVAL_NS + 1) >> random.nextInt(40);
        nl += integrator.advance(rate, intervalNs);
        exact = exact.add(BigInteger.valueOf(rate).multiply(BigInteger.valueOf(intervalNs)));
      }
      assertThat(nl).as("seed %d", seed).isEqualTo(exact.divide(NS_PER_H).longValueExact());
    }
  }

  @Test
  void resetForgetsTheRemainder() {
    var integrator = new RateIntegrator();
    assertThat(integrator.advance(3_600, 999_999_999)).isZero();
    integrator.reset();
    assertThat(integrator.advance(3_600, 1)).isZero();
    assertThat(integrator.advance(3_600, 999_999_999)).isEqualTo(1);
  }

  @Test
  void refusesWhatWouldOverflow() {
    var integrator = new RateIntegrator();
    assertThatThrownBy(() -> integrator.advance(RateIntegrator.MAX_RATE_NL_PER_H + 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> integrator.advance(1, RateIntegrator.MAX_INTERVAL_NS + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> integrator.advance(1, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
