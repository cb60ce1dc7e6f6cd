package org.tenuto.simulator.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A rotor that does not follow. */
class StallTest {

  @Test
  void stopsThePumpWithAnAlarmUnasked() {
    Conversation pump = Conversation.started();
    pump.basic("RAT 60 MH");
    pump.basic("SAF 9");
    pump.safe("RUN");
    pump.pass(1_000_000_000);
    long before = pump.motor.forwardSteps;

    pump.motor.blocked = true;
    byte[] unasked = pump.pass(1_000_000_000);

    assertThat(Conversation.dataOf(unasked)).isEqualTo("00A?S");
    assertThat(pump.safe("DIS")).isEqualTo("00A?S");
    assertThat(pump.safe("")).isEqualTo("00S");
    assertThat(pump.motor.forwardSteps).isEqualTo(before);
    assertThat(pump.motor.speedNmPerH).isZero();
  }
}
