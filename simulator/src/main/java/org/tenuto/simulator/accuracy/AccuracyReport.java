package org.tenuto.simulator.accuracy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The results as text for people, as JSON, and the flow samples as CSV.
 *
 * @param conditions what was tested, and how
 * @param results one of each rate, at least one
 */
record AccuracyReport(Conditions conditions, List<FlowResult> results) {

  /** What must stand beside every figure. */
  static final String CAVEAT = "Simulated, not a measurement of a device.";

  /** A column for each rate. */
  String text() {
    StringBuilder text = new StringBuilder();
    row(text, "set rate", result -> result.set().text());
    text.append("error over the second hour, most / least flow, % of the set rate\n");
    row(text, "  overall, A", result -> Figures.signed(result.overallPercent()));
    for (int i = 0; i < FlowError.WINDOWS_MIN.size(); i++) {
      int window = i;
      String name = "  worst " + Figures.number(FlowError.WINDOWS_MIN.get(i)) + " min";
      row(text, name, result -> pair(result.trumpet().get(window)));
    }
    text.append("start-up, min after the start\n");
    row(text, "  10 % of the rate", result -> Figures.minutes(result.startUp().firstFlowMin()));
    row(text, "  steady, ±10 %", result -> Figures.minutes(result.startUp().steadyMin()));
    return text.append('\n').append(terms()).toString();
  }

  private String terms() {
    return """
    pump and syringe     NE-1000, BD Plastipak 50 mL without an end
    specimen             %s
    before the start     %s
    back pressure        %d mmHg
    %s Research and teaching software: never connect it to a person.
    """
        .formatted(conditions.specimen().title(), before(), conditions.backPressureMmHg(), CAVEAT);
  }

  /** What is done before the start, for people. */
  String before() {
    return conditions.purge().nl() == 0
        ? "no purge, 1 min at rest"
        : conditions.purge().text()
            + " purged at "
            + AccuracyRun.PURGE_RATE.text()
            + " into the open line, 1 min at rest";
  }

  /** What the command has to be told for the same again, with a space before it. */
  String options() {
    StringBuilder options = new StringBuilder();
    results.forEach(result -> options.append(" --rate ").append(unspaced(result.set().text())));
    if (conditions.purge().nl() > 0) {
      options.append(" --purge ").append(unspaced(conditions.purge().text()));
    }
    if (conditions.backPressureMmHg() != 0) {
      options.append(" --back-pressure=").append(conditions.backPressureMmHg()).append("mmHg");
    }
    return options + conditions.specimen().option();
  }

  private static String unspaced(String quantity) {
    return quantity.replace(" ", "");
  }

  private void row(StringBuilder text, String name, Function<FlowResult, String> cell) {
    text.append(String.format(Locale.ROOT, "%-20s", name));
    for (FlowResult result : results) {
      text.append(String.format(Locale.ROOT, " %17s", cell.apply(result)));
    }
    text.append('\n');
  }

  private static String pair(FlowError error) {
    return Figures.signed(error.maxPercent()) + " / " + Figures.signed(error.minPercent());
  }

  /** Every flow sample: columns rate_ml_per_h, t_min (its end), flow_ml_per_h. */
  String csv() {
    StringBuilder csv = new StringBuilder("rate_ml_per_h,t_min,flow_ml_per_h\n");
    for (FlowResult result : results) {
      String rate = result.set().mlPerH().stripTrailingZeros().toPlainString();
      for (int i = 0; i < result.run().count(); i++) {
        csv.append(
            String.format(
                Locale.ROOT,
                "%s,%.1f,%.9f%n",
                rate,
                FlowSamples.endMin(i),
                result.run().mlPerH(i)));
      }
    }
    return csv.toString();
  }

  /** One JSON object; a time that did not come is null. */
  String json() throws IOException {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = json.createObjectNode();
    root.put("note", CAVEAT);
    root.put("specimen", conditions.specimen().title());
    root.put("purge_ml", conditions.purge().ml());
    root.put("back_pressure_mmhg", conditions.backPressureMmHg());
    ArrayNode parameters = root.putArray("parameters");
    for (Conditions.Setting setting : conditions.settings()) {
      ObjectNode each = parameters.addObject();
      each.put("name", setting.parameter().name()).put("unit", setting.parameter().unit());
      each.put("value", Double.isInfinite(setting.value()) ? null : setting.value());
    }
    ArrayNode rates = root.putArray("rates");
    results.forEach(result -> json(rates.addObject(), result));
    return json.writeValueAsString(root) + "\n";
  }

  private static void json(ObjectNode rate, FlowResult result) {
    rate.put("rate_ml_per_h", result.set().mlPerH());
    rate.put("overall_percent", result.overallPercent());
    rate.put("first_flow_min", orNull(result.startUp().firstFlowMin()));
    rate.put("steady_min", orNull(result.startUp().steadyMin()));
    ArrayNode windows = rate.putArray("trumpet");
    for (FlowError error : result.trumpet()) {
      windows
          .addObject()
          .put("window_min", error.windowMin())
          .put("windows", error.windows())
          .put("max_percent", error.maxPercent())
          .put("min_percent", error.minPercent());
    }
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isEmpty() ? null : value.getAsDouble();
  }
}
