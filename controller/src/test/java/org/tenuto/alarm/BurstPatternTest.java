package org.tenuto.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tenuto.measure.Allocation;

/** The generated sound, sampled each millisecond, against the ranges of IEC 60601-1-8. */
class BurstPatternTest {

  private static final long MS = 1_000_000;

  /** What was heard from {@code fromMs} up to, not including, {@code toMs}. */
  private record Heard(int pulse, long fromMs, long toMs) {
    long lengthMs() {
      return toMs - fromMs;
    }
  }

  /** Every pulse of two bursts and the first of the third. */
  private static List<Heard> listen(BurstPattern pattern) {
    List<Heard> heard = new ArrayList<>();
    int sounding = BurstPattern.SILENCE;
    long fromMs = 0;
    for (long ms = 0; heard.size() <= 2 * pattern.pulses(); ms++) {
      int pulse = pattern.pulseAt(ms * MS);
      if (pulse != sounding) {
        if (sounding != BurstPattern.SILENCE) {
          heard.add(new Heard(sounding, fromMs, ms));
        }
        sounding = pulse;
        fromMs = ms;
      }
    }
    return heard;
  }

  private static long silenceAfterMs(List<Heard> heard, int pulse) {
    return heard.get(pulse + 1).fromMs() - heard.get(pulse).toMs();
  }

