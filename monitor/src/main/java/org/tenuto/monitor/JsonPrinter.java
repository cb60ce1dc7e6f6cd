package org.tenuto.monitor;

import java.time.Instant;
import org.tenuto.monitor.text.JsonWriter;

/** Everything that comes in, as JSON lines: {@code kind} says what each is. */
final class JsonPrinter implements Printer {

  @Override
  public String opening(Instant at, String broker) {
    return new JsonWriter()
        .put("kind", "start")
        .put("at", at)
        .put("broker", broker)
        .put("notice", MonitorMain.NOTICE)
        .end();
  }

  @Override
  public String line(Instant at, Notice notice) {
    return switch (notice) {
      case Notice.Said said ->
          of(said.topic(), at, said.device(), said.view())
              .put("retained", said.retained())
              .put("message", said.message())
              .end();
      case Notice.Happened happened ->
          of("event", at, happened.device(), happened.view())
              .put("wire_seq", happened.event().getWireSeq())
              .put("place", happened.seen().place())
              .put("missing_before", happened.seen().missing())
              .put("message", happened.event())
              .end();
      case Notice.Alarmed alarmed ->
          of("alarm", at, alarmed.device(), alarmed.view())
              .put("condition", alarmed.condition())
              .put("active", alarmed.now().hasAlarm())
              .put("message", alarmed.now())
              .end();
      case Notice.Freshened freshened ->
          of("freshness", at, freshened.device(), freshened.view())
              .put("was", freshened.was())
              .end();
      case Notice.Broker broker ->
          new JsonWriter()
              .put("kind", "broker")
              .put("at", at)
              .put("connected", broker.connected())
              .put("problem", broker.problem())
              .end();
      case Notice.Unreadable unreadable ->
          new JsonWriter()
              .put("kind", "unreadable")
              .put("at", at)
              .put("topic", unreadable.topic())
              .put("problem", unreadable.problem())
              .end();
      case Notice.TooMany more ->
          new JsonWriter()
              .put("kind", "too_many")
              .put("at", at)
              .put("site", more.last().site())
              .put("device", more.last().device())
              .put("messages", more.messages())
              .put("most", more.most())
              .end();
      case Notice.Forgotten gone ->
          new JsonWriter()
              .put("kind", "forgotten")
              .put("at", at)
              .put("site", gone.device().site())
              .put("device", gone.device().device())
              .end();
      case Notice.Overrun overrun ->
          new JsonWriter().put("kind", "overrun").put("at", at).put("lost", overrun.lost()).end();
    };
  }

  private static JsonWriter of(String kind, Instant at, DeviceName device, Notice.View view) {
    return new JsonWriter()
        .put("kind", kind)
        .put("at", at)
        .put("site", device.site())
        .put("device", device.device())
        .put("freshness", view.freshness())
        .put("events_missing", view.missing());
  }
}
