package org.tenuto.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlarmPanelTest {

  private final AlarmPanel panel = new AlarmPanel();

  @ParameterizedTest
  @EnumSource(AlarmCondition.class)
  void becomesActiveOnceAndLatchesAsItsTableSays(AlarmCondition condition) {
    assertThat(panel.set(condition, true)).isTrue();
    assertThat(panel.set(condition, true)).isFalse();
    panel.set(condition, false);
    assertThat(panel.isActive(condition)).isEqualTo(condition.latching());
    panel.acknowledge();
    assertThat(panel.isActive(condition)).isFalse();
  }

  @Test
  void acknowledgingDoesNotEndAPresentCondition() {
    panel.set(AlarmCondition.PUMP_STALLED, true);
    panel.acknowledge();
    assertThat(panel.isActive(AlarmCondition.PUMP_STALLED)).isTrue();
  }

  @Test
  void onlyAConditionWithAnEffectForbidsDelivery() {
    panel.set(AlarmCondition.NEAR_COMPLETION, true);
    assertThat(panel.forbidsDelivery()).isFalse();
    panel.set(AlarmCondition.STATION_SILENT, true);
    assertThat(panel.forbidsDelivery()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(AlarmCondition.class)
  void everyHighConditionStopsTheDelivery(AlarmCondition condition) {
    if (condition.priority() == AlarmPriority.HIGH) {
      assertThat(condition.effect()).isNotEqualTo(AlarmCondition.Effect.NONE);
    }
  }
}
