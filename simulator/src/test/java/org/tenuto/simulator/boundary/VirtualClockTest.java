package org.tenuto.simulator.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.PresentFaults;

class VirtualClockTest {

  private static final long MS = 1_000_000;
  private static final long WALL_MS = 1_767_312_000_000L;

  private final PresentFaults present = new PresentFaults();
  private final VirtualClock clock = new VirtualClock(5 * MS, WALL_MS, present);

  @Test
  void bothClocksGoTogetherAndOnlyWhenMoved() {
    assertThat(clock.nowNs()).isEqualTo(5 * MS);
    assertThat(clock.wallMs()).isEqualTo(WALL_MS);
    clock.advance(1_500_000);
    clock.advance(500_000);
    assertThat(clock.nowNs()).isEqualTo(7 * MS);
    assertThat(clock.wallMs()).isEqualTo(WALL_MS + 2);
  }

  @ParameterizedTest
  @CsvSource({"3600000", "-3600000", "1"})
  void aStepMovesTheWallClockAlone(long stepMs) {
    clock.begins(Fault.parse("wall-step@1s:" + stepMs));
    assertThat(clock.wallMs()).isEqualTo(WALL_MS + stepMs);
    assertThat(clock.nowNs()).isEqualTo(5 * MS);
  }

  @Test
  void otherFaultsAreNoneOfItsBusiness() {
    clock.begins(Fault.parse("key-bounce@1s:3"));
    assertThat(clock.wallMs()).isEqualTo(WALL_MS);
  }

  @ParameterizedTest
  @CsvSource({"100, 360", "-100, -360", "1, 4", "-1, -4"})
  void aDriftGathersWithoutRounding(long ppm, long afterAnHourMs) {
    present.begins(Fault.parse("wall-drift@1s+60min:" + ppm));
    for (int i = 0; i < 3_600_000; i++) {
      clock.advance(MS - 1);
      clock.advance(1);
    }
    long driftMs = clock.wallMs() - WALL_MS - 3_600_000;
    // 1 ppm of an hour is 3.6 ms; the wall clock shows whole ms, the past one.
    assertThat(driftMs).isEqualTo(ppm == 1 ? 3 : afterAnHourMs);
    assertThat(clock.nowNs()).isEqualTo(5 * MS + 3_600_000 * MS);
  }

  @Test
  void timeDoesNotGoBack() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advance(-1))
        .withMessage("clock moved by -1 ns: expected 0 to 180000000000000");
  }
}
