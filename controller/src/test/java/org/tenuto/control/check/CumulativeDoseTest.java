package org.tenuto.control.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;

class CumulativeDoseTest {

  private final CumulativeDose check = new CumulativeDose(Scene.USUAL);
  private final Moment now = Scene.running();

  /** 35 mg at 1 mg/mL, and 1 % of it. */
  @Test
  void onePercentMoreThanWasReadBackIsTolerated() {
    Scene.deliveredAtMost(now, 35_350_000);
    assertThat(check.finds(now)).isFalse();
    Scene.deliveredAtMost(now, 35_350_001);
    assertThat(check.finds(now)).isTrue();
  }

  @Test
  void twoDigitsOfTheCounterAreToleratedInAnyCase() {
    var strict = new CumulativeDose(Scene.USUAL.with(Threshold.DOSE_TOLERANCE_PERMILLE, 0));
    Scene.deliveredAtMost(now, 35_020_000);
    assertThat(strict.finds(now)).isFalse();
    Scene.deliveredAtMost(now, 35_020_001);
    assertThat(strict.finds(now)).isTrue();
  }

  /** Independent of volumes: the ledger may think that far more was ordered. */
  @Test
  void whatThePumpWasToldDoesNotCount() {
    now.ledger.begin(80_000_000);
    now.ledger.commanded(40_000_000);
    now.reading.counterNl = 40_000_000;
    now.ledger.read(40_000_000, 0, now.nowNs);
    now.ledger.advance(now.nowNs);
    assertThat(new OverDelivery(Scene.USUAL).finds(now)).isFalse();
    assertThat(check.finds(now)).isTrue();
  }

  @Test
  void aPausedOrderIsJudgedAndOneThatIsOverIsNot() {
    Scene.deliveredAtMost(now, 40_000_000);
    now.state = InfusionState.PAUSED;
    assertThat(check.finds(now)).isTrue();
    now.state = InfusionState.FAULT;
    assertThat(check.finds(now)).isFalse();
    now.state = InfusionState.INFUSING;
    now.order = null;
    assertThat(check.finds(now)).isFalse();
  }
}
