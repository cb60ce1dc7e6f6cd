package org.tenuto.seeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SeededCasesTest {

  @Test
  void sameSeedSameCases() {
    assertThat(numbers(5)).hasSize(100).isEqualTo(numbers(5)).isNotEqualTo(numbers(6));
  }

  private static List<Long> numbers(long seed) {
    List<Long> numbers = new ArrayList<>();
    SeededCases.check(seed, 100, draw -> numbers.add(draw.number(0, Long.MAX_VALUE)));
    return numbers;
  }

  @Test
  void aFailureNamesTheSeedThatReplaysIt() {
    SeededCases.Law law = draw -> assertThat(draw.number(0, 1_000_000)).isLessThan(900_000);
    Throwable failure = catchThrowable(() -> SeededCases.check(1, 1_000, law));
    assertThat(failure).isInstanceOf(AssertionError.class);
    Matcher seed = Pattern.compile("replay\\((-?\\d+)L").matcher(failure.getMessage());
    assertThat(seed.find()).isTrue();
    assertThatThrownBy(() -> SeededCases.replay(Long.parseLong(seed.group(1)), law))
        .isInstanceOf(AssertionError.class)
        .hasMessage(failure.getMessage());
  }

  @Test
  void anExceptionIsAFailureToo() {
    assertThatThrownBy(
            () ->
                SeededCases.check(
                    1,
                    1,
                    draw -> {
                      throw new IllegalStateException("broken " + draw.oneOf("a", "a"));
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageEndingWith("drew [a]: broken a")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void staysInTheRangeAndReachesItsEnds() {
    Set<Long> ends = new HashSet<>();
    SeededCases.check(
        2,
        10_000,
        draw -> {
          long lowest = draw.oneOf(Long.MIN_VALUE, -5L, 0L, 7L);
          long highest = draw.oneOf(7L, 8L, 1_000_000L, Long.MAX_VALUE);
          long number = draw.number(lowest, highest);
          assertThat(number).isBetween(lowest, highest);
          if (number == lowest || number == highest) {
            ends.add(number);
          }
        });
    assertThat(ends).contains(Long.MIN_VALUE, -5L, 0L, 7L, 8L, 1_000_000L, Long.MAX_VALUE);
  }

  @Test
  void checksNothingInVain() {
    assertThatThrownBy(() -> SeededCases.check(1, 0, draw -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Draw(1).number(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textIsOfTheAlphabet() {
    SeededCases.check(3, 1_000, draw -> assertThat(draw.text("ab", 4)).matches("[ab]{0,4}"));
  }
}
