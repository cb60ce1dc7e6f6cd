package org.tenuto.web;

import java.util.List;

/**
 * What staff can choose from on the order screen, and the limits that go with it.
 *
 * @param libraryVersion drug library in force
 * @param libraryHash its SHA-256, lower-case hex
 * @param defaultProtocolId the protocol that is selected at first
 * @param weight limits of body weight
 * @param drugs drug entries with their protocols
 * @param syringes syringes the pump can be set to
 */
public record Catalogue(
    String libraryVersion,
    String libraryHash,
    String defaultProtocolId,
    WeightLimits weight,
    List<Drug> drugs,
    List<Syringe> syringes) {

  public Catalogue {
    drugs = List.copyOf(drugs);
    syringes = List.copyOf(syringes);
  }

  /** Limits of body weight, g. Outside hard: refused. Outside soft: pointed out. */
  public record WeightLimits(long hardMinG, long softMinG, long softMaxG, long hardMaxG) {}

  /**
   * A drug.
   *
   * @param id in the library
   * @param name as written for people, e.g. {@code ketAMINE}
   * @param concentrationsNgPerMl what a syringe of it may contain, ng/mL
   * @param protocols how it may be given
   */
  public record Drug(
      String id, String name, List<Long> concentrationsNgPerMl, List<Protocol> protocols) {

    public Drug {
      concentrationsNgPerMl = List.copyOf(concentrationsNgPerMl);
      protocols = List.copyOf(protocols);
    }
  }

  /**
   * A way to give a drug. Ids are unique across drugs.
   *
   * @param doseNgPerKg default dose, ng/kg
   * @param durationS default duration, s
   * @param softMinDoseNgPerKg below it: pointed out
   * @param softMaxDoseNgPerKg above it: pointed out
   * @param hardMaxDoseNgPerKg above it: refused
   * @param hardMaxDoseRateNgPerKgPerH above it: refused
   */
  public record Protocol(
      String id,
      String name,
      long doseNgPerKg,
      long durationS,
      long softMinDoseNgPerKg,
      long softMaxDoseNgPerKg,
      long hardMaxDoseNgPerKg,
      long hardMaxDoseRateNgPerKgPerH) {}

  /**
   * A syringe.
   *
   * @param name brand and size
   * @param capacityNl what it holds, nL
   */
  public record Syringe(String id, String name, long capacityNl) {}
}
