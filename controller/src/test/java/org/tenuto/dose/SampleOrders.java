package org.tenuto.dose;

import org.tenuto.library.ShippedLibrary;

/** Orders to test with: one that is right in every respect, to be changed in one. */
public final class SampleOrders {

  /** The ketAMINE and the demo library. */
  public static final DrugLibrary LIBRARY = library();

  /** 70 kg, 0.5 mg/kg over 40 min, 1 mg/mL, 50 mL loaded in a BD Plastipak 50. */
  public static final Order USUAL =
      new Order(
          LIBRARY.hash(),
          "KETAMINE-RACEMIC",
          "DEP-RACEMIC-40",
          70_000,
          500_000,
          2_400,
          1_000_000,
          "BD-PLASTIPAK-50",
          50_000_000,
          "anna");

  private SampleOrders() {}

  static Order library(String hash) {
    Order o = USUAL;
    return new Order(
        hash,
        o.drugId(),
        o.protocolId(),
        o.weightG(),
        o.doseNgPerKg(),
        o.durationS(),
        o.concentrationNgPerMl(),
        o.syringeId(),
        o.loadedNl(),
        o.staffId());
  }

  static Order ids(String drug, String protocol, String syringe, String staff) {
    Order o = USUAL;
    return new Order(
        o.libraryHash(),
        drug,
        protocol,
        o.weightG(),
        o.doseNgPerKg(),
        o.durationS(),
        o.concentrationNgPerMl(),
        syringe,
        o.loadedNl(),
        staff);
  }

  static Order numbers(long weightG, long dose, long durationS, long concentration, long loaded) {
    Order o = USUAL;
    return new Order(
        o.libraryHash(),
        o.drugId(),
        o.protocolId(),
        weightG,
        dose,
        durationS,
        concentration,
        o.syringeId(),
        loaded,
        o.staffId());
  }

  static Order weight(long g) {
    return numbers(g, 500_000, 2_400, 1_000_000, 50_000_000);
  }

  static Order dose(long ngPerKg) {
    // Over 100 min, so that only the dose is judged, not the dose rate.
    return numbers(40_000, ngPerKg, 6_000, 1_000_000, 50_000_000);
  }

  static Order duration(long s) {
    return numbers(40_000, 200_000, s, 1_000_000, 50_000_000);
  }

  static Order concentration(long ngPerMl) {
    return numbers(70_000, 500_000, 2_400, ngPerMl, 50_000_000);
  }

  static Order loaded(long nl) {
    return numbers(70_000, 500_000, 2_400, 1_000_000, nl);
  }

  private static DrugLibrary library() {
    try {
      return ShippedLibrary.load(true);
    } catch (LibraryRefusedException e) {
      throw new AssertionError("sign the shipped libraries again with LibrarySigner", e);
    }
  }
}
