package org.tenuto.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageWatchTest {

  private static final long S = 1_000_000_000L;
  private static final long OPENED_NS = 100 * S;

  private final PageWatch watch = new PageWatch();

  @BeforeEach
  void openAnOrder() {
    watch.look(90_000, 90_100, false, OPENED_NS);
  }

  private void look(long shown, long cycle, long afterNs) {
    watch.look(shown, cycle, true, OPENED_NS + afterNs);
  }

  @Test
  void tenAndThirtySecondsToTheNanosecond() {
    look(90_000, 100_000, 10 * S);
    assertThat(watch.isUnseen(OPENED_NS + 10 * S - 1)).isFalse();
    assertThat(watch.isUnseen(OPENED_NS + 10 * S)).isTrue();
    assertThat(watch.isGone(OPENED_NS + 30 * S - 1)).isFalse();
    assertThat(watch.isGone(OPENED_NS + 30 * S)).isTrue();
  }

  @Test
  void freshFiguresCount() {
    look(98_000, 100_000, 9 * S);
    assertThat(watch.isUnseen(OPENED_NS + 18 * S)).isFalse();
    assertThat(watch.isUnseen(OPENED_NS + 19 * S)).isTrue();
  }

  @Test
  void figuresOlderThanTwoSecondsDoNot() {
    look(97_999, 100_000, 9 * S);
    assertThat(watch.isUnseen(OPENED_NS + 10 * S)).isTrue();
  }

  @Test
  void theSameFiguresAgainDoNot() {
    look(99_000, 99_001, S);
    look(99_000, 99_500, 2 * S);
    assertThat(watch.isUnseen(OPENED_NS + 11 * S)).isTrue();
  }

  @Test
  void figuresThatDoNotExistYetDoNotAndDoNotShutOutThoseThatCome() {
    look(Long.MAX_VALUE, 100_000, S);
    look(100_001, 100_000, 2 * S);
    assertThat(watch.isUnseen(OPENED_NS + 10 * S)).isTrue();
    look(100_500, 100_600, 3 * S);
    assertThat(watch.isUnseen(OPENED_NS + 12 * S)).isFalse();
  }

  @Test
  void withoutAnOrderNobodyNeedLook() {
    for (int s = 1; s < 100; s++) {
      watch.look(0, 90_000 + 1_000L * s, false, OPENED_NS + s * S);
      assertThat(watch.isUnseen(OPENED_NS + s * S)).isFalse();
    }
    look(0, 200_000, 109 * S);
    assertThat(watch.isUnseen(OPENED_NS + 109 * S)).isTrue();
  }
}
