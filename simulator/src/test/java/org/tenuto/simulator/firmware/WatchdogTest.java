package org.tenuto.simulator.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In safe mode silence stops the pump. */
class WatchdogTest {

  private static final long NS_PER_S = 1_000_000_000;

  @ParameterizedTest
  @ValueSource(longs = {1_000_000, 700_000_000, 1_000_000_000, 60_000_000_000L})
  void stopsAtItsOwnDeadlineHoweverLateTheStep(long rhythmNs) {
    Conversation pump = runningAt60MlPerH();

    for (long passedNs = 0; passedNs < 60 * NS_PER_S; passedNs += rhythmNs) {
      pump.pass(rhythmNs);
    }

    // 60 mL/h for the one second of SAF 1.
    double deliveredNl = pump.motor.forwardSteps * stepNl(26_600);
    assertThat(deliveredNl).isBetween(1e9 / 60_000 - stepNl(26_600), 1e9 / 60_000);
    assertThat(pump.motor.speedNmPerH).isZero();
    assertThat(pump.safe("")).isEqualTo("00A?T");
  }

  @Test
  void letsItRunAsLongAsSomebodyTalks() {
    Conversation pump = runningAt60MlPerH();

    for (int i = 0; i < 100; i++) {
      pump.pass(NS_PER_S - 1);
      assertThat(pump.safe("")).isEqualTo("00I");
    }
  }

  @Test
  void stopsAPurgeToo() {
    Conversation pump = Conversation.started();
    pump.basic("SAF 1");
    assertThat(pump.safe("PUR")).isEqualTo("00X");

    assertThat(Conversation.dataOf(pump.pass(NS_PER_S))).isEqualTo("00A?T");

    assertThat(pump.motor.speedNmPerH).isZero();
  }

  @Test
  void doesNotExistInBasicMode() {
    Conversation pump = Conversation.started();
    pump.basic("RAT 60 MH");
    pump.basic("RUN");

    pump.pass(600 * NS_PER_S);

    assertThat(pump.basic("")).isEqualTo("00I");
  }

  private static Conversation runningAt60MlPerH() {
    Conversation pump = Conversation.started();
    pump.basic("DIA 26.60");
    pump.basic("RAT 60 MH");
    pump.basic("SAF 1");
    assertThat(pump.safe("RUN")).isEqualTo("00I");
    return pump;
  }

  private static double stepNl(long diameterUm) {
    return PumpModel.NE1000.stepVolumeAl(diameterUm) / 1e9;
  }
}
