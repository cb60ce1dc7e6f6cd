package org.tenuto.simulator.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Axes hold what is drawn, with few and round ticks. */
class AxisTest {

  @ParameterizedTest
  @CsvSource({
    "0, 6.3, 0, 8, 5",
    "-6.3, 6.3, -10, 10, 5",
    "-100, 298.7, -100, 300, 5",
    "-1, 1, -1, 1, 5"
  })
  void hasRoundEnds(double lowest, double highest, double low, double high, int ticks) {
    Axis axis = Axis.around(lowest, highest);

    assertThat(axis.low()).isEqualTo(low);
    assertThat(axis.high()).isEqualTo(high);
    assertThat(axis.ticks()).hasSize(ticks);
  }

  @Test
  void holdsWhateverItIsMadeFor() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      double lowest = random.nextDouble(-2_000, 2_000);
      double highest = lowest + Math.pow(10, random.nextDouble(-3, 4));
      Axis axis = Axis.around(lowest, highest);
      assertThat(axis.share(lowest)).isBetween(-1e-6, 1.0);
      assertThat(axis.share(highest)).isBetween(0.0, 1 + 1e-6);
      assertThat(axis.ticks()).hasSizeBetween(2, 9);
      assertThat(axis.ticks().getFirst()).isEqualTo(axis.low());
      assertThat(axis.ticks().getLast()).isEqualTo(axis.high());
    }
  }
}
