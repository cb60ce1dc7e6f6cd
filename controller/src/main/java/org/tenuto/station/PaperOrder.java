package org.tenuto.station;

import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.Order;
import org.tenuto.dose.Protocol;
import org.tenuto.dose.Syringe;
import org.tenuto.quantity.QuantityFormatException;

/**
 * What all orders of one {@code dose} command have in common: library, drug, protocol and a syringe
 * loaded to its nominal capacity.
 */
@NullMarked
record PaperOrder(DrugLibrary library, DrugEntry drug, Protocol protocol, Syringe syringe) {

  private static final String STAFF_ID = "paper";

  /**
   * Looks the ids up.
   *
   * @throws QuantityFormatException naming the ids there are, if one is unknown
   */
  static PaperOrder of(DrugLibrary library, String protocolId, String syringeId) {
    DrugEntry drug = library.drugOfProtocol(protocolId);
    Protocol protocol = drug == null ? null : drug.protocol(protocolId);
    if (drug == null || protocol == null) {
      throw new QuantityFormatException("--protocol", protocolId, "one of " + protocols(library));
    }
    Syringe syringe = library.syringe(syringeId);
    if (syringe == null) {
      throw new QuantityFormatException("--syringe", syringeId, "one of " + syringes(library));
    }
    return new PaperOrder(library, drug, protocol, syringe);
  }

  /** The order with these numbers, in the units of {@link Order}. */
  Order order(long weightG, long doseNgPerKg, long durationS, long concentrationNgPerMl) {
    return Order.ofDose(
        library.hash(),
        drug.id(),
        protocol.id(),
        weightG,
        doseNgPerKg,
        durationS,
        concentrationNgPerMl,
        syringe.id(),
        syringe.capacity().nl(),
        STAFF_ID);
  }

  private static String protocols(DrugLibrary library) {
    return library.drugs().stream()
        .flatMap(drug -> drug.protocols().keySet().stream())
        .collect(Collectors.joining(", "));
  }

  private static String syringes(DrugLibrary library) {
    return library.syringes().stream().map(Syringe::id).collect(Collectors.joining(", "));
  }
}
