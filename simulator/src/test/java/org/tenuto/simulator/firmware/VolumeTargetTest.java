package org.tenuto.simulator.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pump's own volume target: whatever the syringe, the rate, the pauses and the rhythm of the
 * steps, the motor never goes beyond it, and a program left alone ends less than one step before.
 */
class VolumeTargetTest {

  private static final int RUNS = 100;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void isNeverExceeded(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < RUNS; run++) {
      oneRun(random, "seed " + seed + " run " + run);
    }
  }

  private static void oneRun(Random random, String name) {
    long diameterUm = 10L * (400 + random.nextInt(2_600));
    long maxNlPerH = PumpModel.NE1000.maxRateNlPerH(diameterUm);
    long rateUlPerH = Math.max(100, random.nextLong(Math.min(9_999, maxNlPerH / 1_000)));
    long volumeUl = 1L + random.nextInt(2_000);
    Conversation pump = Conversation.started();
    for (String command : program(diameterUm, rateUlPerH, volumeUl)) {
      assertThat(pump.basic(command)).as("%s: %s", name, command).isEqualTo("00S");
    }
    assertThat(pump.basic("RUN")).isEqualTo("00I");

    double stepNl = PumpModel.NE1000.stepVolumeAl(diameterUm) / 1e9;
    double targetNl = volumeUl * 1e3;
    long expectedNs = volumeUl * 3_600_000_000_000L / rateUlPerH;
    while (!pump.basic("").equals("00S")) {
      disturb(pump, random);
      pump.pass(1 + random.nextLong(Math.max(2, expectedNs / 5)));
      assertThat(pump.motor.forwardSteps * stepNl).as(name).isLessThanOrEqualTo(targetNl);
    }
    assertThat(pump.motor.forwardSteps * stepNl).as(name).isGreaterThan(targetNl - stepNl * 1.001);
    assertThat(pump.motor.backwardSteps).isZero();
    long atTheEnd = pump.motor.forwardSteps;
    pump.pass(expectedNs);
    assertThat(pump.motor.forwardSteps).as(name).isEqualTo(atTheEnd);
  }

  private static String[] program(long diameterUm, long rateUlPerH, long volumeUl) {
    return new String[] {
      "DIA " + new PumpNumber(Set.of()).format(diameterUm),
      "VOL UL",
      "VOL " + volumeUl,
      "RAT " + rateUlPerH + " UH",
      "PHN 2",
      "FUN STP",
      "PHN 1"
    };
  }

  private static void disturb(Conversation pump, Random random) {
    switch (random.nextInt(4)) {
      case 0 -> {
        if (pump.basic("STP").equals("00P")) {
          pump.pass(random.nextInt(1_000_000_000));
          pump.basic("RUN");
        }
      }
      case 1 -> pump.basic("RAT " + (100 + random.nextInt(9_899)));
      default -> pump.basic("DIS");
    }
  }
}
