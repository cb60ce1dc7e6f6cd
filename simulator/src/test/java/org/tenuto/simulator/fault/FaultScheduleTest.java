package org.tenuto.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When faults begin and end, and what is on meanwhile. */
class FaultScheduleTest {

  private static final long MS = 1_000_000;

  @Test
  void everythingBeginsAndEndsAtItsMomentOnce() {
    List<String> told = new ArrayList<>();
    FaultSchedule schedule =
        scheduleOf("key-stop@3ms;serial-cut@1ms+2ms;pump-mute@3ms+1ms", new Noting(told));
    for (long ms = 0; ms <= 5; ms++) {
      told.add(ms + ":");
      schedule.advance(ms * MS);
    }
    assertThat(told)
        .containsExactly(
            "0:",
            "1:",
            "+serial-cut",
            "2:",
            "3:",
            "-serial-cut",
            "+pump-mute",
            "+key-stop",
            "4:",
            "-pump-mute",
            "5:");
    assertThat(schedule.isOver()).isTrue();
  }

  @Test
  void whatWasJumpedOverHappensAllTheSame() {
    List<String> told = new ArrayList<>();
    FaultSchedule schedule = scheduleOf("serial-cut@1ms+2ms;key-stop@2ms", new Noting(told));
    assertThat(schedule.nextNs()).isEqualTo(MS);
    schedule.advance(100 * MS);
    assertThat(told).containsExactly("+serial-cut", "+key-stop", "-serial-cut");
    assertThat(schedule.nextNs()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void anEmptyScriptIsOver() {
    assertThat(scheduleOf("", new Noting(new ArrayList<>())).isOver()).isTrue();
  }

  @Test
  void theStrongestOfSeveralCounts() {
    PresentFaults present = new PresentFaults();
    FaultSchedule schedule =
        scheduleOf("serial-loss@1ms+9ms:30;serial-loss@2ms+3ms:500;serial-loss@3ms+1ms:7", present);
    long[] sizes = new long[11];
    for (int ms = 0; ms <= 10; ms++) {
      schedule.advance(ms * MS);
      sizes[ms] = present.size(FaultKind.SERIAL_LOSS);
      assertThat(present.has(FaultKind.SERIAL_LOSS)).isEqualTo(ms >= 1 && ms < 10);
    }
    assertThat(sizes).containsExactly(0, 30, 500, 500, 500, 30, 30, 30, 30, 30, 0);
    assertThat(present.begun(FaultKind.SERIAL_LOSS)).isEqualTo(3);
  }

  @Test
  void ofTwoSidesTheFurtherFromNothingCounts() {
    PresentFaults present = new PresentFaults();
    scheduleOf("wall-drift@0s+1s:100;wall-drift@0s+1s:-200", present).advance(0);
    assertThat(present.size(FaultKind.WALL_DRIFT)).isEqualTo(-200);
  }

  @Test
  void whatIsOverAtOnceHasBegunAndIsNotThere() {
    PresentFaults present = new PresentFaults();
    scheduleOf("pump-reset@0s;pump-reset@0s", present).advance(0);
    assertThat(present.begun(FaultKind.PUMP_RESET)).isEqualTo(2);
    assertThat(present.has(FaultKind.PUMP_RESET)).isFalse();
  }

  private static FaultSchedule scheduleOf(String script, FaultListener listener) {
    return new FaultSchedule(FaultScript.parse(script), listener);
  }

  private record Noting(List<String> told) implements FaultListener {
    @Override
    public void begins(Fault fault) {
      told.add("+" + fault.kind().text());
    }

    @Override
    public void ends(Fault fault) {
      told.add("-" + fault.kind().text());
    }
  }
}
