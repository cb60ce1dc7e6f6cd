package org.tenuto.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tenuto.measure.Allocation;

/** The lamp, sampled each millisecond, against the ranges of IEC 60601-1-8. */
class AlarmSignalTest {

  private static final long MS = 1_000_000;
  private static final int MINUTE_MS = 60_000;

  private static int litMs(AlarmSignal signal) {
    int lit = 0;
    for (int ms = 0; ms < MINUTE_MS; ms++) {
      lit += signal.isLit(ms * MS) ? 1 : 0;
    }
    return lit;
  }

  /** When the lamp lights up within a minute, ms. */
  private static int[] flashesMs(AlarmSignal signal) {
    return IntStream.range(0, MINUTE_MS)
        .filter(ms -> signal.isLit(ms * MS) && !signal.isLit((ms - 1) * MS))
        .toArray();
  }

  private static double frequencyHz(AlarmSignal signal) {
    int[] flashesMs = flashesMs(signal);
    return 1e3 * (flashesMs.length - 1) / (flashesMs[flashesMs.length - 1] - flashesMs[0]);
  }

  @ParameterizedTest
  @CsvSource({"HIGH, 1.4, 2.8, 0.2, 0.8", "MEDIUM, 0.4, 0.8, 0.2, 0.6"})
  void flashesInItsRange(AlarmSignal signal, double fromHz, double toHz, double from, double to) {
    assertThat(frequencyHz(signal)).isBetween(fromHz, toHz);
    assertThat((double) litMs(signal) / MINUTE_MS).isBetween(from, to);
  }

  @Test
  void flashesAsDesigned() {
    assertThat(frequencyHz(AlarmSignal.HIGH)).isEqualTo(2.0);
    assertThat(litMs(AlarmSignal.HIGH)).isEqualTo(30_000);
    assertThat(frequencyHz(AlarmSignal.MEDIUM)).isEqualTo(0.5);
    assertThat(litMs(AlarmSignal.MEDIUM)).isEqualTo(30_000);
  }

  @Test
  void lowIsLitAllTheTime() {
    assertThat(litMs(AlarmSignal.LOW)).isEqualTo(MINUTE_MS);
  }

  @ParameterizedTest
  @EnumSource(AlarmPriority.class)
  void everyPriorityHasItsOwn(AlarmPriority priority) {
    AlarmSignal signal = AlarmSignal.of(priority);
    assertThat(signal.name()).isEqualTo(priority.name());
    assertThat(signal.burst().name()).isEqualTo(priority.name());
    assertThat(signal.colour()).isEqualTo(LampColour.values()[priority.ordinal()]);
  }

  @Test
  void coloursGoWithUrgency() {
    assertThat(AlarmSignal.of(AlarmPriority.HIGH).colour()).isEqualTo(LampColour.RED);
    assertThat(AlarmSignal.of(AlarmPriority.MEDIUM).colour()).isEqualTo(LampColour.YELLOW);
    assertThat(AlarmSignal.of(AlarmPriority.LOW).colour()).isEqualTo(LampColour.CYAN);
  }

  @ParameterizedTest
  @EnumSource(AlarmSignal.class)
  void isLitFromTheOnsetAndChangesToTheNanosecond(AlarmSignal signal) {
    assertThat(signal.isLit(-1)).isFalse();
    assertThat(signal.isLit(0)).isTrue();
    assertThat(signal.isLit(signal.litNs() - 1)).isTrue();
    assertThat(signal.isLit(signal.litNs())).isEqualTo(signal == AlarmSignal.LOW);
    assertThat(signal.isLit(signal.flashNs() - 1)).isEqualTo(signal == AlarmSignal.LOW);
    assertThat(signal.isLit(signal.flashNs())).isTrue();
    assertThat(signal.isLit(Long.MAX_VALUE / signal.flashNs() * signal.flashNs())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(AlarmPriority.class)
  void askingAllocatesNothing(AlarmPriority priority) {
    long[] ns = {0};
    int[] lit = {0};
    Allocation.assertNone(
        () -> {
          ns[0] += MS;
          lit[0] += AlarmSignal.of(priority).isLit(ns[0]) ? 1 : 0;
        });
    assertThat(lit[0]).isPositive();
  }
}
