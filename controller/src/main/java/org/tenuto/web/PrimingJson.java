package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.web.Catalogue.Syringe;

/** The filling of the line, as the page asks for it and shows it. */
final class PrimingJson {

  /** The only word that confirms it. */
  static final String NOT_CONNECTED = "NOT_CONNECTED";

  private PrimingJson() {}

  /**
   * What is asked for.
   *
   * @param volumeNl as typed; whether it may be primed is the executor's to say
   */
  record Form(String syringeId, long volumeNl) {}

  /** Reads what is asked for. Throws {@link RequestRefused} 400. */
  static Form form(byte[] body, Catalogue catalogue) {
    Map<String, String> sent = Json.strings(body, List.of("syringe", "volume"));
    Syringe syringe = FormCheck.syringe(sent.getOrDefault("syringe", ""), catalogue);
    String typed = sent.getOrDefault("volume", "");
    return new Form(syringe.id(), FormCheck.number("volume", "Priming volume", typed, "mL", 6));
  }

  /** Throws unless staff confirmed that the line is not connected. */
  static void requireNotConnected(String line) {
    if (!line.equals(NOT_CONNECTED)) {
      throw RequestRefused.field(
          "line",
          "LINE_NOT_CONFIRMED",
          "line: expected " + NOT_CONNECTED + ", after a look at the patient's end of it");
    }
  }

  /** What the device would do. */
  static void put(ObjectNode json, PrimingView view) {
    PrimingReadBack readBack = view.readBack();
    json.put("nonce", Long.toString(readBack.nonce()));
    json.put("hash", readBack.hash());
    json.put("secondsLeft", view.secondsLeft());
    json.put("syringe", readBack.syringeName());
    json.put("volume", Texts.volume(readBack.volumeNl()));
    json.put("flowRate", Texts.flowRate(readBack.rateNlPerH()));
    json.put("duration", Texts.duration(readBack.durationS()));
    json.put("pumpRate", readBack.pumpRate());
    json.put("pumpVolume", readBack.pumpVolume());
  }

  /** How far it got. */
  static void put(ObjectNode json, LiveView.Priming p) {
    LiveJson.figure(json, "volume", p.volumeNl(), Texts.volume(p.volumeNl()));
    LiveJson.figure(json, "rate", p.rateNlPerH(), Texts.flowRate(p.rateNlPerH()));
    LiveJson.figure(json, "atLeast", p.atLeastNl(), Texts.volumeAtLeast(p.atLeastNl()));
    LiveJson.figure(json, "atMost", p.atMostNl(), Texts.volumeAtMost(p.atMostNl()));
    LiveJson.figure(json, "allAtMost", p.allAtMostNl(), Texts.volumeAtMost(p.allAtMostNl()));
    LiveJson.figure(json, "timeLeft", p.timeLeftS(), Texts.timeLeft(p.timeLeftS()));
  }
}
