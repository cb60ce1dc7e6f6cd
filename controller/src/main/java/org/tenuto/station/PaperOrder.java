package org.tenuto.station;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.Protocol;
import org.tenuto.dose.Syringe;
import org.tenuto.dose.WeightBasis;
import org.tenuto.quantity.QuantityFormatException;
import org.tenuto.quantity.Volume;

/**
 * What all orders of one {@code dose} command have in common.
 *
 * @param loaded what the syringe is taken to hold
 * @param weightBasis which weight is dosed by
 * @param priors doses before
 * @param intensiveMonitoring whether it is attested
 */
@NullMarked
record PaperOrder(
    DrugLibrary library,
    DrugEntry drug,
    Protocol protocol,
    Syringe syringe,
    Volume loaded,
    WeightBasis weightBasis,
    List<PriorDose> priors,
    boolean intensiveMonitoring) {

  private static final String STAFF_ID = "paper";

  /**
   * Looks the ids up; the syringe is loaded to its nominal capacity, by actual weight.
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
    return new PaperOrder(
        library,
        drug,
        protocol,
        syringe,
        syringe.capacity(),
        WeightBasis.ACTUAL,
        List.of(),
        false);
  }

  /** The same with what staff know beside the order. */
  PaperOrder with(
      Volume newLoaded, WeightBasis basis, List<PriorDose> newPriors, boolean attested) {
    return new PaperOrder(
        library, drug, protocol, syringe, newLoaded, basis, newPriors, attested);
  }

  /** The order for that patient. */
  Order order(Patient patient, List<OrderPhase> phases, long concentrationNgPerMl) {
    return new Order(
        library.hash(),
        drug.id(),
        protocol.id(),
        patient,
        weightBasis,
        phases,
        concentrationNgPerMl,
        syringe.id(),
        loaded.nl(),
        priors,
        intensiveMonitoring,
        List.of(),
        STAFF_ID,
        "");
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
