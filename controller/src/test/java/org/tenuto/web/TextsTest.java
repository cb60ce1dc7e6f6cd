package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  @ParameterizedTest
  @CsvSource({
    "52500000,52.5 mL/h",
    "10000000,10 mL/h",
    "500000,0.5 mL/h",
    "0,0 mL/h",
    "26250000,26.25 mL/h"
  })
  void aNumberHasALeadingZeroAndNoTrailingOne(long nlPerH, String text) {
    assertThat(Texts.flowRate(nlPerH)).isEqualTo(text);
  }

  @Test
  void thousandsHaveACommaAndNoLocaleChangesThat() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Texts.flowRate(1_234_500_000L)).isEqualTo("1,234.5 mL/h");
      assertThat(Texts.flowRate(999_000_000L)).isEqualTo("999 mL/h");
      assertThat(Texts.flowRate(1_234_567_000_000L)).isEqualTo("1,234,567 mL/h");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatIsCertainIsRoundedDownAndWhatIsPossibleUp() {
    assertThat(Texts.volumeAtLeast(12_349_999)).isEqualTo("12.34 mL");
    assertThat(Texts.volumeAtMost(12_340_001)).isEqualTo("12.35 mL");
    assertThat(Texts.amount(34_999_999)).isEqualTo("34.99 mg");
    assertThat(Texts.amountAtMost(34_990_001)).isEqualTo("35 mg");
    assertThat(Texts.dose(499_999)).isEqualTo("0.499 mg/kg");
    assertThat(Texts.doseAtMost(499_001)).isEqualTo("0.5 mg/kg");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 s",
    "59,59 s",
    "60,1 min",
    "2400,40 min",
    "1714,28 min 34 s",
    "3900,1 h 5 min",
    "3601,1 h 1 s"
  })
  void aTimeIsInHoursMinutesAndSeconds(long s, String text) {
    assertThat(Texts.duration(s)).isEqualTo(text);
  }

  @Test
  void aTimeThatIsLeftIsRoundedUpAndOneAgoDown() {
    assertThat(Texts.timeLeft(3_599)).isEqualTo("59 min 59 s");
    assertThat(Texts.timeLeft(3_601)).isEqualTo("1 h 1 min");
    assertThat(Texts.ago(59)).isEqualTo("59 s");
    assertThat(Texts.ago(7_559)).isEqualTo("2 h 5 min");
  }

  @Test
  void aPredictionIsRoundedUp() {
    assertThat(Texts.plasma(187_201)).isEqualTo("187.3 ng/mL");
    assertThat(Texts.plasma(1_000_000)).isEqualTo("1,000 ng/mL");
  }

  @Test
  void theOtherQuantities() {
    assertThat(Texts.weight(70_500)).isEqualTo("70.5 kg");
    assertThat(Texts.doseRate(750_000)).isEqualTo("0.75 mg/kg/h");
    assertThat(Texts.concentration(1_000_000)).isEqualTo("1 mg/mL");
    assertThat(Texts.volume(35_000_000)).isEqualTo("35 mL");
    assertThat(Texts.typed(10_000_000, 6)).isEqualTo("10");
  }
}
