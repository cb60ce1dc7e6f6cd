package org.tenuto.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that {@link Results} wrote, read again. Whatever stands in it, it is either whole or
 * refused: its texts may be anything.
 *
 * @param benchmark name of the command
 * @param machine names and values as they stand in the file, e.g. {@code kernel}
 * @param commit of the build
 * @param date as it stands in the file
 * @param figures in the file's order
 * @param curves in the file's order
 */
record ResultsFile(
    String benchmark,
    List<Fact> machine,
    String commit,
    String date,
    List<Figure> figures,
    List<DrawnCurve> curves) {

  /** No command writes more than a few hundred kB. */
  private static final long MOST_BYTES = 64 << 20;

  private static final double WHOLE_PERCENT = 100;

  /** What is known of the machine, by name. */
  record Fact(String name, String value) {}

  /** It can't be used; the message is one line: the file and what was expected. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(Path file, String what) {
      super(file + ": " + what);
    }
  }

  /**
   * Reads one.
   *
   * @throws RefusedException if it is missing, no JSON, or of another shape
   */
  static ResultsFile read(Path file) throws RefusedException {
    JsonNode root = parse(file);
    if (!root.path("benchmark").isTextual() || !root.path("figures").isArray()) {
      throw new RefusedException(
          file, "of another shape: expected benchmark and figures, as --json of a command writes");
    }
    List<Figure> figures = new ArrayList<>();
    for (JsonNode figure : root.path("figures")) {
      figures.add(figure(file, figure));
    }
    List<DrawnCurve> curves = new ArrayList<>();
    for (JsonNode curve : root.path("curves")) {
      curves.add(curve(file, curve));
    }
    List<Fact> machine = new ArrayList<>();
    root.path("machine")
        .properties()
        .forEach(entry -> machine.add(new Fact(entry.getKey(), entry.getValue().asText())));
    return new ResultsFile(
        root.path("benchmark").asText(),
        List.copyOf(machine),
        root.path("commit").asText("unknown"),
        root.path("date").asText("unknown"),
        List.copyOf(figures),
        List.copyOf(curves));
  }

  private static JsonNode parse(Path file) throws RefusedException {
    if (!Files.isRegularFile(file)) {
      throw new RefusedException(file, "missing: expected a file that --json wrote");
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new RefusedException(file, "too large: expected at most " + MOST_BYTES + " bytes");
      }
      return new ObjectMapper().readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new RefusedException(file, "no JSON: expected a file that --json wrote");
    } catch (IOException e) {
      throw new RefusedException(file, "can't be read: " + e.getMessage());
    }
  }

  private static Figure figure(Path file, JsonNode figure) throws RefusedException {
    if (!figure.path("name").isTextual() || !figure.path("unit").isTextual()) {
      throw new RefusedException(file, "a figure without name or unit: expected both as text");
    }
    return new Figure(
        figure.path("name").asText(),
        figure.path("unit").asText(),
        number(file, figure, "value"),
        number(file, figure, "spread"),
        number(file, figure, "at_most"));
  }

  /** NaN for null and for what is missing. */
  private static double number(Path file, JsonNode figure, String field) throws RefusedException {
    JsonNode value = figure.path(field);
    if (!value.isNumber() && !value.isNull() && !value.isMissingNode()) {
      throw new RefusedException(
          file, figure.path("name").asText() + ": " + field + ": expected a number or null");
    }
    return value.asDouble(Double.NaN);
  }

  private static DrawnCurve curve(Path file, JsonNode curve) throws RefusedException {
    List<DrawnCurve.Point> points = new ArrayList<>();
    double percent = 0;
    double value = Double.NEGATIVE_INFINITY;
    for (JsonNode point : curve.path("percentiles")) {
      boolean sound =
          point.path(0).isNumber()
              && point.path(1).isNumber()
              && point.path(0).asDouble() >= percent
              && point.path(0).asDouble() <= WHOLE_PERCENT
              && point.path(1).asDouble() >= value;
      if (!sound) {
        throw new RefusedException(
            file,
            "curve " + curve.path("name").asText() + ": expected rising percentiles and values");
      }
      percent = point.path(0).asDouble();
      value = point.path(1).asDouble();
      points.add(new DrawnCurve.Point(percent, value));
    }
    return new DrawnCurve(
        curve.path("name").asText(),
        curve.path("unit").asText(),
        curve.path("count").asLong(),
        List.copyOf(points));
  }
}
