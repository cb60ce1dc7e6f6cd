package org.tenuto.dose;

import org.jspecify.annotations.Nullable;
import org.tenuto.quantity.Quoted;

/**
 * The library entries an order names.
 *
 * @param drug null if unknown
 * @param protocol null if unknown or of another drug
 * @param syringe null if unknown
 */
record OrderEntries(
    @Nullable DrugEntry drug, @Nullable Protocol protocol, @Nullable Syringe syringe) {

  /** Looks the order's ids up; a finding for each that is unknown or can't be used. */
  static OrderEntries of(Order order, DrugLibrary library, Findings findings) {
    if (!order.libraryHash().equals(library.hash())) {
      findings.add(
          ReasonCode.LIBRARY_HASH_UNKNOWN,
          "library hash " + Quoted.of(order.libraryHash()),
          Quoted.of(library.hash()) + ", the library in force");
    }
    DrugEntry drug = library.drug(order.drugId());
    if (drug == null) {
      findings.add(
          ReasonCode.DRUG_UNKNOWN, "drug " + Quoted.of(order.drugId()), "one in the library");
    }
    Protocol protocol = protocol(order, drug, findings);
    Syringe syringe = library.syringe(order.syringeId());
    if (syringe == null) {
      findings.add(
          ReasonCode.SYRINGE_UNKNOWN,
          "syringe " + Quoted.of(order.syringeId()),
          "one in the catalogue");
    }
    if (order.staffId().isBlank()) {
      findings.add(
          ReasonCode.STAFF_MISSING, "staff id " + Quoted.of(order.staffId()), "who ordered");
    }
    return new OrderEntries(drug, protocol, syringe);
  }

  private static @Nullable Protocol protocol(
      Order order, @Nullable DrugEntry drug, Findings findings) {
    Protocol protocol = drug == null ? null : drug.protocol(order.protocolId());
    if (protocol == null) {
      findings.add(
          ReasonCode.PROTOCOL_UNKNOWN,
          "protocol " + Quoted.of(order.protocolId()),
          "one of that drug");
    } else if (!protocol.enabled()) {
      findings.add(
          ReasonCode.PROTOCOL_DISABLED, "protocol " + protocol.id(), "one that is verified");
    } else if (protocol.evidence() == Evidence.SECONDARY) {
      findings.add(
          ReasonCode.PROTOCOL_FROM_SECONDARY_SOURCE,
          "protocol " + protocol.id() + ", found only in a text about its source",
          "a look at the source itself");
    }
    return protocol;
  }
}
