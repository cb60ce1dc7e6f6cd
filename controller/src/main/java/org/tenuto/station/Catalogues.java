package org.tenuto.station;

import java.util.List;
import org.tenuto.dose.DrugEntry;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.Protocol;
import org.tenuto.dose.Syringe;
import org.tenuto.quantity.Concentration;
import org.tenuto.web.Catalogue;

/** The drug library as the order screen offers it: only what can be ordered. Pure. */
final class Catalogues {

  private Catalogues() {}

  /** The first drug's first enabled protocol is the one selected at first. */
  static Catalogue of(DrugLibrary library) {
    DrugEntry first = library.drugs().iterator().next();
    return new Catalogue(
        library.title(),
        library.hash(),
        protocols(first).getFirst().id(),
        library.drugs().stream().map(Catalogues::drug).toList(),
        library.syringes().stream()
            .filter(syringe -> !syringe.approximate())
            .map(Catalogues::syringe)
            .toList());
  }

  private static Catalogue.Drug drug(DrugEntry drug) {
    return new Catalogue.Drug(
        drug.id(),
        drug.name(),
        drug.concentrations().stream().map(Concentration::ngPerMl).toList(),
        drug.weight(),
        drug.attestationAbove(),
        drug.ceiling(),
        protocols(drug));
  }

  private static List<Catalogue.Protocol> protocols(DrugEntry drug) {
    return drug.protocols().values().stream()
        .filter(Protocol::enabled)
        .map(Catalogues::protocol)
        .toList();
  }

  private static Catalogue.Protocol protocol(Protocol protocol) {
    return new Catalogue.Protocol(
        protocol.id(),
        protocol.name(),
        protocol.phases(),
        protocol.dose(),
        protocol.doseRate(),
        protocol.time());
  }

  private static Catalogue.Syringe syringe(Syringe syringe) {
    return new Catalogue.Syringe(syringe.id(), syringe.name(), syringe.capacity().nl());
  }
}
