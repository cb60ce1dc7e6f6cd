package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.journal.Entry;
import org.tenuto.proto.journal.ClockStepped;

class ClockWatchTest {

  private static final long WALL_MS = 1_772_359_200_000L;
  private static final long SECOND_NS = 1_000_000_000;

  private final ClockWatch watch = new ClockWatch(21, SECOND_NS, WALL_MS);
  private final List<Entry> entries = new ArrayList<>();

  @Test
  void clocksThatGoTogetherSayNothing() {
    watch.look(SECOND_NS, WALL_MS, entries);
    watch.look(3_601 * SECOND_NS, WALL_MS + 3_600_000, entries);
    watch.look(3_601 * SECOND_NS, WALL_MS + 3_602_000, entries);
    watch.look(3_601 * SECOND_NS, WALL_MS + 3_598_000, entries);
    assertThat(entries).isEmpty();
  }

  @Test
  void aStepIsPutOnRecordOnce() throws Exception {
    long backMs = WALL_MS - 2_001;
    watch.look(SECOND_NS, backMs, entries);
    Entry entry = entries.getFirst();
    assertThat(ClockStepped.parseFrom(entry.payload()).getByMs()).isEqualTo(-2_001);
    assertThat(entry.wall().toEpochMilli()).isEqualTo(backMs);
    watch.look(2 * SECOND_NS, backMs + 1_000, entries);
    assertThat(entries).hasSize(1);
    watch.look(2 * SECOND_NS, backMs + 86_401_000, entries);
    assertThat(entries).hasSize(2);
  }

  @Test
  void theBoardSaysWhichBootItIs() {
    assertThat(new BoardClock().boardBootId())
        .isEqualTo(new BoardClock().boardBootId())
        .hasSize(36);
  }
}
