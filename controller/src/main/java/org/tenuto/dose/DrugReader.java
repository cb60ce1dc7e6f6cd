package org.tenuto.dose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tenuto.pk.Covariates;
import org.tenuto.pk.PkModel;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.Concentration;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.PlasmaConcentration;
import org.tenuto.quantity.Quoted;

/** Reads one drug of a library file with its protocols, and checks that its limits fit together. */
final class DrugReader {

  /**
   * Highest concentration a library may offer for a syringe. 50 and 100 mg/mL are vial strengths:
   * the 0.5 to 1 mL that siphons or is released after an occlusion would carry a whole dose.
   */
  private static final Concentration HIGHEST_IN_SYRINGE = new Concentration(10_000_000);

  private DrugReader() {}

  static DrugEntry read(LibraryTable table, boolean signedForDemo) {
    Map<String, LibraryTable> tables = new LinkedHashMap<>();
    DrugEntry drug =
        new DrugEntry(
            table.id("id"),
            table.text("name"),
            table.flag("demo"),
            table.ascending("concentrations", Concentration::parse),
            table.quantity("second_person_above", Concentration::parse, HIGHEST_IN_SYRINGE),
            table.quantity("attestation_above", DoseRate::parse, new DoseRate(0)),
            LimitReader.limit(table, "weight", BodyWeight::parse, new BodyWeight(1)),
            LimitReader.limit(table, "flow", FlowRate::parse, new FlowRate(0)),
            LimitReader.cap(
                table, "ceiling", PlasmaConcentration::parse, new PlasmaConcentration(0)),
            models(table),
            protocols(table, tables),
            table.text("source"));
    checkDrug(table, drug, signedForDemo);
    if (table.sound()) {
      tables.forEach((id, own) -> checkProgram(own, drug, id));
    }
    table.done();
    return drug;
  }

  private static void checkProgram(LibraryTable table, DrugEntry drug, String protocolId) {
    Protocol protocol = drug.protocol(protocolId);
    if (protocol != null) {
      ProgramCheck.check(table, protocol, drug);
    }
  }

  private static List<PkModel> models(LibraryTable table) {
    List<PkModel> models = new ArrayList<>();
    for (String id : table.texts("models")) {
      PkModel model = PkModel.byId(id);
      boolean isNew = model != null && !models.contains(model);
      table.require(isNew, "models", "each a known model, once; not " + Quoted.of(id));
      if (model != null) {
        models.add(model);
      }
    }
    table.require(
        models.stream().map(PkModel::drug).distinct().count() <= 1, "models", "all of one drug");
    return models;
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
    for (Evidence evidence :
        List.of(
            drug.weight().evidence(), drug.flow().evidence(), drug.ceiling().evidence())) {
      table.require(
          evidence != Evidence.UNVERIFIED, "weight, flow, ceiling", "no limit that is unverified");
    }
    Bounds<BodyWeight> weights = drug.weight().hard();
    table.require(
        Covariates.covers(weights.lowest()) && Covariates.covers(weights.highest()),
        "weight",
        "hard limits within what the drug's models take");
    table.require(drug.ceiling().soft().pgPerMl() > 0, "ceiling", "soft above 0 ng/mL");
    table.require(!drug.protocols().isEmpty(), "protocol", "at least one");
  }

  private static Map<String, Protocol> protocols(
      LibraryTable drug, Map<String, LibraryTable> tables) {
    Map<String, Protocol> protocols = new LinkedHashMap<>();
    for (LibraryTable table : drug.tables("protocol")) {
      Protocol protocol = ProtocolReader.read(table);
      boolean isNew = protocols.put(protocol.id(), protocol) == null;
      tables.put(protocol.id(), table);
      table.require(isNew, "id", "an id not used before");
    }
    return protocols;
  }
}
