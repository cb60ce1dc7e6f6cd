package org.tenuto.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tenuto.proto.journal.Booted;
import org.tenuto.proto.journal.StationStarted;

/**
 * The report for programs: what the page says, as one JSON object. Every field is always there;
 * what is not on record is null.
 */
final class SessionJson {

  /** Changes with the meaning or the name of any field. */
  static final String SHAPE = "tenuto-session-report-1";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private SessionJson() {}

  /** One object, indented, and a line feed. */
  static String of(SessionFacts facts, Soundness soundness) {
    ObjectNode report = MAPPER.createObjectNode();
    report.put("shape", SHAPE);
    report.put("warning", SessionPage.WARNING);
    report.put("order_number", facts.span().number());
    report.put("order_nonce", HeadSection.hex(facts.span().nonce()));
    report.put("result", facts.ending().text());
    span(report, facts);
    device(report.putObject("device"), facts);
    record(report.putObject("record"), facts, soundness);
    OrderJson.write(report, facts);
    DeliveryJson.write(report.putObject("delivered"), facts);
    CurveJson.write(report.putObject("curves"), facts);
    ActJson.alarms(report.putArray("alarms"), facts);
    ActJson.acts(report.putArray("acts_of_staff"), facts);
    ObservationJson.write(report.putObject("observation"), facts);
    TherapyJson.write(report, facts);
    return text(report);
  }

  private static String text(ObjectNode report) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can't be written", e);
    }
  }

  private static void span(ObjectNode report, SessionFacts facts) {
    Times times = facts.span().times();
    report.put("start_utc", JsonFigures.utc(facts.span().startWallMs()));
    report.put("end_on_record", facts.ending().isTold());
    String name = facts.ending().isTold() ? "end" : "last_heard";
    String other = facts.ending().isTold() ? "last_heard" : "end";
    if (facts.ending().endNs() == 0) {
      report.putNull(name + "_since_start_s").putNull(name + "_utc");
    } else {
      JsonFigures.moment(report, name, times, facts.ending().endNs());
    }
    report.putNull(other + "_since_start_s").putNull(other + "_utc");
  }

  private static void device(ObjectNode into, SessionFacts facts) {
    DeviceFacts device = facts.device();
    into.put("site", device.configured("site")).put("device", device.configured("device"));
    ArrayNode executors = into.putArray("executors");
    for (Booted one : device.executors()) {
      executors
          .addObject()
          .put("build", one.getBuild())
          .put("boot_id", HeadSection.hex(one.getBootId()))
          .put("timing", one.getTiming())
          .put("pump", one.getPumpModel());
    }
    ArrayNode stations = into.putArray("stations");
    for (StationStarted one : device.stations()) {
      stations
          .addObject()
          .put("build", one.getBuild())
          .put("boot_id", HeadSection.hex(one.getStationBootId()))
          .put("library_sha256", one.getLibraryHash());
    }
    ArrayNode steps = into.putArray("wall_clock_steps");
    for (DeviceFacts.Step one : device.steps()) {
      ObjectNode step = steps.addObject();
      JsonFigures.moment(step, "at", facts, one.kept(), one.kept().monoNs());
      step.put("by_s", JsonFigures.milli(one.byMs()));
    }
  }

  private static void record(ObjectNode into, SessionFacts facts, Soundness soundness) {
    into.put("from_seq", facts.span().fromSeq()).put("to_seq", facts.span().toSeq());
    into.put("chain_verified", soundness.broken() == null).put("broken", soundness.broken());
    into.put("head_seq", soundness.headSeq()).put("head_sha256", soundness.headHash());
  }
}
