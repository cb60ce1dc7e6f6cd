package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenuto.control.StationCommand;

class StandstillTest {

  private static final long GOOD_FOR_NS = StationCommand.GOOD_FOR_NS;
  private static final long START_NS = -5_000_000_000L;

  private final Standstill standstill = new Standstill(START_NS);

  @Test
  void believesWhatIsReadWhileItRuns() {
    assertThat(standstill.mayBeOld(START_NS, START_NS)).isFalse();
    long nextNs = START_NS + GOOD_FOR_NS;
    assertThat(standstill.mayBeOld(nextNs, nextNs)).isFalse();
    standstill.look(nextNs);
    assertThat(standstill.mayBeOld(nextNs, nextNs)).isFalse();
  }

  @Test
  void doubtsWhatIsReadSoonAfterItStoodStill() {
    long awakeNs = START_NS + GOOD_FOR_NS + 1;
    standstill.look(awakeNs);
    assertThat(standstill.mayBeOld(awakeNs + GOOD_FOR_NS - 1, awakeNs)).isTrue();
    assertThat(standstill.mayBeOld(awakeNs + GOOD_FOR_NS, awakeNs + GOOD_FOR_NS)).isFalse();
  }

  @Test
  void doubtsBeforeTheFirstLookAfterItStoodStill() {
    long awakeNs = START_NS + GOOD_FOR_NS + 1;
    assertThat(standstill.mayBeOld(awakeNs, awakeNs)).isTrue();
  }

  @Test
  void aSlowStartIsNoStandstill() {
    long begunNs = START_NS + 2 * GOOD_FOR_NS;
    standstill.begin(begunNs);
    standstill.look(begunNs + 1);
    assertThat(standstill.mayBeOld(begunNs + 1, begunNs + 1)).isFalse();
  }

  @Test
  void doubtsOnlyOnceForEachStandstill() {
    long awakeNs = START_NS + 2 * GOOD_FOR_NS;
    standstill.look(awakeNs);
    long nextNs = awakeNs + GOOD_FOR_NS;
    standstill.look(nextNs);
    assertThat(standstill.mayBeOld(nextNs, nextNs)).isFalse();
  }
}
