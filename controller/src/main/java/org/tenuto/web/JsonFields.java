package org.tenuto.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of an object that was sent: no unknown ones, each asked for is there and of its type. Every method throws {@link RequestRefused} with status 400 that names the field.
 */
final class JsonFields {

  private final JsonNode object;

  /** The field of the body that is at fault when one in here is; empty for the body itself. */
  private final String within;

  private JsonFields(JsonNode object, String within) {
    this.object = object;
    this.within = within;
  }

  /** The fields of the body. */
  static JsonFields of(JsonNode body, List<String> known) {
    return of(body, "", known);
  }

  private static JsonFields of(JsonNode object, String within, List<String> known) {
    JsonFields fields = new JsonFields(object, within);
    object.fieldNames().forEachRemaining(name -> fields.requireKnown(name, known));
    return fields;
  }

  private void requireKnown(String name, List<String> known) {
    if (!known.contains(name)) {
      throw RequestRefused.field(
          within,
          "UNKNOWN_FIELD",
          (within.isEmpty() ? "Body" : within)
              + " has an unknown field: expected "
              + String.join(", ", known));
    }
  }

  boolean has(String name) {
    return object.has(name);
  }

  String text(String name) {
    JsonNode value = object.path(name);
    if (!value.isTextual()) {
      throw refused(name, "NOT_A_STRING", name + ": expected a string");
    }
    return value.textValue();
  }

  boolean flag(String name) {
    JsonNode value = object.path(name);
    if (!value.isBoolean()) {
      throw refused(name, "NOT_A_BOOLEAN", name + ": expected true or false");
    }
    return value.booleanValue();
  }

  /** A whole number within these bounds, both inclusive. */
  long whole(String name, long lowest, long highest) {
    JsonNode value = object.path(name);
    boolean whole = value.isIntegralNumber() && value.canConvertToLong();
    if (!whole || value.longValue() < lowest || value.longValue() > highest) {
      throw refused(
          name,
          "NOT_A_WHOLE_NUMBER",
          name + ": expected a whole number from " + lowest + " to " + highest);
    }
    return value.longValue();
  }

  /** A list of objects, each with exactly these fields. */
  List<JsonFields> list(String name, int fewest, int most, List<String> fields) {
    JsonNode value = object.path(name);
    if (!value.isArray() || value.size() < fewest || value.size() > most) {
      throw refused(name, "NOT_A_LIST", name + ": expected a list of " + fewest + " to " + most);
    }
    List<JsonFields> items = new ArrayList<>(value.size());
    for (JsonNode item : value) {
      if (!item.isObject()) {
        throw refused(name, "NOT_A_LIST", name + ": expected objects in it");
      }
      items.add(of(item, name, fields));
    }
    return items;
  }

  private RequestRefused refused(String name, String code, String text) {
    return within.isEmpty()
        ? RequestRefused.field(name, code, text)
        : RequestRefused.field(within, code, within + ", " + text);
  }
}
