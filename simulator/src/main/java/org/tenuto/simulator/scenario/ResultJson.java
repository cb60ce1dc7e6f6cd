package org.tenuto.simulator.scenario;

import java.util.Locale;
import java.util.stream.Collectors;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.oracle.Violation;

/** Results as one line of JSON. */
final class ResultJson {

  private ResultJson() {}

  static String of(SessionResult result, double wallS) {
    return String.format(
        Locale.ROOT,
        "{\"seed\":%d,\"protocol\":%s,\"weight_g\":%d,\"concentration_ng_per_ml\":%d,"
            + "\"budget\":\"%s\",\"faults\":[%s],\"outcome\":%s,\"simulated_s\":%.3f,"
            + "\"infusing_s\":%.3f,\"pushed_nl\":%d,\"operations\":%d,\"wall_s\":%.3f,"
            + "\"trace_sha256\":\"%s\",\"violations\":[%s]}",
        result.plan().seed(),
        quoted(result.plan().wish().protocolId()),
        result.plan().wish().weightG(),
        result.plan().wish().concentrationNgPerMl(),
        result.plan().budget().text(),
        result.plan().faults().faults().stream()
            .map(Fault::text)
            .map(ResultJson::quoted)
            .collect(Collectors.joining(",")),
        quoted(result.outcome()),
        result.simulatedNs() / 1e9,
        result.infusingNs() / 1e9,
        result.pushedNl(),
        result.operations(),
        wallS,
        result.traceHash(),
        result.violations().stream().map(ResultJson::of).collect(Collectors.joining(",")));
  }

  private static String of(Violation found) {
    return String.format(
        Locale.ROOT,
        "{\"oracle\":%s,\"at_s\":%.3f,\"text\":%s}",
        quoted(found.oracle()),
        found.atNs() / 1e9,
        quoted(found.text()));
  }

  /** A JSON string. */
  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
              } else if (c < ' ') {
                json.append(String.format("\\u%04x", c));
              } else {
                json.append((char) c);
              }
            });
    return json.append('"').toString();
  }
}
