package org.tenuto.web;

import java.util.List;
import org.tenuto.dose.Bounds;
import org.tenuto.dose.Cap;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.Evidence;
import org.tenuto.dose.Limit;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.PhaseKind;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.PlasmaConcentration;
import org.tenuto.web.Catalogue.Drug;
import org.tenuto.web.Catalogue.Protocol;
import org.tenuto.web.Catalogue.Syringe;

/** A catalogue as rich as the order screen has room for. */
final class TestCatalogue {

  static final List<OrderPhase> STEPS =
      List.of(
          new OrderPhase(PhaseKind.BOLUS, DoseUnit.MG_PER_KG, 110_000, 120),
          new OrderPhase(PhaseKind.MAINTENANCE, DoseUnit.MG_PER_KG_PER_H, 300_000, 7_200),
          new OrderPhase(PhaseKind.TAPER, DoseUnit.MG_PER_KG_PER_H, 150_000, 1_800));

  static final Catalogue CATALOGUE =
      new Catalogue(
          "2026.1",
          "ab".repeat(32),
          "DEP-RACEMIC-40",
          List.of(
              drug(
                  "KETAMINE",
                  "ketAMINE",
                  List.of(1_000_000L, 2_000_000L, 5_000_000L, 10_000_000L),
                  List.of(
                      protocol("DEP-RACEMIC-40", "Depression", 500_000, 2_400, 1_000_000),
                      protocol("PTSD-ANX-40", "PTSD, anxiety", 500_000, 2_400, 750_000),
                      protocol("DEMO-60S", "Demonstration", 10_000, 60, 20_000),
                      steps())),
              drug(
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

  private static Drug drug(
      String id, String name, List<Long> concentrations, List<Protocol> protocols) {
    return new Drug(
        id,
        name,
        concentrations,
        limit(
            new BodyWeight(25_000),
            new BodyWeight(40_000),
            new BodyWeight(70_000),
            new BodyWeight(150_000),
            new BodyWeight(300_000)),
        new DoseRate(1_000_000),
        new Cap<>(
            new PlasmaConcentration(350_000),
            new PlasmaConcentration(500_000),
            Evidence.PROPOSED,
            "test"),
        protocols);
  }

  private static Protocol protocol(
      String id, String name, long doseNgPerKg, long durationS, long hardNgPerKg) {
    return new Protocol(
        id,
        name,
        List.of(OrderPhase.dose(doseNgPerKg, durationS)),
        dose(doseNgPerKg, hardNgPerKg),
        rate(),
        time(durationS));
  }

  private static Protocol steps() {
    return new Protocol(
        "CRPS-STEPS", "Bolus, infusion, taper", STEPS, dose(785_000, 1_500_000), rate(),
        time(9_120));
  }

  private static Limit<DosePerWeight> dose(long typical, long highest) {
    return limit(
        new DosePerWeight(typical / 10),
        new DosePerWeight(typical * 2 / 5),
        new DosePerWeight(typical),
        new DosePerWeight(typical * 5 / 4),
        new DosePerWeight(highest));
  }

  private static Limit<DoseRate> rate() {
    return limit(
        new DoseRate(0),
        new DoseRate(0),
        new DoseRate(500_000),
        new DoseRate(1_000_000),
        new DoseRate(1_500_000));
  }

  private static Limit<InfusionTime> time(long typicalS) {
    return limit(
        new InfusionTime(typicalS / 2),
        new InfusionTime(typicalS * 3 / 4),
        new InfusionTime(typicalS),
        new InfusionTime(typicalS * 2),
        new InfusionTime(typicalS * 3));
  }

  private static <T extends Comparable<T>> Limit<T> limit(
      T hardLowest, T softLowest, T typical, T softHighest, T hardHighest) {
    return new Limit<>(
        typical,
        new Bounds<>(softLowest, softHighest),
        new Bounds<>(hardLowest, hardHighest),
        Evidence.PROPOSED,
        "test");
  }
}
