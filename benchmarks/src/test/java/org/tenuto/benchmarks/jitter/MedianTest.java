package org.tenuto.benchmarks.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void itIsTheMiddleOne() {
    assertThat(Median.of(9, 1, 3)).isEqualTo(3);
    assertThat(Median.of(9, 1, 3, 4)).isEqualTo(3.5);
    assertThat(Median.of()).isNaN();
  }

  @Test
  void theSpreadIsHalfOfWhatLiesBetween() {
    assertThat(Median.spread(9, 1, 3)).isEqualTo(4);
    assertThat(Median.spread(9)).isNaN();
  }
}
