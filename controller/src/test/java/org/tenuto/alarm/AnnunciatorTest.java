package org.tenuto.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.alarm.AlarmCondition.CYCLE_OVERRUN;
import static org.tenuto.alarm.AlarmCondition.NEAR_COMPLETION;
import static org.tenuto.alarm.AlarmCondition.PAGE_UNSEEN;
import static org.tenuto.alarm.AlarmCondition.PUMP_RESET;
import static org.tenuto.alarm.AlarmCondition.PUMP_SILENT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnunciatorTest {

  private static final long MS = 1_000_000;
  private static final long S = 1_000 * MS;

  private final Annunciator annunciator = new Annunciator();
  private long active;
  private long nowNs = 100 * S;

  private void pass(long durationNs) {
    for (long endNs = nowNs + durationNs; nowNs < endNs; ) {
      nowNs += MS;
      annunciator.look(active, nowNs);
    }
  }

  /** The milliseconds, from now, at which a pulse begins. */
  private List<Long> onsetsMs(long durationNs) {
    long fromNs = nowNs;
    List<Long> onsets = new ArrayList<>();
    boolean before = annunciator.note(nowNs) != null;
    for (long endNs = nowNs + durationNs; nowNs < endNs; ) {
      pass(MS);
      boolean sounds = annunciator.note(nowNs) != null;
      if (sounds && !before) {
        onsets.add((nowNs - fromNs) / MS - 1); // the first look was one step after
      }
      before = sounds;
    }
    return onsets;
  }

  @Test
  void isDarkAndSilentWithoutAnAlarm() {
    pass(20 * S);
    assertThat(annunciator.lamp(nowNs)).isNull();
    assertThat(annunciator.note(nowNs)).isNull();
    assertThat(annunciator.loudness(nowNs)).isZero();
    assertThat(annunciator.pauseAudio(nowNs)).isFalse();
  }

  @Test
  void theMostUrgentIsSeenAndHeardFromItsFirstMillisecond() {
    active = NEAR_COMPLETION.bit();
    pass(40 * S);
    assertThat(annunciator.lamp(nowNs)).isEqualTo(LampColour.CYAN);
    active |= PUMP_SILENT.bit();
    pass(MS);
    assertThat(annunciator.lamp(nowNs)).isEqualTo(LampColour.RED);
    assertThat(annunciator.note(nowNs)).isEqualTo(BurstPattern.HIGH.note(0));
    active |= CYCLE_OVERRUN.bit();
    assertThat(onsetsMs(10 * S - MS))
        .containsExactly(249L, 499L, 999L, 1249L, 2099L, 2349L, 2599L, 3099L, 3349L,
            8499L, 8749L, 8999L, 9499L, 9749L);
  }

  @Test
  void whenTheMostUrgentIsOverTheNextBeginsAnew() {
    active = PUMP_SILENT.bit() | PAGE_UNSEEN.bit();
    pass(5 * S);
    active = PAGE_UNSEEN.bit();
    assertThat(onsetsMs(12 * S)).containsExactly(0L, 400L, 800L, 11_000L, 11_400L, 11_800L);
    assertThat(annunciator.lamp(nowNs)).isEqualTo(null);
  }

  @Test
  void anotherOfTheSameKindIsHeardAtOnceButCutsNoBurstShort() {
    active = PUMP_SILENT.bit();
    pass(S);
    active |= PUMP_RESET.bit(); // within the burst: it goes on
    assertThat(onsetsMs(5 * S)).containsExactly(0L, 250L, 1100L, 1350L, 1600L, 2100L, 2350L);
    active |= AlarmCondition.PUMP_STALLED.bit(); // in the silence: at once
    assertThat(onsetsMs(S)).containsExactly(0L, 250L, 500L);
  }

  @Test
  void aPauseSilencesAndALampStaysLit() {
    active = PUMP_SILENT.bit();
    pass(100 * MS);
    assertThat(annunciator.pauseAudio(nowNs)).isTrue();
    assertThat(annunciator.note(nowNs)).isNull();
    assertThat(annunciator.loudness(nowNs)).isZero();
    assertThat(annunciator.lamp(nowNs)).isEqualTo(LampColour.RED);
    assertThat(annunciator.pauseLeftNs(nowNs)).isEqualTo(120 * S);
    assertThat(onsetsMs(120 * S - MS)).isEmpty();
    assertThat(onsetsMs(S)).containsExactly(0L, 250L, 500L);
    assertThat(annunciator.pauseLeftNs(nowNs)).isZero();
  }

  @Test
  void aNewConditionAsUrgentBreaksThePauseAtOnceALesserOneDoesNot() {
    active = PAGE_UNSEEN.bit();
    pass(S);
    assertThat(annunciator.pauseAudio(nowNs)).isTrue();
    active |= NEAR_COMPLETION.bit();
    assertThat(onsetsMs(20 * S)).isEmpty();
    active |= CYCLE_OVERRUN.bit();
    assertThat(onsetsMs(S)).containsExactly(0L, 400L, 800L);
    assertThat(annunciator.pauseLeftNs(nowNs)).isZero();
  }
}
