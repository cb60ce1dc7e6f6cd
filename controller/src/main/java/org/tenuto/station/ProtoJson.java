package org.tenuto.station;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * Writes a message by the ProtoJSON mapping (protobuf.dev/programming-guides/json): names in lower
 * camel case, 64-bit numbers as text so that none loses a digit, bytes in base64, enumerations by
 * name, nothing for what has its default. Maps and well-known types, which no schema here has, are
 * no part of it.
 */
@NullMarked
final class ProtoJson {

  private ProtoJson() {}

  /** Writes it as one object. */
  static void write(Message message, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      json.writeFieldName(field.getKey().getJsonName());
      if (field.getValue() instanceof List<?> values) {
        json.writeStartArray();
        for (Object value : values) {
          value(field.getKey(), value, json);
        }
        json.writeEndArray();
      } else {
        value(field.getKey(), field.getValue(), json);
      }
    }
    json.writeEndObject();
  }

  private static void value(FieldDescriptor field, Object value, JsonGenerator json)
      throws IOException {
    switch (value) {
      case Message message -> write(message, json);
      case EnumValueDescriptor one -> enumeration(one, json);
      case ByteString bytes ->
          json.writeString(Base64.getEncoder().encodeToString(bytes.toByteArray()));
      case Long number -> json.writeString(wide(field, number));
      case Integer number -> json.writeNumber(narrow(field, number));
      case Boolean flag -> json.writeBoolean(flag);
      case Double number -> floating(number, json);
      case Float number -> floating(number, json);
      default -> json.writeString(value.toString());
    }
  }

  /** A value of a later schema has no name here. */
  private static void enumeration(EnumValueDescriptor one, JsonGenerator json) throws IOException {
    if (one.getIndex() < 0) {
      json.writeNumber(one.getNumber());
    } else {
      json.writeString(one.getName());
    }
  }

  private static String wide(FieldDescriptor field, long number) {
    return switch (field.getType()) {
      case UINT64, FIXED64 -> Long.toUnsignedString(number);
      default -> Long.toString(number);
    };
  }

  private static long narrow(FieldDescriptor field, int number) {
    return switch (field.getType()) {
      case UINT32, FIXED32 -> Integer.toUnsignedLong(number);
      default -> number;
    };
  }

  private static void floating(Number number, JsonGenerator json) throws IOException {
    double value = number.doubleValue();
    if (Double.isFinite(value)) {
      json.writeRawValue(number.toString());
    } else {
      json.writeString(Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    }
  }
}
