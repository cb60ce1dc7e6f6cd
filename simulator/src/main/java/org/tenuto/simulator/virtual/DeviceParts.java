package org.tenuto.simulator.virtual;

import org.tenuto.control.check.CheckThresholds;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.OrderReview;

/**
 * What devices are built of and none changes. Any thread.
 *
 * @param library drugs, protocols, syringes
 * @param pump what kind of pump it drives
 * @param review the library's calculator and guardrail, for the pump that is simulated
 * @param thresholds what the independent checks go by
 */
public record DeviceParts(
    DrugLibrary library, PumpKind pump, OrderReview review, CheckThresholds thresholds) {

  /** With the usual thresholds. */
  public static DeviceParts of(DrugLibrary library, PumpKind pump) {
    return new DeviceParts(
        library, pump, new OrderReview(library, pump.resolution()), CheckThresholds.USUAL);
  }
}
