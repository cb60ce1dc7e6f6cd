package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tenuto.proto.journal.ClockStepped;

class ClockWatchTest {

  private static final Instant WALL = Instant.parse("2026-03-01T10:00:00Z");
  private static final long SECOND_NS = 1_000_000_000;

  private final ClockWatch watch = new ClockWatch(21, SECOND_NS, WALL);

  @Test
  void clocksThatGoTogetherSayNothing() {
    assertThat(watch.look(SECOND_NS, WALL)).isNull();
    assertThat(watch.look(3_601 * SECOND_NS, WALL.plusSeconds(3_600))).isNull();
    assertThat(watch.look(3_601 * SECOND_NS, WALL.plusSeconds(3_602))).isNull();
    assertThat(watch.look(3_601 * SECOND_NS, WALL.plusSeconds(3_598))).isNull();
  }

  @Test
  void aStepIsPutOnRecordOnce() throws Exception {
    Instant back = WALL.minusMillis(2_001);
    var entry = Objects.requireNonNull(watch.look(SECOND_NS, back));
    assertThat(ClockStepped.parseFrom(entry.payload()).getByMs()).isEqualTo(-2_001);
    assertThat(entry.wall()).isEqualTo(back);
    assertThat(watch.look(2 * SECOND_NS, back.plusSeconds(1))).isNull();
    assertThat(watch.look(2 * SECOND_NS, back.plusSeconds(86_401))).isNotNull();
  }

  @Test
  void theBoardSaysWhichBootItIs() {
    assertThat(ClockWatch.boardBootId()).isEqualTo(ClockWatch.boardBootId()).hasSize(36);
  }
}
