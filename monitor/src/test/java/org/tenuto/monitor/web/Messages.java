package org.tenuto.monitor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.OrderFigures;
import org.tenuto.proto.telemetry.PredictedNow;
import org.tenuto.proto.telemetry.Progress;
import org.tenuto.proto.telemetry.Status;

/** What devices say, and how the page would read what is made of it. */
final class Messages {

  static final long S = 1_000_000_000L;
  static final Trust FRESH = new Trust("FRESH", 0);
  private static final ObjectMapper JSON = new ObjectMapper();

  private Messages() {}

  /** Infusing at 13.95 mL/h, 1.5 of 9.3 mL given for sure. */
  static Live infusing(long wallMs) {
    return Live.newBuilder()
        .setWallMs(wallMs)
        .setStatus(
            Status.newBuilder()
                .setState("INFUSING")
                .setReason("NONE")
                .setPumpState("RUNNING")
                .setPumpFault("NONE")
                .setOrder(OrderFigures.newBuilder().setDrugName("ketAMINE").setVolumeNl(9_300_000)))
        .setProgress(progress(1_500_000))
        .build();
  }

  static Progress.Builder progress(long atLeastNl) {
    return Progress.newBuilder()
        .setRateNlPerH(13_950_000)
        .setDoseRateNgPerKgPerH(750_000)
        .setAtLeastNl(atLeastNl)
        .setAtMostNl(atLeastNl + 19_999)
        .setTimeLeftS(3_725)
        .addPredictedNow(
            PredictedNow.newBuilder()
                .setModelId("domino-1984")
                .setPlasmaPgPerMl(225_990)
                .setEffectPgPerMl(0));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  /** The rows of a message. */
  static List<JsonNode> rows(Site.Change change) {
    List<JsonNode> rows = new ArrayList<>();
    json(change.json()).get("rows").forEach(rows::add);
    return rows;
  }
}
