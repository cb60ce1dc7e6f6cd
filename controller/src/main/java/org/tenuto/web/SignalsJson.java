package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.tenuto.alarm.AlarmPriority;
import org.tenuto.alarm.AlarmSignal;
import org.tenuto.alarm.BurstPattern;
import org.tenuto.alarm.Note;

/** Lamps and bursts of every priority for the page, from the one table there is. */
final class SignalsJson {

  private static final double NS_PER_MS = 1_000_000;

  private SignalsJson() {}

  static ObjectNode of() {
    ObjectNode json = Json.object();
    ObjectNode priorities = json.putObject("priorities");
    for (AlarmPriority priority : AlarmPriority.values()) {
      AlarmSignal signal = AlarmSignal.of(priority);
      ObjectNode one = priorities.putObject(priority.name());
      one.put("colour", signal.colour().name().toLowerCase(Locale.ROOT));
      one.put("flashMs", signal.flashNs() / NS_PER_MS);
      one.put("litMs", signal.litNs() / NS_PER_MS);
      burst(one.putObject("burst"), signal.burst());
    }
    ArrayNode partials = json.putArray("partials");
    for (int multiple = 1; multiple <= 1 + Note.HARMONICS; multiple++) {
      partials.add(Note.amplitude(multiple));
    }
    return json;
  }

  private static void burst(ObjectNode json, BurstPattern burst) {
    json.put("pulseMs", burst.pulseNs() / NS_PER_MS);
    json.put("rampMs", burst.rampNs() / NS_PER_MS);
    json.put("repeatMs", burst.repeatNs() / NS_PER_MS);
    ArrayNode pulses = json.putArray("pulses");
    for (int i = 0; i < burst.pulses(); i++) {
      pulses
          .addObject()
          .put("atMs", burst.onsetNs(i) / NS_PER_MS)
          .put("hz", burst.note(i).frequencyHz());
    }
  }
}
