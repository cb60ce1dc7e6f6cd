package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tenuto.web.Catalogue.Drug;
import org.tenuto.web.Catalogue.Protocol;
import org.tenuto.web.Catalogue.Syringe;
import org.tenuto.web.Catalogue.WeightLimits;

/** The catalogue as the page reads it: what is sent back ({@code id}) beside what is shown. */
final class CatalogueJson {

  private CatalogueJson() {}

  static ObjectNode of(Catalogue catalogue) {
    ObjectNode json = Json.object();
    json.put("libraryVersion", catalogue.libraryVersion());
    json.put("libraryHash", catalogue.libraryHash());
    json.put("defaultProtocol", catalogue.defaultProtocolId());
    weight(json.putObject("weight"), catalogue.weight());
    ArrayNode drugs = json.putArray("drugs");
    catalogue.drugs().forEach(d -> drug(drugs.addObject(), d));
    ArrayNode syringes = json.putArray("syringes");
    catalogue.syringes().forEach(s -> syringe(syringes.addObject(), s));
    return json;
  }

  private static void weight(ObjectNode json, WeightLimits limits) {
    json.put("hardMin", Texts.typed(limits.hardMinG(), 3));
    json.put("softMin", Texts.typed(limits.softMinG(), 3));
    json.put("softMax", Texts.typed(limits.softMaxG(), 3));
    json.put("hardMax", Texts.typed(limits.hardMaxG(), 3));
  }

  private static void drug(ObjectNode json, Drug drug) {
    json.put("id", drug.id()).put("name", drug.name());
    ArrayNode concentrations = json.putArray("concentrations");
    for (long ngPerMl : drug.concentrationsNgPerMl()) {
      concentrations
          .addObject()
          .put("id", Texts.typed(ngPerMl, 6))
          .put("text", Texts.concentration(ngPerMl));
    }
    ArrayNode protocols = json.putArray("protocols");
    drug.protocols().forEach(p -> protocol(protocols.addObject(), p));
  }

  private static void protocol(ObjectNode json, Protocol protocol) {
    json.put("id", protocol.id());
    json.put("name", protocol.name());
    json.put("dose", Texts.dose(protocol.doseNgPerKg()));
    json.put("duration", Texts.duration(protocol.durationS()));
    json.put(
        "softRange",
        Texts.typed(protocol.softMinDoseNgPerKg(), 6)
            + " to "
            + Texts.dose(protocol.softMaxDoseNgPerKg()));
    json.put("hardMaxDose", Texts.dose(protocol.hardMaxDoseNgPerKg()));
    json.put("hardMaxDoseRate", Texts.doseRate(protocol.hardMaxDoseRateNgPerKgPerH()));
  }

  private static void syringe(ObjectNode json, Syringe syringe) {
    json.put("id", syringe.id());
    json.put("name", syringe.name());
    json.put("capacity", Texts.typed(syringe.capacityNl(), 6));
    json.put("capacityText", Texts.volume(syringe.capacityNl()));
  }
}
