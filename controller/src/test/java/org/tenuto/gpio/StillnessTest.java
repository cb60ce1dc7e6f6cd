package org.tenuto.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StillnessTest {

  private final Stillness stillness = new Stillness();

  @Test
  void bearsASecondOfCyclesWithoutProgress() {
    for (int look = 0; look <= Stillness.LOOKS; look++) {
      assertThat(stillness.look(7)).as("look %d", look).isFalse();
    }
    assertThat(stillness.look(7)).isTrue();
    assertThat(stillness.look(7)).isTrue();
  }

  @Test
  void isOverWithProgress() {
    for (int look = 0; look <= Stillness.LOOKS + 5; look++) {
      stillness.look(7);
    }
    assertThat(stillness.look(8)).isFalse();
    assertThat(stillness.look(8)).isFalse();
  }

  @Test
  void countsFromTheLastProgress() {
    for (int look = 0; look < 10 * Stillness.LOOKS; look++) {
      assertThat(stillness.look(look / Stillness.LOOKS)).isFalse();
    }
  }
}
