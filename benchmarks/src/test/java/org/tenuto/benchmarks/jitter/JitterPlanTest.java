package org.tenuto.benchmarks.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JitterPlanTest {

  private static final Toolbox NOTHING = new Toolbox(null, null, null, null);

  @Test
  void aPairChangesPlacesEachRound() {
    var plan = new JitterPlan(List.of(), List.of(), 2, 1, 0, 3, 2);

    assertThat(List.of(plan.cpu(0, 0), plan.cpu(0, 1))).containsExactly(3, 2);
    assertThat(List.of(plan.cpu(1, 0), plan.cpu(1, 1))).containsExactly(2, 3);
  }

  @Test
  void whoTakesTurnsHasTheSameProcessor() {
    var plan = new JitterPlan(List.of(), List.of(), 2, 1, 0, 3, JitterPlan.NO_PAIR);

    assertThat(plan.cpu(1, 0)).isEqualTo(3);
  }

  @Test
  void onlyAJvmWarmsUpForLong() {
    var plan = new JitterPlan(List.of(), List.of(), 2, 15, 10, 3, JitterPlan.NO_PAIR);

    assertThat(plan.warmUpS(JitterSubject.OURS)).isEqualTo(10);
    assertThat(plan.warmUpS(JitterSubject.TWIN)).isEqualTo(1);
  }

  /** What is planned under a load holds what the load itself takes. */
  @Test
  void theTimeItTakesIsThatOfEveryBlock() {
    var idle = plan(JitterLoad.IDLE);
    var both = plan(JitterLoad.IDLE, JitterLoad.DISK);

    assertThat(idle.totalS()).isEqualTo(2 * ((4 + 10 + 15) + (1 + 1 + 15)));
    assertThat(both.totalS()).isEqualTo(2 * idle.totalS() + 2 * 2 * 3);
  }

  private static JitterPlan plan(JitterLoad... loads) {
    return new JitterPlan(
        List.of(JitterSubject.OURS, JitterSubject.TWIN),
        List.of(loads),
        2,
        15,
        10,
        3,
        JitterPlan.NO_PAIR);
  }

  @Test
  void whatThisMachineHasNotIsNamed() {
    assertThat(NOTHING.lacks(JitterSubject.CYCLICTEST)).contains("no cyclictest");
    assertThat(NOTHING.lacks(JitterSubject.TWIN)).contains("no gcc");
    assertThat(NOTHING.lacks(JitterSubject.STATION)).contains("no setpriv");
    assertThat(NOTHING.lacks(JitterSubject.OURS)).isNull();
    assertThat(NOTHING.lacks(JitterLoad.DISK)).contains("no stress-ng");
    assertThat(NOTHING.lacks(JitterLoad.ALLOCATION)).isNull();
    assertThat(new Toolbox(null, null, Path.of("/bin/x"), null).lacks(JitterLoad.ALL)).isNull();
  }
}
