package org.tenuto.dose;

import org.tenuto.library.ShippedLibrary;

/** Orders to test with: one that is right in every respect, and some that differ in one. */
public final class SampleOrders {

  /** The ketAMINE and the demo library. */
  public static final DrugLibrary LIBRARY = library();

  /** 70 kg, 0.5 mg/kg over 40 min, 1 mg/mL, 50 mL loaded in a BD Plastipak 50. */
  public static final Order USUAL = SampleOrder.usual().order();

  private SampleOrders() {}

  static Order library(String hash) {
    return SampleOrder.usual().library(hash).order();
  }

  static Order ids(String drug, String protocol, String syringe, String staff) {
    return SampleOrder.usual().drug(drug, protocol).syringe(syringe).staff(staff, "").order();
  }

  static Order numbers(long weightG, long dose, long durationS, long concentration, long loaded) {
    return SampleOrder.usual()
        .weight(weightG)
        .dose(dose, durationS)
        .concentration(concentration)
        .loaded(loaded)
        .order();
  }

  static Order weight(long g) {
    return SampleOrder.usual().weight(g).order();
  }

  static Order dose(long ngPerKg) {
    // Over 100 min, so that only the dose is judged, not the dose rate.
    return numbers(40_000, ngPerKg, 6_000, 1_000_000, 50_000_000);
  }

  static Order duration(long s) {
    return numbers(40_000, 200_000, s, 1_000_000, 50_000_000);
  }

  static Order concentration(long ngPerMl) {
    return SampleOrder.usual().concentration(ngPerMl).order();
  }

  static Order loaded(long nl) {
    return SampleOrder.usual().loaded(nl).order();
  }

  static DrugEntry drug(String id) {
    DrugEntry drug = LIBRARY.drug(id);
    if (drug == null) {
      throw new AssertionError("drug " + id + " is not in the shipped libraries");
    }
    return drug;
  }

  private static DrugLibrary library() {
    try {
      return ShippedLibrary.load(true);
    } catch (LibraryRefusedException e) {
      throw new AssertionError("sign the shipped libraries again with LibrarySigner", e);
    }
  }
}
