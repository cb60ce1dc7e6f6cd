package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tenuto.dose.Finding;
import org.tenuto.dose.Order;
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
    inputs(json, readBack);
    figures(json, readBack);
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
    json.put("drug", readBack.drugName());
    json.put("protocol", readBack.protocolName());
    json.put("syringe", readBack.syringeName());
    json.put("weight", Texts.weight(order.weightG()));
    json.put("dose", Texts.dose(order.doseNgPerKg()));
    json.put("orderedDuration", Texts.duration(order.durationS()));
    json.put("concentration", Texts.concentration(order.concentrationNgPerMl()));
    json.put("loaded", Texts.volume(order.loadedNl()));
  }

  private static void figures(ObjectNode json, ReadBack readBack) {
    json.put("orderedAmount", Texts.amount(readBack.orderedNg()));
    json.put("amount", Texts.amount(readBack.achievedNg()));
    json.put("volume", Texts.volume(readBack.volumeNl()));
    json.put("flowRate", Texts.flowRate(readBack.rateNlPerH()));
    json.put("doseRate", Texts.doseRate(readBack.doseRateNgPerKgPerH()));
    json.put("duration", Texts.duration(readBack.durationS()));
    json.put("pumpRate", readBack.pumpRate());
    json.put("pumpVolume", readBack.pumpVolume());
  }
}
