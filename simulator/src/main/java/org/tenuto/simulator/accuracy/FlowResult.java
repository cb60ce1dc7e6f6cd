package org.tenuto.simulator.accuracy;

import java.util.List;
import org.tenuto.quantity.FlowRate;

/**
 * What one infusion of two hours showed.
 *
 * @param set the set rate
 * @param run its flow, from the start on
 */
record FlowResult(FlowRate set, FlowSamples run) {

  /** How long an infusion is watched, min. */
  static final int RUN_MIN = 120;

  /** From when on it is analysed, to the end: the second hour, min. */
  static final int ANALYSED_FROM_MIN = 60;

  double setMlPerH() {
    return set.mlPerH().doubleValue();
  }

  StartUp startUp() {
    return StartUp.of(run, setMlPerH());
  }

  List<FlowError> trumpet() {
    return FlowError.trumpet(analysed(), setMlPerH());
  }

  /** The overall mean error A of the second hour, %. */
  double overallPercent() {
    return FlowError.overallPercent(analysed(), setMlPerH());
  }

  private FlowSamples analysed() {
    return run.between(ANALYSED_FROM_MIN, RUN_MIN);
  }
}
