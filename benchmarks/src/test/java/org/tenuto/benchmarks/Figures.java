package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** What a command wrote, looked up by name. */
final class Figures {

  private final JsonNode root;

  private Figures(JsonNode root) {
    this.root = root;
  }

  static Figures in(Path json) throws IOException {
    return new Figures(new ObjectMapper().readTree(json.toFile()));
  }

  /** The figure itself. */
  JsonNode of(String name) {
    for (JsonNode figure : root.path("figures")) {
      if (figure.path("name").asText().equals(name)) {
        return figure;
      }
    }
    throw new AssertionError(name + ": expected one of " + root.path("figures").findValues("name"));
  }

  double value(String name) {
    assertThat(of(name).path("value").isNumber()).as(name).isTrue();
    return of(name).path("value").asDouble();
  }

  boolean has(String name) {
    return root.path("figures").findValuesAsText("name").contains(name);
  }

  /** How many values a curve has. */
  long count(String name) {
    for (JsonNode curve : root.path("curves")) {
      if (curve.path("name").asText().equals(name)) {
        assertThat(curve.path("percentiles")).as(name).isNotEmpty();
        return curve.path("count").asLong();
      }
    }
    throw new AssertionError(name + ": expected one of " + root.path("curves").findValues("name"));
  }

  JsonNode root() {
    return root;
  }
}