  private static String melody(BurstPattern pattern) {
    return listen(pattern).stream()
        .limit(pattern.pulses())
        .map(heard -> pattern.note(heard.pulse()).sign())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @EnumSource(BurstPattern.class)
  void aBurstIsEachPulseOnceInOrderAndThenTheSameAgain(BurstPattern pattern) {
    List<Heard> heard = listen(pattern);
    long repeatMs = pattern.repeatNs() / MS;
    for (int i = 0; i < heard.size(); i++) {
      Heard first = heard.get(i % pattern.pulses());
      long laterMs = repeatMs * (i / pattern.pulses());
      assertThat(heard.get(i))
          .isEqualTo(
              new Heard(i % pattern.pulses(), first.fromMs() + laterMs, first.toMs() + laterMs));
    }
  }

  @Test
  void highIsTenPulsesInTwoEqualGroups() {
    List<Heard> heard = listen(BurstPattern.HIGH);
    assertThat(BurstPattern.HIGH.pulses()).isEqualTo(10);
    assertThat(heard).allSatisfy(p -> assertThat(p.lengthMs()).isBetween(75L, 200L));
    long pulseMs = heard.getFirst().lengthMs();
    long spacingMs = silenceAfterMs(heard, 0);
    assertThat(spacingMs).isBetween(50L, 125L);
    for (int close : new int[] {1, 3, 5, 6, 8}) {
      assertThat(silenceAfterMs(heard, close)).as("after %d", close).isEqualTo(spacingMs);
    }
    for (int gap : new int[] {2, 7}) {
      assertThat(silenceAfterMs(heard, gap)).as("after %d", gap).isEqualTo(2 * spacingMs + pulseMs);
    }
    assertThat(silenceAfterMs(heard, 4)).isBetween(350L, 1_300L);
    assertThat(silenceAfterMs(heard, 9)).isBetween(2_500L, 15_000L);
  }

  @Test
  void highBeginsAsTheExampleDoes() {
    assertThat(listen(BurstPattern.HIGH).stream().limit(10).map(Heard::fromMs))
        .containsExactly(0L, 250L, 500L, 1_000L, 1_250L, 2_100L, 2_350L, 2_600L, 3_100L, 3_350L);
    assertThat(silenceAfterMs(listen(BurstPattern.HIGH), 9)).isEqualTo(5_000);
  }

  @Test
  void mediumIsThreePulses() {
    List<Heard> heard = listen(BurstPattern.MEDIUM);
    assertThat(BurstPattern.MEDIUM.pulses()).isEqualTo(3);
    assertThat(heard).allSatisfy(p -> assertThat(p.lengthMs()).isBetween(125L, 250L));
    assertThat(silenceAfterMs(heard, 0)).isBetween(125L, 250L);
    assertThat(silenceAfterMs(heard, 1)).isEqualTo(silenceAfterMs(heard, 0));
    assertThat(silenceAfterMs(heard, 2)).isBetween(2_500L, 30_000L);
  }

  @Test
  void lowIsTwoPulsesFarApart() {
    List<Heard> heard = listen(BurstPattern.LOW);
    assertThat(BurstPattern.LOW.pulses()).isEqualTo(2);
    assertThat(heard).allSatisfy(p -> assertThat(p.lengthMs()).isBetween(125L, 250L));
    assertThat(silenceAfterMs(heard, 0)).isBetween(125L, 250L);
    assertThat(silenceAfterMs(heard, 1)).isGreaterThanOrEqualTo(15_000);
  }

  @Test
  void theMelodyIsThatOfDrugAndFluidDelivery() {
    assertThat(melody(BurstPattern.HIGH)).isEqualTo("C d g C d C d g C d");
    assertThat(melody(BurstPattern.MEDIUM)).isEqualTo("C d g");
    assertThat(melody(BurstPattern.LOW)).isEqualTo("e c");
  }

  @ParameterizedTest
  @EnumSource(BurstPattern.class)
  void pulsesRiseAndFallWithinTheirTime(BurstPattern pattern) {
    long stepNs = MS / 10;
    long riseNs = 0;
    while (pattern.envelope(riseNs) < 1) {
      assertThat(pattern.envelope(riseNs + stepNs)).isGreaterThan(pattern.envelope(riseNs));
      riseNs += stepNs;
    }
    long fallNs = pattern.pulseNs();
    while (pattern.envelope(fallNs) < 1) {
      assertThat(pattern.envelope(fallNs - stepNs)).isGreaterThan(pattern.envelope(fallNs));
      fallNs -= stepNs;
    }
    long spacingNs = silenceAfterMs(listen(pattern), 0) * MS;
    assertThat((double) riseNs / pattern.pulseNs()).isBetween(0.1, 0.2);
    assertThat(riseNs + pattern.pulseNs() - fallNs).isLessThanOrEqualTo(spacingNs);
    assertThat(pattern.envelope(0)).isZero();
    assertThat(pattern.envelope(pattern.rampNs() / 2)).isCloseTo(0.5, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(BurstPattern.class)
  void theLoudnessIsNeverOutsideItsRangeAndNothingSoundsInSilence(BurstPattern pattern) {
    for (long ns = 0; ns < 2 * pattern.repeatNs(); ns += MS / 2) {
      assertThat(pattern.envelope(ns)).isBetween(0.0, 1.0);
      if (!pattern.sounds(ns)) {
        assertThat(pattern.envelope(ns)).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(BurstPattern.class)
  void aPulseBeginsAtItsOnsetAndIsOverAtItsEndToTheNanosecond(BurstPattern pattern) {
    for (int burst = 0; burst < 3; burst++) {
      for (int pulse = 0; pulse < pattern.pulses(); pulse++) {
        long onsetNs = burst * pattern.repeatNs() + pattern.onsetNs(pulse);
        assertThat(pattern.pulseAt(onsetNs - 1)).isEqualTo(BurstPattern.SILENCE);
        assertThat(pattern.pulseAt(onsetNs)).isEqualTo(pulse);
        assertThat(pattern.pulseAt(onsetNs + pattern.pulseNs() - 1)).isEqualTo(pulse);
        assertThat(pattern.pulseAt(onsetNs + pattern.pulseNs())).isEqualTo(BurstPattern.SILENCE);
      }
    }
    assertThat(pattern.sounds(Long.MIN_VALUE)).isFalse();
    assertThat(pattern.envelope(-1)).isZero();
  }

  @ParameterizedTest
  @EnumSource(BurstPattern.class)
  void theSameTimeSoundsTheSameWhateverWasAskedBefore(BurstPattern pattern) {
    List<Double> forwards = new ArrayList<>();
    List<Double> backwards = new ArrayList<>();
    for (long ns = 0; ns < pattern.repeatNs(); ns += 7 * MS) {
      forwards.add(pattern.envelope(ns));
      backwards.addFirst(pattern.envelope(pattern.repeatNs() / (7 * MS) * (7 * MS) - ns));
    }
    assertThat(backwards).isEqualTo(forwards);
  }

  @ParameterizedTest
  @EnumSource(BurstPattern.class)
  void askingAllocatesNothing(BurstPattern pattern) {
    long[] ns = {0};
    double[] sum = {0};
    Allocation.assertNone(
        () -> {
          ns[0] += MS;
          sum[0] += pattern.envelope(ns[0]) + pattern.pulseAt(ns[0]);
        });
    assertThat(sum[0]).isNotZero();
  }

  @ParameterizedTest
  @EnumSource(Note.class)
  void everyNoteCarries(Note note) {
    assertThat(note.frequencyHz()).isBetween(150.0, 1_000.0);
    int heard = 0;
    for (int multiple = 2; multiple <= Note.HARMONICS + 1; multiple++) {
      double belowDb = -20 * StrictMath.log10(Note.amplitude(multiple) / Note.amplitude(1));
      assertThat(belowDb).isBetween(-15.0, 15.0);
      double frequencyHz = multiple * note.frequencyHz();
      heard += frequencyHz >= 300 && frequencyHz <= 4_000 ? 1 : 0;
    }
    assertThat(heard).isGreaterThanOrEqualTo(4);
  }

  @Test
  void theNotesAreOfOneScale() {
    double middleC = 440 * StrictMath.pow(2, -9 / 12.0);
    assertThat(semitonesAbove(middleC)).containsExactly(0L, 2L, 4L, 7L, 12L);
  }

  private static List<Long> semitonesAbove(double base) {
    List<Long> semitones = new ArrayList<>();
    for (Note note : Note.values()) {
      double exact = 12 * StrictMath.log(note.frequencyHz() / base) / StrictMath.log(2);
      assertThat(exact).isCloseTo(StrictMath.rint(exact), within(0.001));
      semitones.add((long) StrictMath.rint(exact));
    }
    return semitones;
  }
}
