package org.tenuto.monitor.web;

import java.util.List;
import org.tenuto.monitor.text.JsonWriter;
import org.tenuto.monitor.text.Plain;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.ModelInForce;

/**
 * What a device said it is. Immutable.
 *
 * @param wallMs when it said so by its own clock, ms; 0 for a time before 1970; -1 if it never did
 * @param models that predict there, each with its version; none if it does not say
 */
record BirthFacts(
    long wallMs,
    String build,
    String executorBuild,
    String libraryHash,
    String pump,
    List<String> monitored,
    String timing,
    List<String> models,
    boolean demo) {

  /** Pressure, air, plunger, power, e-stop, and some to come. */
  private static final int MOST_MONITORED = 16;

  /** Three are published; none of a drug's few is left out. */
  private static final int MOST_MODELS = 16;

  static final BirthFacts UNKNOWN =
      new BirthFacts(-1, "", "", "", "", List.of(), "", List.of(), false);

  static BirthFacts of(Birth birth) {
    return new BirthFacts(
        Math.max(0, birth.getWallMs()),
        Plain.line(birth.getBuild()),
        Plain.line(birth.getExecutorBuild()),
        Plain.line(birth.getLibraryHash()),
        Plain.line(birth.getPumpModel()),
        birth.getMonitoredList().stream().limit(MOST_MONITORED).map(Plain::word).toList(),
        Plain.line(birth.getTiming()),
        birth.getModelsList().stream().limit(MOST_MODELS).map(BirthFacts::model).toList(),
        birth.getDemo());
  }

  /** E.g. {@code Domino 1984 (ketAMINE), domino-1984 version 1}. */
  private static String model(ModelInForce model) {
    return Plain.word(model.getTitle())
        + ", "
        + Plain.word(model.getModelId())
        + " version "
        + Integer.toUnsignedString(model.getVersion());
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
        .put("models", models)
        .put("demo", demo);
  }
}
