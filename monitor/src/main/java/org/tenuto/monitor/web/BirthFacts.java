package org.tenuto.monitor.web;

import java.util.List;
import org.tenuto.monitor.text.JsonWriter;
import org.tenuto.monitor.text.Plain;
import org.tenuto.proto.telemetry.Birth;

/**
 * What a device said it is. Immutable.
 *
 * @param wallMs when it said so by its own clock, ms; -1 if it never did
 */
record BirthFacts(
    long wallMs,
    String build,
    String executorBuild,
    String libraryHash,
    String pump,
    List<String> monitored,
    String timing,
    boolean demo) {

  /** Pressure, air, plunger, power, e-stop, and some to come. */
  private static final int MOST_MONITORED = 16;

  static final BirthFacts UNKNOWN = new BirthFacts(-1, "", "", "", "", List.of(), "", false);

  static BirthFacts of(Birth birth) {
    return new BirthFacts(
        birth.getWallMs(),
        Plain.line(birth.getBuild()),
        Plain.line(birth.getExecutorBuild()),
        Plain.line(birth.getLibraryHash()),
        Plain.line(birth.getPumpModel()),
        birth.getMonitoredList().stream().limit(MOST_MONITORED).map(Plain::word).toList(),
        Plain.line(birth.getTiming()),
        birth.getDemo());
  }

  JsonWriter json() {
    return new JsonWriter()
        .put("wall", wallMs)
        .put("build", build)
        .put("executorBuild", executorBuild)
        .put("library", libraryHash)
        .put("pump", pump)
        .put("monitored", monitored)
        .put("timing", timing)
        .put("demo", demo);
  }
}
