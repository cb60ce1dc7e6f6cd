package org.tenuto.station;

import java.util.ArrayList;
import java.util.List;

/** What is watched by a sensor and what is not, in plain words. Pure. */
final class Monitored {

  private static final List<String> NAMES =
      List.of("line pressure", "air in line", "plunger", "power", "e-stop line", "pressure rise");

  private static final int E_STOP = 4;

  private Monitored() {}

  /** Names of what the snapshot's bits say is monitored. */
  static List<String> names(long monitoredBits) {
    return select(monitoredBits);
  }

  /** Names of the sensors that are missing; the page tells of the e-stop line by itself. */
  static List<String> missing(long monitoredBits) {
    return select(~monitoredBits & ~(1L << E_STOP));
  }

  static boolean eStopLine(long monitoredBits) {
    return (monitoredBits >> E_STOP & 1) == 1;
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
