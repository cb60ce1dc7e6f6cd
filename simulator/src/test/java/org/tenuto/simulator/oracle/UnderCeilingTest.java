package org.tenuto.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.oracle.Stage.order;
import static org.tenuto.simulator.oracle.Stage.phase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.PhaseKind;

class UnderCeilingTest {

  private static final double HARD = 300;
  private static final OrderPhase BOLUS = phase(PhaseKind.BOLUS, 60, 60);

  private final Stage stage = new Stage(f -> new UnderCeiling(f, HARD));

  private void concentrations(double plasma, double effect, boolean published) {
    stage.scene.concentrations = 1;
    stage.scene.plasmaNgPerMl[0] = plasma;
    stage.scene.effectNgPerMl[0] = effect;
    stage.scene.effectPublished[0] = published;
  }

  private void isFound(boolean found) {
    stage.pass(1_000);
    assertThat(stage.found()).hasSize(found ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void plasmaOutsideABolus(boolean published) {
    stage.infuses(order(phase(60, 600)));
    concentrations(HARD - 0.001, 0, published);
    isFound(false);
    concentrations(HARD, 0, published);
    isFound(true);
  }

  @Test
  void theEffectInABolus() {
    stage.infuses(order(BOLUS, phase(10, 600)));
    concentrations(10 * HARD, HARD - 0.001, true);
    isFound(false);
    concentrations(10 * HARD, HARD, true);
    isFound(true);
  }

  /** A model without a place of the effect of its own is judged in plasma, always. */
  @Test
  void plasmaInABolus() {
    stage.infuses(order(BOLUS, phase(10, 600)));
    concentrations(HARD, 0, false);
    isFound(true);
  }

  @Test
  void theEffectIsNotJudgedWhereItWasNotPublished() {
    stage.infuses(order(phase(60, 600)));
    concentrations(0, 10 * HARD, false);
    isFound(false);
  }

  @Test
  void plasmaTwoMinutesAfterABolus() {
    stage.infuses(order(BOLUS, phase(10, 600)));
    concentrations(HARD, 0, true);
    stage.flow(60, 61_000).flow(10, 118_000).keeps();
    stage.flow(10, 4_000);
    assertThat(stage.found()).hasSize(1);
  }

  @Test
  void whatIsNoNumberIsNotUnder() {
    concentrations(Double.NaN, 0, false);
    isFound(true);
  }
}
