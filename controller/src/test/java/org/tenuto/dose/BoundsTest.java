package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {

  private static final Bounds<Integer> BOUNDS = new Bounds<>(3, 7);

  @ParameterizedTest
  @CsvSource({"2,false", "3,true", "5,true", "7,true", "8,false"})
  void containTheirEnds(int value, boolean contained) {
    assertThat(BOUNDS.contain(value)).isEqualTo(contained);
  }

  @ParameterizedTest
  @CsvSource({"3,7,true", "4,6,true", "2,7,false", "3,8,false", "1,2,false", "8,9,false"})
  void containOnlyWhatLiesWithin(int lowest, int highest, boolean contained) {
    assertThat(BOUNDS.contain(new Bounds<>(lowest, highest))).isEqualTo(contained);
  }

  @Test
  void areNeverUpsideDown() {
    assertThat(new Bounds<>(3, 3).contain(3)).isTrue();
    assertThatThrownBy(() -> new Bounds<>(4, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bounds 4 to 3: expected the lowest first");
  }
}
