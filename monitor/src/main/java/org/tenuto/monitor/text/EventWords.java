package org.tenuto.monitor.text;

import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import org.tenuto.proto.telemetry.EventBody;

/** What happened, as the schema names it. */
public final class EventWords {

  private EventWords() {}

  /** E.g. {@code halt_taken stop: true}; {@code (unknown)} for what this version does not know. */
  public static String of(EventBody body) {
    return body.getAllFields().entrySet().stream()
        .filter(field -> field.getKey().getContainingOneof() != null)
        .map(field -> field.getKey().getName() + " " + oneLine((Message) field.getValue()))
        .findFirst()
        .orElse("(unknown)")
        .strip();
  }

  /** A message as one line, field by field. */
  public static String oneLine(Message message) {
    return TextFormat.printer().emittingSingleLine(true).printToString(message);
  }
}
