package org.tenuto.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the objects the page sends, strictly, and writes what it is answered. */
final class Json {

  /** ASCII only: an event stream is written byte by character. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private Json() {}

  /** A new empty object. */
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A new empty array. */
  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static String write(ObjectNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can't be written", e);
    }
  }

  /**
   * Reads an object that has exactly these fields, every one a string.
   *
   * @throws RequestRefused 400, naming the field
   */
  static Map<String, String> strings(byte[] body, List<String> fields) {
    JsonFields sent = fields(body, fields);
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : fields) {
      values.put(field, sent.text(field));
    }
    return values;
  }

  /**
   * Reads an object that has no other fields than these.
   *
   * @throws RequestRefused 400
   */
  static JsonFields fields(byte[] body, List<String> known) {
    return JsonFields.of(parse(body, known), known);
  }

  private static JsonNode parse(byte[] body, List<String> fields) {
    String expected = "expected a JSON object with " + String.join(", ", fields);
    JsonNode root;
    try {
      root = MAPPER.readTree(body);
    } catch (IOException e) {
      throw RequestRefused.field("", "NOT_JSON", "Body is not JSON: " + expected);
    }
    if (!root.isObject()) {
      throw RequestRefused.field("", "NOT_JSON", "Body is not an object: " + expected);
    }
    return root;
  }
}
