package org.tenuto.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventWindowTest {

  private final EventWindow window = new EventWindow(100, 3);

  @Test
  void noMoreAreOnTheirWayThanFit() {
    window.sent(101);
    window.sent(102);
    window.sent(103);
    assertThat(window.room()).isZero();
    window.acknowledge(101);
    assertThat(window.room()).isEqualTo(1);
  }

  @Test
  void anEarlyAcknowledgementDoesNotSkipTheOneBefore() {
    window.sent(101);
    window.sent(102);
    window.sent(103);
    window.acknowledge(103);
    window.acknowledge(102);
    assertThat(window.acknowledged()).isEqualTo(100);
    window.acknowledge(101);
    assertThat(window.acknowledged()).isEqualTo(103);
  }

  @Test
  void anEventOutOfTurnIsOurOwnFault() {
    assertThatThrownBy(() -> window.sent(102)).isInstanceOf(IllegalStateException.class);
  }
}
