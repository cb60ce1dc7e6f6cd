package org.tenuto.benchmarks;

import java.util.function.Function;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.Guardrail;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.PumpResolution;
import org.tenuto.dose.Syringe;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.newera.NewEraResolution;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.driver.stepper.StepperResolution;
import org.tenuto.library.ShippedLibrary;

/** The orders that are measured, with the library and the review that judge them. Immutable. */
final class Orders {

  private static final long USUAL_S = 2_400;

  /** As long as the protocol permits: an iteration must not see the end of it. */
  private static final long LONGEST_S = 6_000;

  private final DrugLibrary library;
  private final OrderReview review;
  private final Guardrail guardrail;

  /** For a pump of the New Era family. */
  Orders() {
    this(Orders::ofNewEra);
  }

  /** Loads the shipped library and checks its signature; for pumps of that resolution. */
  private Orders(Function<Syringe, PumpResolution> resolution) {
    try {
      library = ShippedLibrary.load(false);
    } catch (LibraryRefusedException e) {
      throw new IllegalStateException("the shipped library is refused", e);
    }
    review = new OrderReview(library, resolution);
    guardrail = new Guardrail(library, resolution);
  }

  /** For a motor of the usual build. */
  static Orders ofStepper() {
    return new Orders(
        syringe -> new StepperResolution(StepperBuild.USUAL, syringe.innerDiameterUm()));
  }

  private static PumpResolution ofNewEra(Syringe syringe) {
    return new NewEraResolution(NewEraModel.NE_1000, syringe.innerDiameterUm());
  }

  Guardrail guardrail() {
    return guardrail;
  }

  OrderReview review() {
    return review;
  }

  String libraryHash() {
    return library.hash();
  }

  /** 70 kg, 0.5 mg/kg over 40 min, 1 mg/mL: 35 mL at 52.5 mL/h. */
  Order usual() {
    return over(USUAL_S);
  }

  /** The same dose over 100 min: 35 mL at 21 mL/h. */
  Order longest() {
    return over(LONGEST_S);
  }

  private Order over(long durationS) {
    return Order.ofDose(
        library.hash(),
        "KETAMINE-RACEMIC",
        "DEP-RACEMIC-40",
        70_000,
        500_000,
        durationS,
        1_000_000,
        "BD-PLASTIPAK-50",
        50_000_000,
        "bench");
  }
}
