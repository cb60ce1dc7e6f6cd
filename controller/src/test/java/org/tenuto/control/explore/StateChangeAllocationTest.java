package org.tenuto.control.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;

/**
 * A cycle in which something changes allocates little: what it reports. The cycle that reads an
 * order back works out the whole order, before anything moves, and is told apart.
 */
class StateChangeAllocationTest {

  private static final long KILOBYTE = 1_024;

  /** From power-up through an order: start, phases, change, pause, resume, alarm, stop. */
  private static final List<Input> A_SESSION =
      List.of(
          Input.PUMP_CONFIRMS,
          Input.ASK_TO_PRIME,
          Input.START_PRIMING,
          Input.PUMP_CONFIRMS,
          Input.STOP,
          Input.PUMP_CONFIRMS,
          Input.PROPOSE,
          Input.START,
          Input.PUMP_CONFIRMS,
          Input.PUMP_CONFIRMS,
          Input.SECONDS_PASS,
          Input.PROPOSE_MORE,
          Input.START,
          Input.PUMP_CONFIRMS,
          Input.PUMP_CONFIRMS,
          Input.PUMP_CONFIRMS,
          Input.PAUSE,
          Input.PUMP_CONFIRMS,
          Input.RESUME,
          Input.PUMP_CONFIRMS,
          Input.PUMP_CONFIRMS,
          Input.A_MINUTE_PASSES,
          Input.PUMP_CONFIRMS,
          Input.PUMP_CONFIRMS,
          Input.PUMP_CONFIRMS,
          Input.STATION_FALLS_SILENT,
          Input.SECONDS_PASS,
          Input.SECONDS_PASS,
          Input.PUMP_CONFIRMS,
          Input.STATION_IS_BACK,
          Input.RESUME,
          Input.PUMP_CONFIRMS,
          Input.PUMP_CONFIRMS,
          Input.PUMP_STALLS,
          Input.PUMP_CONFIRMS,
          Input.RESET,
          Input.PUMP_CONFIRMS);

  private static final List<Input> READ_BACKS = List.of(Input.PROPOSE, Input.PROPOSE_MORE, Input.ASK_TO_PRIME);

  @Test
  void aCycleWithAChangeAllocatesAtMostAKilobyte() {
    Map<Input, Long> most = play();
    for (int again = 0; again < 20; again++) {
      // What the JVM books to a thread now and then is not in every run.
      play().forEach((input, bytes) -> most.merge(input, bytes, Math::min));
    }
    System.out.println("most bytes in one cycle, by what happened: " + most);
    most.keySet().removeAll(READ_BACKS);
    assertThat(most.values()).allSatisfy(bytes -> assertThat(bytes).isBetween(0L, KILOBYTE));
    assertThat(most.get(Input.START)).as("a start reports something").isPositive();
  }

  /** The most that one cycle of each input allocated. */
  private static Map<Input, Long> play() {
    World world = new World();
    List<InfusionState> states = new ArrayList<>();
    Map<Input, Long> most = new EnumMap<>(Input.class);
    for (Input input : A_SESSION) {
      world.measureAllocation();
      input.happenTo(world);
      most.merge(input, world.mostAllocatedBytes(), Math::max);
      states.add(world.state());
    }
    assertThat(states)
        .contains(
            InfusionState.PRIMING,
            InfusionState.READY,
            InfusionState.INFUSING,
            InfusionState.PAUSED,
            InfusionState.FAULT)
        .last()
        .isEqualTo(InfusionState.IDLE);
    return most;
  }
}
