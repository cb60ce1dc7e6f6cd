package org.tenuto.simulator.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four digits and a point, in and out. */
class PumpNumberTest {

  private static final PumpNumber NUMBERS = new PumpNumber(Set.of());

  @ParameterizedTest
  @CsvSource({
    "0, 0.000",
    "9999, 9.999",
    "10000, 10.00",
    "10004, 10.00",
    "10005, 10.01",
    "99994, 99.99",
    "99995, 100.0",
    "999949, 999.9",
    "999950, 1000.",
    "9999499, 9999.",
    "10001000, 1.000"
  })
  void writesFiveCharacters(long milli, String expected) {
    assertThat(NUMBERS.format(milli)).isEqualTo(expected);
  }

  @Test
  void readsBackEveryNumberItWrites() {
    for (long milli = 0; milli < 9_999_500; milli += 37) {
      String text = NUMBERS.format(milli);

      assertThat(text).hasSize(5);
      assertThat(NUMBERS.format(NUMBERS.parseMilli(text))).isEqualTo(text);
    }
  }
}
