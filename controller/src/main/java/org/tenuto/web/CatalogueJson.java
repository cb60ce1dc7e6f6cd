package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tenuto.dose.Cap;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.Limit;
import org.tenuto.dose.OrderPhase;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.DosePerWeight;
import org.tenuto.quantity.DoseRate;
import org.tenuto.quantity.InfusionTime;
import org.tenuto.quantity.PlasmaConcentration;
import org.tenuto.web.Catalogue.Drug;
import org.tenuto.web.Catalogue.Protocol;
import org.tenuto.web.Catalogue.Syringe;

/** The catalogue as the page reads it: what is sent back ({@code id}) beside what is shown. */
final class CatalogueJson {

  private static final long S_PER_MIN = 60;

  private CatalogueJson() {}

  static ObjectNode of(Catalogue catalogue) {
    ObjectNode json = Json.object();
    json.put("libraryVersion", catalogue.libraryVersion());
    json.put("libraryHash", catalogue.libraryHash());
    json.put("defaultProtocol", catalogue.defaultProtocolId());
    ArrayNode drugs = json.putArray("drugs");
    catalogue.drugs().forEach(d -> drug(drugs.addObject(), d));
    ArrayNode syringes = json.putArray("syringes");
    catalogue.syringes().forEach(s -> syringe(syringes.addObject(), s));
    return json;
  }

  private static void drug(ObjectNode json, Drug drug) {
    json.put("id", drug.id()).put("name", drug.name());
    weight(json.putObject("weight"), drug.weight());
    long attestation = drug.attestationAbove().ngPerKgPerH();
    json.putObject("attestationAbove")
        .put("value", attestation)
        .put("text", Texts.doseRate(attestation));
    ceiling(json.putObject("ceiling"), drug.ceiling());
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

  private static void weight(ObjectNode json, Limit<BodyWeight> limit) {
    json.put("hardMin", Texts.typed(limit.hard().lowest().g(), 3));
    json.put("softMin", Texts.typed(limit.soft().lowest().g(), 3));
    json.put("softMax", Texts.typed(limit.soft().highest().g(), 3));
    json.put("hardMax", Texts.typed(limit.hard().highest().g(), 3));
  }

  private static void ceiling(ObjectNode json, Cap<PlasmaConcentration> ceiling) {
    json.put("soft", ceiling.soft().text()).put("hard", ceiling.hard().text());
  }

  private static void protocol(ObjectNode json, Protocol protocol) {
    json.put("id", protocol.id());
    json.put("name", protocol.name());
    json.put("dose", protocol.dose().typical().text());
    json.put("duration", Texts.duration(protocol.time().typical().s()));
    doseLimits(json.putObject("doseLimits"), protocol.dose());
    timeLimits(json.putObject("timeLimits"), protocol.time());
    doseRateLimits(json.putObject("doseRateLimits"), protocol.doseRate());
    json.put("hardMaxDoseRate", protocol.doseRate().hard().highest().text());
    json.put("editable", isEditable(protocol));
    ArrayNode phases = json.putArray("phases");
    protocol.phases().forEach(p -> phase(phases.addObject(), p));
  }

  /** Whether it is one dose over one time, so that the page can ask for both. */
  private static boolean isEditable(Protocol protocol) {
    return protocol.phases().size() == 1
        && protocol.phases().getFirst().unit() == DoseUnit.MG_PER_KG;
  }

  /** mg/kg of the whole order. */
  private static void doseLimits(ObjectNode json, Limit<DosePerWeight> limit) {
    json.put("typical", Texts.typed(limit.typical().ngPerKg(), 6));
    json.put("hardMin", Texts.typed(limit.hard().lowest().ngPerKg(), 6));
    json.put("softMin", Texts.typed(limit.soft().lowest().ngPerKg(), 6));
    json.put("softMax", Texts.typed(limit.soft().highest().ngPerKg(), 6));
    json.put("hardMax", Texts.typed(limit.hard().highest().ngPerKg(), 6));
  }

  /** mg/kg/h of a phase that is no bolus. */
  private static void doseRateLimits(ObjectNode json, Limit<DoseRate> limit) {
    json.put("typical", Texts.typed(limit.typical().ngPerKgPerH(), 6));
    json.put("hardMin", Texts.typed(limit.hard().lowest().ngPerKgPerH(), 6));
    json.put("softMin", Texts.typed(limit.soft().lowest().ngPerKgPerH(), 6));
    json.put("softMax", Texts.typed(limit.soft().highest().ngPerKgPerH(), 6));
    json.put("hardMax", Texts.typed(limit.hard().highest().ngPerKgPerH(), 6));
  }

  /** Whole minutes within the limits. */
  private static void timeLimits(ObjectNode json, Limit<InfusionTime> limit) {
    json.put("typical", Long.toString(limit.typical().s() / S_PER_MIN));
    json.put("hardMin", Long.toString(minutesUp(limit.hard().lowest())));
    json.put("softMin", Long.toString(minutesUp(limit.soft().lowest())));
    json.put("softMax", Long.toString(limit.soft().highest().s() / S_PER_MIN));
    json.put("hardMax", Long.toString(limit.hard().highest().s() / S_PER_MIN));
  }

  private static long minutesUp(InfusionTime time) {
    return Math.ceilDiv(time.s(), S_PER_MIN);
  }

  private static void phase(ObjectNode json, OrderPhase phase) {
    json.put("kind", phase.kind().name());
    json.put("kindText", Wording.phase(phase.kind()));
    json.put("unit", phase.unit().name());
    json.put("amount", phase.unit().value(phase.amountNg()).stripTrailingZeros().toPlainString());
    json.put("durationS", phase.durationS());
    json.put("text", phase.text());
  }

  private static void syringe(ObjectNode json, Syringe syringe) {
    json.put("id", syringe.id());
    json.put("name", syringe.name());
    json.put("capacity", Texts.typed(syringe.capacityNl(), 6));
    json.put("capacityText", Texts.volume(syringe.capacityNl()));
  }
}
