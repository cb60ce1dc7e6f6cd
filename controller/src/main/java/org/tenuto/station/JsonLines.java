package org.tenuto.station;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.WirePart;
import org.tenuto.proto.telemetry.EventBody;

/**
 * JSON lines: an object for each record, with every column and what the payload and the published
 * part say. 64-bit numbers are text, as in the ProtoJSON mapping; payloads are base64 too, so that
 * the hashes can be computed from the file alone. What is wrong stands in {@code broken}.
 */
@NullMarked
final class JsonLines implements ExportFormat {

  private static final JsonFactory JSON = new JsonFactory();

  private final Writer out;

  JsonLines(Writer out) {
    this.out = out;
  }

  @Override
  public void begin() {
    // Every line says what it is.
  }

  @Override
  public void record(JournalRecord record, List<String> wrong) throws IOException {
    try (JsonGenerator json = line()) {
      json.writeStartObject();
      json.writeStringField("seq", Long.toString(record.seq()));
      json.writeStringField("bootId", Long.toUnsignedString(record.bootId()));
      json.writeStringField("monoNs", Long.toString(record.monoNs()));
      json.writeStringField("wallMs", Long.toString(record.wallMs()));
      json.writeStringField("wall", Instant.ofEpochMilli(record.wallMs()).toString());
      json.writeStringField("type", record.type());
      json.writeStringField("payload", base64(record.payload()));
      message(record, json);
      wire(record.wire(), json);
      json.writeStringField("previousHash", hex(record.previousHash()));
      json.writeStringField("hash", hex(record.hash()));
      broken(wrong, json);
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static void message(JournalRecord record, JsonGenerator json) throws IOException {
    try {
      var message = RecordText.message(record);
      json.writeFieldName("message");
      ProtoJson.write(message, json);
    } catch (InvalidProtocolBufferException e) {
      json.writeStringField("unreadable", e.getMessage());
    }
  }

  private static void wire(@Nullable WirePart wire, JsonGenerator json) throws IOException {
    if (wire == null) {
      return;
    }
    json.writeObjectFieldStart("wire");
    json.writeStringField("seq", Long.toString(wire.seq()));
    json.writeStringField("previousHash", hex(wire.previousHash()));
    json.writeStringField("hash", hex(wire.hash()));
    json.writeStringField("body", base64(wire.body()));
    try {
      var event = EventBody.parseFrom(wire.body());
      json.writeFieldName("event");
      ProtoJson.write(event, json);
    } catch (InvalidProtocolBufferException e) {
      json.writeStringField("unreadable", e.getMessage());
    }
    json.writeEndObject();
  }

  private static void broken(List<String> wrong, JsonGenerator json) throws IOException {
    if (!wrong.isEmpty()) {
      json.writeArrayFieldStart("broken");
      for (String text : wrong) {
        json.writeString(text);
      }
      json.writeEndArray();
    }
  }

  @Override
  public void end(List<String> wrong) throws IOException {
    try (JsonGenerator json = line()) {
      json.writeStartObject();
      broken(wrong, json);
      json.writeEndObject();
    }
    out.write('\n');
  }

  private JsonGenerator line() throws IOException {
    return JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  private static String base64(ByteString bytes) {
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
