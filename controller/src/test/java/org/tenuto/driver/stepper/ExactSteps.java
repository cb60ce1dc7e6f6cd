package org.tenuto.driver.stepper;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What a stepper has to do, worked out with numbers of any size and from the geometry alone: the
 * oracle of the driver's integers.
 */
final class ExactSteps {

  private static final BigDecimal PI =
      new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494");
  private static final BigInteger CYCLES_PER_H = BigInteger.valueOf(3_600_000);
  private static final BigInteger UM3_PER_NL = BigInteger.valueOf(1_000_000);
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  private final BigInteger areaUm2;
  private final BigInteger turnUm3;
  private final BigInteger stepsPerTurn;
  private final BigInteger acceleration;

  ExactSteps(StepperBuild build, int diameterUm) {
    areaUm2 =
        PI.multiply(BigDecimal.valueOf((long) diameterUm * diameterUm))
            .divide(BigDecimal.valueOf(4))
            .setScale(0, RoundingMode.CEILING)
            .toBigIntegerExact();
    turnUm3 = areaUm2.multiply(BigInteger.valueOf(build.leadUm()));
    stepsPerTurn =
        BigInteger.valueOf(build.fullStepsPerTurn()).multiply(BigInteger.valueOf(build.microsteps()));
    acceleration = BigInteger.valueOf(build.accelerationStepsPerS2());
  }

  BigInteger areaUm2() {
    return areaUm2;
  }

  /** ⌊volume / microstep⌋. */
  long stepsWithin(long nl) {
    return BigInteger.valueOf(nl)
        .multiply(UM3_PER_NL)
        .multiply(stepsPerTurn)
        .divide(turnUm3)
        .longValueExact();
  }

  /** Volume of so many microsteps, nL, exact but for the division's direction. */
  long nl(long steps, boolean up) {
    BigInteger[] parts =
        BigInteger.valueOf(steps)
            .multiply(turnUm3)
            .divideAndRemainder(stepsPerTurn.multiply(UM3_PER_NL));
    return parts[0].longValueExact() + (up && parts[1].signum() > 0 ? 1 : 0);
  }

  /**
   * Microsteps that are due after so many cycles: the pace rises evenly to the rate, and what has
   * come together makes whole microsteps.
   */
  long afterCycles(long rateNlPerH, long cycles) {
    // One microstep is 18 × turn in units of which a cycle at the rate adds 5 × rate × steps a turn.
    BigInteger stepUnits =
        turnUm3.multiply(CYCLES_PER_H).divide(BigInteger.valueOf(200_000));
    BigInteger pace =
        BigInteger.valueOf(rateNlPerH)
            .multiply(UM3_PER_NL)
            .multiply(stepsPerTurn)
            .divide(BigInteger.valueOf(200_000));
    BigInteger rise = stepUnits.multiply(acceleration).divide(MILLION);
    BigInteger rising = pace.divide(rise).min(BigInteger.valueOf(cycles));
    BigInteger total =
        rise.multiply(rising)
            .multiply(rising.add(BigInteger.ONE))
            .shiftRight(1)
            .add(pace.multiply(BigInteger.valueOf(cycles).subtract(rising)));
    return total.divide(stepUnits).longValueExact();
  }
}
