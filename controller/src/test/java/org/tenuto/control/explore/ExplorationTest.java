package org.tenuto.control.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.infusion.InfusionState;

/** Every state the executor can reach, under everything that can happen, keeps every promise. */
class ExplorationTest {

  @Test
  void everyReachableStateKeepsEveryPromise() {
    var exploration = new Exploration(Exploration::everyPromise);
    String broken = exploration.walk(new World());
    System.out.printf(
        "explored %,d states, %,d transitions, %s: %s%n",
        exploration.states(),
        exploration.transitions(),
        broken == null ? "every promise kept" : "a promise broken",
        exploration.statesOf());
    assertThat(broken).isNull();
    assertThat(exploration.statesOf().keySet())
        .as("every state of the infusion is reached")
        .contains(names());
    assertThat(exploration.effects().keySet())
        .as("every input changes something somewhere")
        .contains(Input.values());
  }

  private static String[] names() {
    return Arrays.stream(InfusionState.values())
        .map(Enum::name)
        .toArray(String[]::new);
  }

  /** The walk itself bites: a promise that is wrong is broken by the shortest path there is. */
  @Test
  void tellsTheShortestPathThatBreaksAPlantedPromise() {
    var exploration =
        new Exploration(
            (before, input, after) ->
                after.state() == InfusionState.PAUSED ? "never paused" : null);
    assertThat(exploration.walk(new World()))
        .startsWith("never paused by [PUMP_CONFIRMS, PROPOSE, START, PAUSE]\n");
  }

  @Test
  void aCopyGoesItsOwnWay() {
    var world = new World();
    World copy = DeepCopy.of(world);
    Input.PUMP_CONFIRMS.happenTo(copy);
    assertThat(copy.state()).isEqualTo(InfusionState.IDLE);
    assertThat(world.state()).isEqualTo(InfusionState.SELF_TEST);
    assertThat(world.pump().reading().state).isNotEqualTo(copy.pump().reading().state);
  }

  @Test
  void aPredictionAtTheHardCeilingStopsTheDelivery() {
    var world = new World();
    for (Input input :
        List.of(Input.PUMP_CONFIRMS, Input.PROPOSE, Input.START, Input.PUMP_CONFIRMS)) {
      input.happenTo(world);
    }
    Input.PUMP_CONFIRMS.happenTo(world);
    assertThat(world.state()).isEqualTo(InfusionState.INFUSING);
    world.plantCeiling();
    Input.SECONDS_PASS.happenTo(world);
    assertThat(world.state()).isEqualTo(InfusionState.FAULT);
    assertThat(world.snapshot().alarmBits & AlarmCondition.CONCENTRATION_CEILING.bit())
        .isNotZero();
    assertThat(Facts.of(world).driven()).isFalse();
  }
}
