package org.tenuto.control.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pump.PumpFault;

/** 50 mL are loaded. */
class SyringeLevelTest {

  private final Moment now = Scene.running();

  private boolean finds(SyringeLevel check, long atMostNl) {
    Scene.deliveredAtMost(now, atMostNl);
    return check.finds(now);
  }

  @Test
  void nearlyEmptyIsLessThanOneMillilitre() {
    SyringeLevel check = SyringeLevel.nearlyEmpty(Scene.USUAL);
    assertThat(finds(check, 49_000_000)).isFalse();
    assertThat(finds(check, 49_000_001)).isTrue();
  }

  @Test
  void emptyIsLessThanHalfAMillilitre() {
    SyringeLevel check = SyringeLevel.empty(Scene.USUAL);
    assertThat(finds(check, 49_500_000)).isFalse();
    assertThat(finds(check, 49_500_001)).isTrue();
    now.state = InfusionState.IDLE;
    assertThat(check.finds(now)).isFalse();
    now.state = InfusionState.PAUSED;
    now.order = null;
    assertThat(check.finds(now)).isFalse();
  }

  /** Whatever was loaded by what staff said: a pusher at its end empties nothing more. */
  @Test
  void emptyIsAPusherAtItsForwardEnd() {
    Scene.deliveredAtMost(now, 0);
    now.reading.fault = PumpFault.END_REACHED;
    assertThat(SyringeLevel.empty(Scene.USUAL).finds(now)).isTrue();
    assertThat(SyringeLevel.nearlyEmpty(Scene.USUAL).finds(now)).isFalse();
    now.state = InfusionState.FAULT;
    assertThat(SyringeLevel.empty(Scene.USUAL).finds(now)).isTrue();
  }

  /** An order leaves the dead volume of 1.5 mL: at the tightest limit it still completes. */
  @Test
  void theTightestLimitLetsAnOrderComplete() {
    SyringeLevel check =
        SyringeLevel.empty(Scene.USUAL.with(Threshold.EMPTY_UL, Threshold.EMPTY_UL.highest()));
    assertThat(finds(check, 48_500_000)).isFalse();
    assertThat(finds(check, 48_500_001)).isTrue();
  }
}
