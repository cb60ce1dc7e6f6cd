package org.tenuto.monitor.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.tenuto.monitor.text.EventWords;
import org.tenuto.monitor.text.JsonWriter;
import org.tenuto.monitor.text.Plain;
import org.tenuto.proto.telemetry.Event;

/** The last events of a device, newest first, each with what is missing before it. */
final class EventLines {

  /** About what a session makes; older ones are in the device's record. */
  static final int KEPT = 100;

  private final Deque<Line> lines = new ArrayDeque<>();
  private long odd;

  private record Line(
      long seq, long wallMs, String place, long missing, String what, String state) {

    private JsonWriter json() {
      return new JsonWriter()
          .put("seq", seq)
          .put("wall", wallMs)
          .put("place", place)
          .put("missing", missing)
          .put("what", what)
          .put("state", state);
    }
  }

  void add(Event event, String place, long missing) {
    if (place.equals("BROKEN")) {
      odd++;
    }
    lines.addFirst(
        new Line(
            event.getWireSeq(),
            event.getBody().getWallMs(),
            place,
            missing,
            Plain.line(EventWords.of(event.getBody())),
            Plain.word(event.getBody().getState())));
    if (lines.size() > KEPT) {
      lines.removeLast();
    }
  }

  /** Events that did not fit the device's hash chain. */
  long odd() {
    return odd;
  }

  List<JsonWriter> json() {
    return lines.stream().map(Line::json).toList();
  }
}
