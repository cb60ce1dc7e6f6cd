package org.tenuto.station;

import java.util.ArrayList;
import java.util.List;

/** What is watched by a sensor and what is not, in plain words. Pure. */
final class Monitored {

  private static final List<String> NAMES =
      List.of(
          "line pressure",
          "air in line",
          "plunger",
          "power",
          "e-stop line",
          "pressure rise",
          "buzzer");

  private static final int E_STOP = 4;
  private static final int BUZZER = 6;

  private Monitored() {}

  /** Names of what the snapshot's bits say is monitored. */
  static List<String> names(long monitoredBits) {
    return select(monitoredBits);
  }

  /** Names of the sensors that are missing; of e-stop line and buzzer the page tells by itself. */
  static List<String> missing(long monitoredBits) {
    return select(~monitoredBits & ~(1L << E_STOP | 1L << BUZZER));
  }

  static boolean pressure(long monitoredBits) {
    return (monitoredBits & 1) == 1;
  }

  static boolean eStopLine(long monitoredBits) {
    return (monitoredBits >> E_STOP & 1) == 1;
  }

  static boolean buzzer(long monitoredBits) {
    return (monitoredBits >> BUZZER & 1) == 1;
  }

  private static List<String> select(long bits) {
    List<String> selected = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      if ((bits >> i & 1) == 1) {
        selected.add(NAMES.get(i));
      }
    }
    return selected;
  }
}
