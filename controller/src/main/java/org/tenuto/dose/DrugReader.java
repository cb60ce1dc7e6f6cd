package org.tenuto.dose;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.InfusionTime;

/** Reads one drug of a library file with its protocols, and checks that its limits fit together. */
final class DrugReader {

  /**
   * Highest concentration a library may offer for a syringe. 50 and 100 mg/mL are vial strengths:
   * the 0.5 to 1 mL that siphons or is released after an occlusion would carry a whole dose.
   */
  private static final Concentration HIGHEST_IN_SYRINGE = new Concentration(10_000_000);

  private DrugReader() {}

  static DrugEntry read(LibraryTable table, boolean signedForDemo) {
    DrugEntry drug =
        new DrugEntry(
            table.id("id"),
            table.text("name"),
            table.flag("demo"),
            table.ascending("concentrations", Concentration::parse),
            table.quantity("second_person_above", Concentration::parse, HIGHEST_IN_SYRINGE),
            table.quantity("attestation_above", DoseRate::parse, new DoseRate(0)),
            table.bounds("weight_hard", BodyWeight::parse, new BodyWeight(1)),
            table.bounds("weight_soft", BodyWeight::parse, new BodyWeight(1)),
            table.bounds("flow", FlowRate::parse, new FlowRate(0)),
            protocols(table),
            table.text("source"));
    checkDrug(table, drug, signedForDemo);
    table.done();
    return drug;
  }

  private static void checkDrug(LibraryTable table, DrugEntry drug, boolean signedForDemo) {
    if (!table.sound()) {
      return;
    }
    table.require(
        drug.demo() == signedForDemo,
        "demo",
        signedForDemo ? "true under the demo key" : "false under any other than the demo key");
    table.require(
        drug.concentrations().getLast().compareTo(HIGHEST_IN_SYRINGE) <= 0,
        "concentrations",
        "at most " + HIGHEST_IN_SYRINGE.text() + ", stronger ones are vial strengths");
    table.require(
        drug.weightHard().contain(drug.weightSoft()), "weight_soft", "within weight_hard");
    table.require(!drug.protocols().isEmpty(), "protocol", "at least one");
  }

  private static Map<String, Protocol> protocols(LibraryTable drug) {
    Map<String, Protocol> protocols = new LinkedHashMap<>();
    for (LibraryTable table : drug.tables("protocol")) {
      Protocol protocol = protocol(table);
      boolean isNew = protocols.put(protocol.id(), protocol) == null;
      table.require(isNew, "id", "an id not used before");
    }
    return protocols;
  }

  private static Protocol protocol(LibraryTable table) {
    DosePerWeight anyDose = new DosePerWeight(1);
    InfusionTime anyTime = new InfusionTime(1);
    Protocol protocol =
        new Protocol(
            table.id("id"),
            table.text("name"),
            table.quantity("dose", DosePerWeight::parse, anyDose),
            table.bounds("dose_soft", DosePerWeight::parse, anyDose),
            table.quantity("dose_hard_max", DosePerWeight::parse, anyDose),
            table.quantity("duration", InfusionTime::parse, anyTime),
            table.bounds("duration_limits", InfusionTime::parse, anyTime),
            table.quantity("dose_rate_hard_max", DoseRate::parse, new DoseRate(0)),
            table.evidence("evidence"),
            table.text("source"));
    if (table.sound()) {
      checkProtocol(table, protocol);
    }
    table.done();
    return protocol;
  }

  private static void checkProtocol(LibraryTable table, Protocol protocol) {
    table.require(protocol.doseSoft().contain(protocol.dose()), "dose", "within dose_soft");
    table.require(
        protocol.doseSoft().highest().compareTo(protocol.doseHardMax()) <= 0,
        "dose_soft",
        "at most dose_hard_max");
    table.require(
        protocol.timeLimits().contain(protocol.time()), "duration", "within duration_limits");
    table.require(
        DoseCalculator.doseRateMgPerKgPerH(protocol.dose(), protocol.time())
                .compareTo(protocol.doseRateHardMax().mgPerKgPerH())
            <= 0,
        "dose_rate_hard_max",
        "at least what the default dose and duration make");
  }
}
