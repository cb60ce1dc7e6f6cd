package org.tenuto.doctor;

import static java.util.Locale.ROOT;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tenuto.doctor.Finding.Level;

/**
 * Findings written for people or for programs.
 *
 * @param findings in the order of the report
 */
record DoctorReport(List<Finding> findings) {

  /** One line: {@code level THING: what was found. What to do.} */
  static String line(Finding finding) {
    String advice = finding.advice().isEmpty() ? "" : " " + finding.advice();
    return String.format(
        ROOT, "%-8s  %s: %s.%s", word(finding.level()), finding.thing(), finding.found(), advice);
  }

  /** One JSON object, indented. */
  String json() {
    ObjectNode report = new ObjectMapper().createObjectNode();
    report.put("missing", count(Level.MISSING));
    report.put("degraded", count(Level.DEGRADED));
    var list = report.putArray("checks");
    for (Finding finding : findings) {
      list.addObject()
          .put("level", word(finding.level()))
          .put("thing", finding.thing())
          .put("found", finding.found())
          .put("advice", finding.advice());
    }
    return report.toPrettyString();
  }

  /** How many things have this level. */
  long count(Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }

  private static String word(Level level) {
    return level.name().toLowerCase(ROOT);
  }
}
