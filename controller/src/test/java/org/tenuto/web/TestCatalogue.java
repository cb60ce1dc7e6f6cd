package org.tenuto.web;

import java.util.List;
import org.tenuto.web.Catalogue.Drug;
import org.tenuto.web.Catalogue.Protocol;
import org.tenuto.web.Catalogue.Syringe;
import org.tenuto.web.Catalogue.WeightLimits;

/** A catalogue as rich as the order screen has room for. */
final class TestCatalogue {

  static final Catalogue CATALOGUE =
      new Catalogue(
          "2026.1",
          "ab".repeat(32),
          "DEP-RACEMIC-40",
          new WeightLimits(25_000, 40_000, 150_000, 300_000),
          List.of(
              new Drug(
                  "KETAMINE",
                  "ketAMINE",
                  List.of(1_000_000L, 2_000_000L, 5_000_000L, 10_000_000L),
                  List.of(
                      protocol("DEP-RACEMIC-40", "Depression", 500_000, 2_400, 1_000_000),
                      protocol("PTSD-ANX-40", "PTSD, anxiety", 500_000, 2_400, 750_000),
                      protocol("DEMO-60S", "Demonstration", 10_000, 60, 20_000))),
              new Drug(
                  "ESKETAMINE",
                  "esketAMINE",
                  List.of(1_000_000L, 5_000_000L),
                  List.of(protocol("DEP-ESK-40", "Depression", 250_000, 2_400, 400_000)))),
          List.of(
              new Syringe("BD-PLASTIPAK-50", "BD Plastipak 50 mL", 50_000_000),
              new Syringe("BD-PLASTIPAK-20", "BD Plastipak 20 mL", 20_000_000),
              new Syringe("BD-PLASTIPAK-10", "BD Plastipak 10 mL", 10_000_000),
              new Syringe("BD-LUERLOK-60", "BD Luer-Lok 60 mL", 60_000_000)));

  private TestCatalogue() {}

  private static Protocol protocol(
      String id, String name, long doseNgPerKg, long durationS, long hardNgPerKg) {
    return new Protocol(
        id,
        name,
        doseNgPerKg,
        durationS,
        doseNgPerKg * 2 / 5,
        doseNgPerKg * 3 / 2,
        hardNgPerKg,
        1_500_000);
  }
}
