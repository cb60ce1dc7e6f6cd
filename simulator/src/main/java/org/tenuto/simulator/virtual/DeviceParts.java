package org.tenuto.simulator.virtual;

import org.tenuto.control.check.CheckThresholds;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.OrderReview;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.newera.NewEraResolution;

/**
 * What devices are built of and none changes. Any thread.
 *
 * @param library drugs, protocols, syringes
 * @param review the library's calculator and guardrail, for the pump that is simulated
 * @param thresholds what the independent checks go by
 */
public record DeviceParts(DrugLibrary library, OrderReview review, CheckThresholds thresholds) {

  /** With the usual thresholds. */
  public static DeviceParts of(DrugLibrary library) {
    return new DeviceParts(
        library,
        new OrderReview(
            library, s -> new NewEraResolution(NewEraModel.NE_1000, s.innerDiameterUm())),
        CheckThresholds.USUAL);
  }
}
