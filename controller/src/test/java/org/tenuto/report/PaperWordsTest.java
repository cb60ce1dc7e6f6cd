package org.tenuto.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures, times and texts as they stand on paper. */
class PaperWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 mL",
        "1 | 0.000001 mL",
        "699000 | 0.699 mL",
        "35000000 | 35 mL",
        "1234567890123 | 1,234,567.890123 mL",
        "-1500000 | −1.5 mL",
        "9223372036854775807 | 9,223,372,036,854.775807 mL",
      })
  void volumes(long nl, String text) {
    assertThat(Figures.volume(nl)).isEqualTo(text);
  }

  @Test
  void drugIsRoundedAsTold() {
    assertThat(Figures.drugIn(699_999, 1_000_000, RoundingMode.DOWN)).isEqualTo("0.699 mg");
    assertThat(Figures.drugIn(699_001, 1_000_000, RoundingMode.UP)).isEqualTo("0.7 mg");
    assertThat(Figures.drugIn(Long.MAX_VALUE, Long.MAX_VALUE, RoundingMode.UP)).endsWith(" mg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0:00:00.0",
        "999 | 0:00:00.9",
        "3723400 | 1:02:03.4",
        "-1 | −0:00:00.1",
        "-61000 | −0:01:01.0",
        "360000000 | 100:00:00.0",
      })
  void timesSinceStart(long ms, String text) {
    assertThat(new Times(5_000_000, 0).sinceStart(5_000_000 + ms * 1_000_000)).isEqualTo(text);
  }

  @Test
  void durations() {
    assertThat(Figures.duration(0)).isEqualTo("0 s");
    assertThat(Figures.duration(3_903)).isEqualTo("1 h 5 min 3 s");
    assertThat(Figures.durationOfNs(59_500_000_000L)).isEqualTo("1 min");
    assertThat(Figures.durationOfNs(59_499_999_999L)).isEqualTo("59 s");
  }

  @Test
  void whatCannotBeSeenIsSpeltOut() {
    assertThat(Html.escaped("a<b>&\"'\n")).isEqualTo("a&lt;b&gt;&amp;&quot;&#39; ");
    assertThat(Html.escaped("\u0000\u202e\u200b\ufeff\ud800x"))
        .isEqualTo("[U+0000][U+202E][U+200B][U+FEFF][U+D800]x");
    assertThat(Html.escaped("µ ≤ 💉 Ω")).isEqualTo("µ ≤ 💉 Ω");
  }

  @Test
  void ticksAreRoundAndFew() {
    for (double endS : new double[] {1, 59, 60, 163, 3_000, 14_400, 86_401, 1e7}) {
      Scale scale = Scale.ofTime(endS, 0, 500);
      assertThat(scale.ticks()).as("%s s", endS).hasSizeBetween(1, 14);
      assertThat(scale.at(endS)).isEqualTo(500);
    }
    assertThat(Scale.ofTime(2_400, 0, 1).tick()).isEqualTo(300);
    for (double high : new double[] {0, 1e-7, 0.7, 42, 54.38, 133, 1e13}) {
      Scale scale = Scale.ofValues(0, high, 0, 1);
      assertThat(scale.ticks()).as("%s", high).hasSizeBetween(2, 7);
      assertThat(scale.high()).isGreaterThanOrEqualTo(high);
      for (double low : new double[] {-1e-7, -0.3, -57, -1e13}) {
        Scale below = Scale.ofValues(low, high, 0, 1);
        assertThat(below.ticks()).as("%s to %s", low, high).hasSizeBetween(2, 8);
        double unseen = below.tick() * 1e-9;
        assertThat(below.low()).isLessThanOrEqualTo(low + unseen);
        assertThat(below.high()).isGreaterThanOrEqualTo(high - unseen);
        assertThat(below.ticks().getLast()).isEqualTo(below.high());
      }
    }
  }

  @Test
  void aPhaseLiesBetweenItsBeginningAndItsEnd() {
    List<TrailPoint> points =
        List.of(
            point(0, 0, 0, 0),
            point(0, 100, 99, 101),
            point(1, 100, 99, 100),
            point(1, 150, 148, 151));
    assertThat(PhaseDelivery.of(points, new Bracket(150, 148, 155)))
        .containsExactly(new Bracket(100, 99, 100), new Bracket(50, 48, 56));
  }

  private static TrailPoint point(int phase, long commandedNl, long leastNl, long mostNl) {
    return new TrailPoint(1, 1, "INFUSING", false, phase, 0, commandedNl, leastNl, mostNl);
  }
}
