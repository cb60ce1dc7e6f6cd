package org.tenuto.simulator.firmware;

import org.jspecify.annotations.Nullable;

/** Units of a flow rate, named as on the line: µL or mL, per minute or per hour. */
enum RateUnit {
  UM(60),
  MM(60_000),
  UH(1),
  MH(1_000);

  /** One thousandth of the unit, nL/h. */
  final long milliNlPerH;

  RateUnit(long milliNlPerH) {
    this.milliNlPerH = milliNlPerH;
  }

  static @Nullable RateUnit of(String text) {
    for (RateUnit unit : values()) {
      if (unit.name().equals(text)) {
        return unit;
      }
    }
    return null;
  }
}
