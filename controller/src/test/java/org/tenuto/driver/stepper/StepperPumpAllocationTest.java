package org.tenuto.driver.stepper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenuto.measure.Allocation;
import org.tenuto.pump.PumpState;

/** No cycle of a stepper allocates, steps and encoder edges among them. */
class StepperPumpAllocationTest {

  /** A motor that follows at once, four microsteps to a count, and allocates nothing itself. */
  private static final class SteadyLines implements MotorLines {
    private static final int STEPS_A_COUNT = 32;
    private int outputs;
    private long steps;
    private long told;
    private int input;
    private boolean active;

    @Override
    public boolean put(int levels) {
      steps += (levels & ~outputs & STEP);
      outputs = levels;
      return true;
    }

    @Override
    public boolean nextEdge() {
      if (told * STEPS_A_COUNT + STEPS_A_COUNT > steps) {
        return false;
      }
      told++;
      input = (int) (1 - told & 1);
      active = (told & 3) == 1 || (told & 3) == 2;
      return true;
    }

    @Override
    public int edgeInput() {
      return input;
    }

    @Override
    public boolean edgeActive() {
      return active;
    }

    @Override
    public long edgeNs() {
      return 0;
    }

    @Override
    public int levels() {
      return 0;
    }

    @Override
    public boolean lost() {
      return false;
    }
  }

  private final StepperPump pump = new StepperPump(new SteadyLines(), StepperBuild.USUAL);
  private long nowNs = 1_000_000;

  private void cycle() {
    nowNs += 1_000_000;
    pump.cycle(nowNs);
  }

  @Test
  void aRunningPump() {
    cycle();
    pump.deliver(Rig.command(300_000_000, 900_000_000_000L, true));
    Allocation.assertNone(this::cycle);
    assertThat(pump.reading().state).isEqualTo(PumpState.RUNNING);
    assertThat(pump.reading().counterNl).isPositive();
  }

  @Test
  void aStoppedPump() {
    Allocation.assertNone(this::cycle);
    assertThat(pump.reading().state).isEqualTo(PumpState.STOPPED);
  }
}
