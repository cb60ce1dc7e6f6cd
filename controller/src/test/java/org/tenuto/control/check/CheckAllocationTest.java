package org.tenuto.control.check;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.measure.Allocation;

/** A cycle asks every check: none may allocate, neither running nor in the self-test. */
class CheckAllocationTest {

  private final List<Check> checks =
      List.of(
          new SelfTest("0".repeat(64), Scene.USUAL),
          new SilentStation(),
          new StandingPump(),
          new StaleReading(Scene.USUAL),
          new UntoldMotion(),
          new OverDelivery(Scene.USUAL),
          new UnderDelivery(Scene.USUAL),
          new CumulativeDose(Scene.USUAL),
          new RollingDose(Scene.USUAL),
          new HighPressure(Scene.EVERY_SENSOR, Scene.USUAL),
          new RisingPressure(
              Scene.EVERY_SENSOR, Scene.USUAL.with(Threshold.PRESSURE_RISE_PA_PER_S, 1_000)),
          new AirInLine(Scene.EVERY_SENSOR, Scene.USUAL),
          new LoosePlunger(Scene.EVERY_SENSOR),
          new SilentSensor(Scene.EVERY_SENSOR, Scene.USUAL),
          SyringeLevel.nearlyEmpty(Scene.USUAL),
          SyringeLevel.empty(Scene.USUAL),
          new LostEvents(),
          new LateCycle(Scene.USUAL),
          new ClockStep(Scene.USUAL));

  @Test
  void noCheckAllocatesWhileAnOrderRuns() {
    Moment now = Scene.running();
    now.wallKnown = true;
    Allocation.assertNone(() -> ask(now));
  }

  @Test
  void noCheckAllocatesAtRest() {
    Moment now = Scene.paused();
    Allocation.assertNone(() -> ask(now));
  }

  private void ask(Moment now) {
    now.nowNs += Scene.MS;
    for (int i = 0; i < checks.size(); i++) {
      checks.get(i).finds(now);
    }
  }
}
