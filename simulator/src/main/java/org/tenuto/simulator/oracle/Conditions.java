package org.tenuto.simulator.oracle;

import java.util.function.Predicate;
import org.tenuto.alarm.AlarmCondition;

/** Alarm conditions as bits, by what the table says of them. */
final class Conditions {

  /** Those that stop the delivery. */
  static final long STOPPING =
      bits(condition -> condition.effect() != AlarmCondition.Effect.NONE);

  /** Those that tell of the pump and its line. */
  static final long OF_PUMP =
      bits(condition -> condition.name().startsWith("PUMP_"))
          | AlarmCondition.MOTION_WITHOUT_COMMAND.bit()
          | AlarmCondition.OVER_DELIVERY.bit()
          | AlarmCondition.UNDER_DELIVERY.bit()
          | AlarmCondition.STALE_READING.bit();

  private Conditions() {}

  /** Bit n for the ordinal n of those it holds for. */
  static long bits(Predicate<AlarmCondition> which) {
    long bits = 0;
    for (AlarmCondition condition : AlarmCondition.values()) {
      bits |= which.test(condition) ? condition.bit() : 0;
    }
    return bits;
  }
}
