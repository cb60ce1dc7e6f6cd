package org.tenuto.benchmarks.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Errors are chosen so that three digits hold them exactly. */
class WakesTest {

  private static final long MS = 1_000_000;

  /** 99 errors of 1 to 99 ns, and one of 1000 ns, in one second. */
  private static Wakes hundred() {
    var wakes = new Wakes(0);
    for (int i = 1; i < 100; i++) {
      wakes.add(i * MS, i);
    }
    wakes.add(100 * MS, 1_000);
    return wakes;
  }

  @Test
  void aPercentileIsTheErrorThatSoManyDoNotExceed() {
    Block block = Block.of(hundred(), false, KernelCost.NONE, "");

    assertThat(block.ns(Statistic.P50)).isEqualTo(50);
    assertThat(block.ns(Statistic.P99)).isEqualTo(99);
    assertThat(block.ns(Statistic.P999)).isEqualTo(1_000);
    assertThat(block.ns(Statistic.MAX)).isEqualTo(1_000);
  }

  @Test
  void w1maxIsTheMedianOfTheLargestOfEachSecond() {
    var wakes = new Wakes(500 * MS);
    long[] worstNs = {30, 900_000, 10};
    for (int second = 0; second < worstNs.length; second++) {
      long fromNs = (500 + second * 1_000L) * MS;
      wakes.add(fromNs, 5);
      wakes.add(fromNs + MS, worstNs[second]);
      wakes.add(fromNs + 999 * MS, 7);
    }

    assertThat(wakes.worstOfSecondsNs()).containsExactly(30L, 900_000L, 10L);
    assertThat(Block.of(wakes, false, KernelCost.NONE, "").ns(Statistic.W1MAX)).isEqualTo(30);
  }

  @Test
  void whatALateWakeUpHidIsFilledIn() {
    var wakes = new Wakes(0);
    wakes.add(4 * MS, 3 * MS + 1_000);

    Histogram errors = wakes.errors(false);

    assertThat(errors.getTotalCount()).isEqualTo(3);
    assertThat(errors.getMinValue()).isBetween(MS, MS + 1_100);
    assertThat(wakes.missed(false)).isEqualTo(3);
  }

  @Test
  void nothingIsFilledInForALoopThatCatchesUp() {
    var wakes = new Wakes(0);
    for (int i = 3; i >= 0; i--) {
      wakes.add((4 - i) * MS, i * MS + 1_000);
    }

    assertThat(wakes.errors(true).getTotalCount()).isEqualTo(4);
    assertThat(wakes.missed(true)).isEqualTo(3);
  }

  @Test
  void theTwoKindsOfLoopTellTheSameOfTheSameStall() {
    var skips = new Wakes(0);
    skips.add(5 * MS, 4 * MS + 500_000);
    var catchesUp = new Wakes(0);
    for (int i = 4; i >= 0; i--) {
      catchesUp.add((5 - i) * MS, i * MS + 500_000);
    }

    assertThat(skips.missed(false)).isEqualTo(catchesUp.missed(true));
    // The skipping loop's last one, of 0.5 ms, is less than an interval: it is not filled in.
    assertThat(skips.errors(false).getTotalCount())
        .isEqualTo(catchesUp.errors(true).getTotalCount() - 1);
  }
}
