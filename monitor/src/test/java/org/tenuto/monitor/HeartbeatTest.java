package org.tenuto.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartbeatTest {

  private static final long HEARD_NS = Long.MAX_VALUE - 1_000_000_000L; // the clock may wrap

  private final Heartbeat heartbeat = new Heartbeat();

  @ParameterizedTest
  @CsvSource({
    "0, FRESH",
    "3000000000, FRESH",
    "3000000001, LATE",
    "10000000000, LATE",
    "10000000001, STALE",
    "86400000000000, STALE"
  })
  void believedByTheAgeOfTheLastLive(long ageNs, Freshness expected) {
    heartbeat.live(HEARD_NS);
    assertThat(heartbeat.at(HEARD_NS + ageNs)).isEqualTo(expected);
  }

  @Test
  void neverHeardIsStale() {
    assertThat(heartbeat.at(0)).isEqualTo(Freshness.STALE);
  }

  @Test
  void beingOnlineAloneIsStale() {
    heartbeat.online();
    assertThat(heartbeat.at(0)).isEqualTo(Freshness.STALE);
  }

  @Test
  void offlineWinsOverALiveThatWasOnItsWay() {
    heartbeat.live(0);
    heartbeat.offline();
    heartbeat.live(1);
    assertThat(heartbeat.at(1)).isEqualTo(Freshness.OFFLINE);
  }

  @Test
  void backOnlineIsStaleUntilHeardAgain() {
    heartbeat.live(0);
    heartbeat.offline();
    heartbeat.online();
    assertThat(heartbeat.at(1)).isEqualTo(Freshness.STALE);
    heartbeat.live(2);
    assertThat(heartbeat.at(2)).isEqualTo(Freshness.FRESH);
  }
}
