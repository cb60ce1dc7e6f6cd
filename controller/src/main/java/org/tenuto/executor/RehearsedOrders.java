package org.tenuto.executor;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderReview;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PermittedOrder;
import org.tenuto.dose.Protocol;
import org.tenuto.dose.PumpResolution;
import org.tenuto.dose.ReadBack;
import org.tenuto.dose.Syringe;
import org.tenuto.dose.WeightBasis;
import org.tenuto.quantity.Volume;

/**
 * An order for each protocol of the library, as it is shipped, for nobody: 70 kg in the largest
 * syringe. The first read-back of a cold JVM takes tens of milliseconds: not in a cycle.
 */
public final class RehearsedOrders {

  private static final int TIMES = 20;
  private static final long WEIGHT_G = 70_000;

  private final DrugLibrary library;
  private final OrderReview review;

  /** For a pump that can be told that. */
  public RehearsedOrders(DrugLibrary library, Function<Syringe, PumpResolution> pump) {
    this.library = library;
    review = new OrderReview(library, pump);
  }

  /** The calculator and guardrail the orders are put to: the one that is then used. */
  public OrderReview review() {
    return review;
  }

  /** Puts every order to the review often enough that it is compiled. */
  public void reviewAll() {
    for (Order order : all()) {
      ReadBack readBack = review.readBack(order, 1, 1);
      for (int i = 0; i < TIMES; i++) {
        review.draft(order);
        PermittedOrder permitted = review.permit(readBack);
        if (permitted != null) {
          permitted.rest(0, new Volume(0));
        }
      }
    }
  }

  /** An order that is permitted; if none is, any one. */
  public Order first() {
    List<Order> all = all();
    return all.stream()
        .filter(order -> !review.readBack(order, 1, 1).refused())
        .findFirst()
        .orElseGet(all::getFirst);
  }

  private List<Order> all() {
    return library.drugs().stream()
        .flatMap(drug -> drug.protocols().values().stream().map(protocol -> order(drug, protocol)))
        .toList();
  }

  private Order order(DrugEntry drug, Protocol protocol) {
    Syringe largest = Collections.max(library.syringes(), Comparator.comparing(Syringe::capacity));
    return new Order(
        library.hash(),
        drug.id(),
        protocol.id(),
        Patient.ofWeight(WEIGHT_G),
        WeightBasis.ACTUAL,
        protocol.phases(),
        drug.concentrations().getFirst().ngPerMl(),
        largest.id(),
        largest.capacity().nl(),
        List.of(),
        false,
        List.of(),
        "rehearsal",
        "");
  }
}
