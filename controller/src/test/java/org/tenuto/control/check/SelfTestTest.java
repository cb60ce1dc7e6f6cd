package org.tenuto.control.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenuto.control.check.SelfTest.Item;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pump.PumpState;

class SelfTestTest {

  private static final String HASH = "0".repeat(64);
  private static final long NEW_YEAR_2026_MS = 1_767_225_600_000L;
  private static final long NEW_YEAR_2100_MS = 4_102_444_800_000L;

  private final Moment now = Scene.paused();
  private SelfTest test = new SelfTest(HASH, Scene.USUAL);

  SelfTestTest() {
    now.state = InfusionState.SELF_TEST;
    now.wallKnown = true;
    now.wallMs = NEW_YEAR_2026_MS;
  }

  private void fails(Item item) {
    assertThat(test.finds(now)).isTrue();
    assertThat(test.passed()).isFalse();
    assertThat(test.failedBits()).isEqualTo(item.bit());
  }

  private void passes() {
    assertThat(test.finds(now)).isFalse();
    assertThat(test.passed()).isTrue();
    assertThat(test.failedBits()).isZero();
  }

  @Test
  void passesWithEverythingInPlace() {
    passes();
  }

  @Test
  void waits70SecondsForThePump() {
    now.reading.state = PumpState.PREPARING;
    assertThat(test.finds(now)).isFalse();
    assertThat(test.passed()).isFalse();
    now.nowNs += 70 * Scene.S;
    assertThat(test.finds(now)).isFalse();
    now.nowNs++;
    fails(Item.PUMP);
    now.reading.state = PumpState.STOPPED;
    passes();
  }

  @Test
  void needsALibrary() {
    test = new SelfTest("", Scene.USUAL);
    fails(Item.LIBRARY);
  }

  @Test
  void needsThresholdsInRange() {
    test = new SelfTest(HASH, Scene.USUAL.with(Threshold.READING_AGE_MS, 501));
    fails(Item.THRESHOLDS);
  }

  @Test
  void needsAClockOfThisCentury() {
    now.wallMs = NEW_YEAR_2026_MS - 1;
    fails(Item.CLOCK);
    now.wallMs = NEW_YEAR_2100_MS;
    fails(Item.CLOCK);
    now.wallMs = NEW_YEAR_2100_MS - 1;
    passes();
  }

  @Test
  void aClockThatNobodyTellsFails() {
    now.wallKnown = false;
    assertThat(test.finds(now)).isFalse();
    assertThat(test.passed()).isFalse();
    now.nowNs += 70 * Scene.S + 1;
    fails(Item.CLOCK);
  }

  @Test
  void isOverOutsideItsStateAndBeginsAnew() {
    now.reading.state = PumpState.LOST;
    test.finds(now);
    now.nowNs += 71 * Scene.S;
    now.state = InfusionState.FAULT;
    assertThat(test.finds(now)).isFalse();
    now.state = InfusionState.SELF_TEST;
    assertThat(test.finds(now)).isFalse();
    assertThat(test.passed()).isFalse();
  }
}
