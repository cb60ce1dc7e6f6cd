package org.tenuto.control.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pump.PumpState;

class OverDeliveryTest {

  private final OverDelivery check = new OverDelivery(Scene.USUAL);
  private final Moment now = Scene.running();

  @Test
  void agreementIsNone() {
    assertThat(check.finds(now)).isFalse();
  }

  @Test
  void onePercentMoreThanCommandedIsTolerated() {
    now.reading.counterNl = 10_110_000;
    assertThat(check.finds(now)).isFalse();
    now.reading.counterNl = 10_110_001;
    assertThat(check.finds(now)).isTrue();
  }

  @Test
  void ofLittleTwentyMicrolitresAre() {
    now.ledger.begin(Scene.ORDER_NL);
    now.ledger.commanded(100_000);
    now.reading.counterNl = 130_000;
    assertThat(check.finds(now)).isFalse();
    now.reading.counterNl = 130_001;
    assertThat(check.finds(now)).isTrue();
  }

  /** The order has no tolerance but the counter's own digit. */
  @Test
  void moreThanOrderedIsWhateverWasCommanded() {
    now.ledger.commanded(25_000_000);
    now.reading.counterNl = 35_010_000;
    assertThat(check.finds(now)).isFalse();
    now.reading.counterNl = 35_010_001;
    assertThat(check.finds(now)).isTrue();
  }

  @Test
  void aTighterToleranceIsKept() {
    var tight = Scene.USUAL.with(Threshold.VOLUME_TOLERANCE_PERMILLE, 5);
    now.reading.counterNl = 10_060_000;
    assertThat(new OverDelivery(tight).finds(now)).isFalse();
    now.reading.counterNl = 10_060_001;
    assertThat(new OverDelivery(tight).finds(now)).isTrue();
  }

  @Test
  void aCounterOfBeforeTheRunIsNoWitness() {
    now.reading.counterNl = 20_000_000;
    now.reading.counterAskedNs = 0;
    assertThat(check.finds(now)).isFalse();
    now.reading.counterAskedNs = 1;
    assertThat(check.finds(now)).isTrue();
    now.reading.counterKnown = false;
    assertThat(check.finds(now)).isFalse();
  }

  @Test
  void onlyARunningDeliveryIsJudged() {
    now.reading.counterNl = 20_000_000;
    now.reading.state = PumpState.STARTING;
    assertThat(check.finds(now)).isFalse();
    now.reading.state = PumpState.RUNNING;
    now.state = InfusionState.PAUSED;
    assertThat(check.finds(now)).isFalse();
  }
}
