package org.tenuto.web;

import java.util.List;
import org.tenuto.dose.Cap;
import org.tenuto.dose.Limit;
import org.tenuto.dose.OrderPhase;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.PlasmaConcentration;

/**
 * What staff can choose from on the order screen, and the limits that go with it.
 *
 * @param libraryVersion drug library in force
 * @param libraryHash its SHA-256, lower-case hex
 * @param defaultProtocolId the protocol that is selected at first
 * @param drugs drug entries with their protocols
 * @param syringes syringes the pump can be set to
 */
public record Catalogue(
    String libraryVersion,
    String libraryHash,
    String defaultProtocolId,
    List<Drug> drugs,
    List<Syringe> syringes) {

  public Catalogue {
    drugs = List.copyOf(drugs);
    syringes = List.copyOf(syringes);
  }

  /**
   * A drug.
   *
   * @param id in the library
   * @param name as written for people, e.g. {@code ketAMINE}
   * @param concentrationsNgPerMl what a syringe of it may contain, ng/mL
   * @param weight body weights
   * @param attestationAbove a higher dose rate needs attested intensive monitoring
   * @param ceiling predicted concentrations
   * @param protocols how it may be given
   */
  public record Drug(
      String id,
      String name,
      List<Long> concentrationsNgPerMl,
      Limit<BodyWeight> weight,
      DoseRate attestationAbove,
      Cap<PlasmaConcentration> ceiling,
      List<Protocol> protocols) {

    public Drug {
      concentrationsNgPerMl = List.copyOf(concentrationsNgPerMl);
      protocols = List.copyOf(protocols);
    }
  }

  /**
   * A way to give a drug. Ids are unique across drugs.
   *
   * @param phases what is given unless staff order otherwise, at least one
   * @param dose of the whole order
   * @param doseRate of each phase that is no bolus
   * @param time of the whole order
   */
  public record Protocol(
      String id,
      String name,
      List<OrderPhase> phases,
      Limit<DosePerWeight> dose,
      Limit<DoseRate> doseRate,
      Limit<InfusionTime> time) {

    public Protocol {
      phases = List.copyOf(phases);
    }
  }

  /**
   * A syringe.
   *
   * @param name brand and size
   * @param capacityNl what it holds, nL
   */
  public record Syringe(String id, String name, long capacityNl) {}
}
