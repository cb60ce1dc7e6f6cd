package org.tenuto.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.simulator.fault.FaultScript;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/**
 * A golden scenario: a folder with a README, its input and the trace that is expected of it, line
 * for line.
 *
 * @param name of its folder
 */
record Scenario(String name, TomlParseResult input) {

  private static final String FOLDER = "/org/tenuto/simulator/scenario/";
  private static final String INDEX = FOLDER + "index.txt";
  private static final long NS_PER_MS = 1_000_000;

  /** All there are. */
  static List<Scenario> all() {
    return text(INDEX).lines().filter(line -> !line.isBlank()).map(Scenario::of).toList();
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException with one line if there is none of that name
   */
  static Scenario of(String name) {
    List<String> names = text(INDEX).lines().toList();
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "scenario '" + name + "': expected one of " + String.join(", ", names));
    }
    TomlParseResult input = Toml.parse(text(FOLDER + name + "/scenario.toml"));
    if (input.hasErrors()) {
      throw new IllegalStateException("scenario " + name + ": " + input.errors());
    }
    return new Scenario(name, input);
  }

  /** What it is about, one line. */
  String summary() {
    return string("summary");
  }

  SessionPlan plan(DrugLibrary library) {
    Wish wish =
        Wish.of(
            library, string("protocol"), number("weight_g"), number("concentration_ng_per_ml"));
    Habits habits =
        new Habits(
            number("reaction_ms") * NS_PER_MS,
            Boolean.TRUE.equals(input.getBoolean("primes")),
            Math.toIntExact(number("orders_again")));
    return new SessionPlan(
        number("seed"),
        wish,
        habits,
        Boolean.TRUE.equals(input.getBoolean("sensing")),
        FaultScript.parse(string("faults")),
        Budget.SURVIVABLE);
  }

  /** The trace that is expected. */
  String expected() {
    return text(FOLDER + name + "/trace.txt");
  }

  /** Where a trace departs from the expected one, one line; null if it does not. */
  @Nullable String difference(String trace) {
    List<String> expected = expected().lines().toList();
    List<String> found = trace.lines().toList();
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      String wanted = i < expected.size() ? expected.get(i) : "the end";
      String got = i < found.size() ? found.get(i) : "the end";
      if (!wanted.equals(got)) {
        return "line " + (i + 1) + " is '" + got + "', expected '" + wanted + "'";
      }
    }
    return null;
  }

  private String string(String key) {
    String value = input.getString(key);
    if (value == null) {
      throw new IllegalStateException("scenario " + name + ": " + key + " is missing");
    }
    return value;
  }

  private long number(String key) {
    Long value = input.getLong(key);
    if (value == null) {
      throw new IllegalStateException("scenario " + name + ": " + key + " is missing");
    }
    return value;
  }

  private static String text(String resource) {
    try (InputStream in = Scenario.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
