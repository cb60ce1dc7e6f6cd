package org.tenuto.monitor.text;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes one JSON object as one line. 64-bit numbers stay numbers: protobuf's own JSON makes
 * strings of them, which tools then compare as text. Fields keep their names from the schema and
 * are there even if 0; bytes are lower-case hex; messages that are absent are left out.
 */
public final class JsonWriter {

  private final StringBuilder out = new StringBuilder("{");

  /**
   * Adds a field.
   *
   * @param value a message, another object, a list of any of these, bytes, number, truth or text
   */
  public JsonWriter put(String name, Object value) {
    if (out.charAt(out.length() - 1) != '{') {
      out.append(',');
    }
    string(name);
    out.append(':');
    value(value);
    return this;
  }

  /** The whole line; nothing can be added any more. */
  public String end() {
    return out.append('}').toString();
  }

  private void value(Object value) {
    switch (value) {
      case Message message -> message(message);
      case List<?> list -> list(list);
      case JsonWriter object -> out.append(object.end());
      case ByteString bytes -> string(HexFormat.of().formatHex(bytes.toByteArray()));
      case EnumValueDescriptor constant -> string(constant.getName());
      case Number number -> out.append(number);
      case Boolean truth -> out.append(truth);
      default -> string(value.toString());
    }
  }

  private void message(Message message) {
    out.append('{');
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      if (field.isRepeated() || !field.hasPresence() || message.hasField(field)) {
        put(field.getName(), message.getField(field));
      }
    }
    out.append('}');
  }

  private void list(List<?> list) {
    out.append('[');
    String separator = "";
    for (Object value : list) {
      out.append(separator);
      value(value);
      separator = ",";
    }
    out.append(']');
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    out.append('"');
  }

  /** What a terminal would obey instead of showing it. */
  private static boolean isHidden(char c) {
    return Character.isISOControl(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private void character(char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (isHidden(c)) {
      out.append("\\u%04x".formatted((int) c));
    } else {
      out.append(c);
    }
  }
}
