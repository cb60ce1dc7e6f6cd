package org.tenuto.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.oracle.Stage.order;
import static org.tenuto.simulator.oracle.Stage.phase;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.infusion.InfusionState;

class NoSilentShortfallTest {

  private final Stage stage = new Stage(NoSilentShortfall::new);

  @BeforeEach
  void infuse() {
    stage.infuses(order(phase(60, 6_000)));
  }

  @Test
  void theOrderedRateIsKept() {
    stage.pass(2_000).flow(60, 2_000_000).keeps();
  }

  /** 50 µL and 3 s of flow are 100 µL, and 2 %: 12.5 s at half of 60 mL/h. */
  @Test
  void halfTheRate() {
    stage.flow(30, 12_000).keeps().flow(30, 1_600);
    assertThat(stage.found()).hasSize(1);
    assertThat(stage.found().getFirst().text()).contains("raises no alarm");
  }

  @Test
  void halfTheRateAfterHoursOfTheWhole() {
    stage.flow(60, 7_200_000).keeps().flow(30, 60_000);
    assertThat(stage.found()).hasSize(1);
  }

  @Test
  void anAlarmTellsIt() {
    stage.raises(AlarmCondition.UNDER_DELIVERY).flow(30, 60_000).keeps();
  }

  @Test
  void anAlarmOfYesterdayTellsNothing() {
    stage.latches(AlarmCondition.UNDER_DELIVERY).flow(30, 60_000);
    assertThat(stage.found()).hasSize(1);
  }

  @Test
  void slippedMicrostepsCountAsGiven() {
    for (int i = 0; i < 600; i++) {
      stage.flow(30, 100);
      stage.scene.slippedNl += 834;
    }
    stage.keeps();
  }

  @Test
  void pausesDoNotCount() {
    for (int i = 0; i < 20; i++) {
      stage.moves(InfusionState.INFUSING).flow(60, 20_000);
      stage.rests(InfusionState.PAUSED).pass(20_000);
    }
    stage.keeps();
  }
}
