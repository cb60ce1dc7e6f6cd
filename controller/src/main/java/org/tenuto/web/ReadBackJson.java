package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tenuto.dose.Finding;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Prediction;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.Progress;
import org.tenuto.dose.ReadBack;

/** A read-back as the page shows it. The nonce is a string: a browser's number has 53 bits. */
final class ReadBackJson {

  private ReadBackJson() {}

  static void put(ObjectNode json, ReadBackView view) {
    ReadBack readBack = view.readBack();
    json.put("nonce", Long.toString(readBack.nonce()));
    json.put("hash", readBack.hash());
    json.put("refused", readBack.refused());
    json.put("secondsLeft", view.secondsLeft());
    json.put("orderedBy", readBack.order().staffId());
    json.put("checkedBy", readBack.order().secondStaffId());
    json.put("wantsSecond", view.wantsSecond());
    json.put("passable", view.passable());
    inputs(json, readBack);
    weights(json, readBack);
    figures(json, readBack);
    phases(json.putArray("phases"), readBack);
    predictions(json.putArray("predictions"), readBack);
    earlier(json, readBack.order().priorDoses());
    if (readBack.progress().isChange()) {
      change(json.putObject("change"), readBack);
    }
    ArrayNode findings = json.putArray("findings");
    for (Finding finding : readBack.findings()) {
      findings
          .addObject()
          .put("code", finding.code())
          .put("severity", finding.severity().name())
          .put("text", finding.text());
    }
    ArrayNode notMonitored = json.putArray("notMonitored");
    view.notMonitored().forEach(notMonitored::add);
  }

  private static void inputs(ObjectNode json, ReadBack readBack) {
    Order order = readBack.order();
    json.put("drugId", order.drugId());
    json.put("drug", readBack.drugName());
    json.put("protocolId", order.protocolId());
    json.put("protocol", readBack.protocolName());
    json.put("syringe", readBack.syringeName());
    json.put(
        "ordered", String.join(", then ", order.phases().stream().map(OrderPhase::text).toList()));
    json.put("concentration", Texts.concentration(order.concentrationNgPerMl()));
    json.put("loaded", Texts.volume(order.loadedNl()));
    json.put("intensiveMonitoring", order.intensiveMonitoring());
  }

  private static void weights(ObjectNode json, ReadBack readBack) {
    long actualG = readBack.order().patient().weightG();
    json.put("weight", Texts.weight(actualG));
    json.put("weightBasis", readBack.order().weightBasis().name());
    json.put("weightBasisText", Wording.weightBasis(readBack.order().weightBasis()));
    json.put("dosingWeight", Texts.weight(readBack.weights().dosingG()));
    json.put("dosingWeightDiffers", readBack.weights().dosingG() != actualG);
  }

  /** Of the whole order; rates are the highest of any phase. */
  private static void figures(ObjectNode json, ReadBack readBack) {
    json.put("orderedAmount", Texts.amount(readBack.orderedNg()));
    json.put("amount", Texts.amount(readBack.achievedNg()));
    json.put("volume", Texts.volume(readBack.volumeNl()));
    json.put("flowRate", Texts.flowRate(readBack.highestRateNlPerH()));
    json.put("doseRate", Texts.doseRate(highestDoseRate(readBack)));
    json.put("duration", Texts.duration(readBack.durationS()));
    boolean single = readBack.phases().size() == 1;
    json.put("pumpRate", single ? readBack.phases().getFirst().pumpRate() : "");
    json.put("pumpVolume", single ? readBack.phases().getFirst().pumpVolume() : "");
  }

  private static long highestDoseRate(ReadBack readBack) {
    return readBack.phases().stream()
        .mapToLong(ReadBack.Phase::doseRateNgPerKgPerH)
        .max()
        .orElse(0);
  }

  private static void phases(ArrayNode json, ReadBack readBack) {
    List<ReadBack.Phase> phases = readBack.phases();
    for (int i = 0; i < phases.size(); i++) {
      ReadBack.Phase phase = phases.get(i);
      json.addObject()
          .put("kind", phase.kind().name())
          .put("kindText", Wording.phase(phase.kind()))
          .put("ordered", readBack.order().phases().get(i).text())
          .put("orderedAmount", amount(readBack.order().phases().get(i)))
          .put("amount", Texts.amount(phase.achievedNg()))
          .put("volume", Texts.volume(phase.volumeNl()))
          .put("flowRate", Texts.flowRate(phase.rateNlPerH()))
          .put("doseRate", Texts.doseRate(phase.doseRateNgPerKgPerH()))
          .put("duration", Texts.duration(phase.durationS()))
          .put("pumpRate", phase.pumpRate())
          .put("pumpVolume", phase.pumpVolume())
          .put("volumeNl", phase.volumeNl())
          .put("durationS", phase.durationS());
    }
  }

  /** How much, in the unit it was ordered in. */
  private static String amount(OrderPhase phase) {
    return phase.unit().ward().format(phase.unit().value(phase.amountNg()));
  }

  private static void predictions(ArrayNode json, ReadBack readBack) {
    for (Prediction prediction : readBack.predictions()) {
      json.addObject()
          .put("model", prediction.model().id())
          .put("name", prediction.model().title())
          .put("judged", Texts.plasma(prediction.judgedPgPerMl()))
          .put("judgedAt", Texts.duration(prediction.judgedAtS()))
          .put("plasma", Texts.plasma(prediction.plasmaPgPerMl()))
          .put("plasmaAt", Texts.duration(prediction.plasmaAtS()));
    }
  }

  /**
   * How far the order had come that is changed; without phases, of which a refused change may have
   * none, there are no figures of it.
   */
  private static void change(ObjectNode json, ReadBack readBack) {
    Progress progress = readBack.progress();
    json.put("orderNonce", Long.toString(progress.orderNonce()));
    json.put("phase", progress.phase() + 1);
    json.put("infusedS", progress.infusedS());
    if (!readBack.phases().isEmpty()) {
      given(json, readBack);
      long leftS = readBack.durationS() - progress.infusedS();
      LiveJson.figure(json, "timeLeft", leftS, Texts.timeLeft(leftS));
    }
  }

  /** The most that can have been given when the change was read back. */
  private static void given(ObjectNode json, ReadBack readBack) {
    Progress progress = readBack.progress();
    long overNl =
        readBack.phases().stream()
            .limit(progress.phase())
            .mapToLong(ReadBack.Phase::volumeNl)
            .sum();
    long nl = overNl + progress.phaseAtMostNl();
    long ng =
        Math.ceilDiv(
            Math.multiplyExact(nl, readBack.order().concentrationNgPerMl()), 1_000_000L);
    LiveJson.figure(json, "given", nl, Texts.volumeAtMost(nl));
    LiveJson.figure(json, "givenAmount", ng, Texts.amountAtMost(ng));
  }

  /** What was counted as given before; absent if nothing was. */
  private static void earlier(ObjectNode json, List<PriorDose> doses) {
    if (!doses.isEmpty()) {
      json.putObject("earlier")
          .put("doses", doses.size())
          .put("amount", Texts.amountAtMost(doses.stream().mapToLong(PriorDose::ng).sum()))
          .put("declared", doses.stream().filter(PriorDose::declared).count());
    }
  }
}
