package org.tenuto.control.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;

class UnderDeliveryTest {

  private final UnderDelivery check = new UnderDelivery(Scene.USUAL);
  private final Moment now = Scene.running();

  @Test
  void onePercentLessThanCommandedIsTolerated() {
    now.reading.counterNl = 9_890_000;
    assertThat(check.finds(now)).isFalse();
    now.reading.counterNl = 9_889_999;
    assertThat(check.finds(now)).isTrue();
    now.state = InfusionState.PAUSED;
    assertThat(check.finds(now)).isFalse();
  }

  /** 100 ms at 10 µL/s are 1 µL. */
  @Test
  void whatFlowedSinceTheCounterWasAskedForIsNotMissing() {
    now.nowNs += 100 * Scene.MS;
    now.reading.counterNl = 9_889_000;
    assertThat(check.finds(now)).isFalse();
    now.reading.counterNl = 9_888_999;
    assertThat(check.finds(now)).isTrue();
  }

  @Test
  void whatFellShortByMoreThanTheToleranceIsUnfulfilled() {
    now.ledger.read(34_660_000, 10_000, Scene.NOW_NS);
    assertThat(check.fallsShort(now.ledger)).isFalse();
    now.ledger.begin(Scene.ORDER_NL);
    now.ledger.read(34_659_999, 10_000, Scene.NOW_NS);
    assertThat(check.fallsShort(now.ledger)).isTrue();
  }
}
