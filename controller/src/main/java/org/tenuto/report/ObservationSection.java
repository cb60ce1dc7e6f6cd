package org.tenuto.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tenuto.observation.Measure;
import org.tenuto.observation.Reading;
import org.tenuto.observation.Source;
import org.tenuto.proto.journal.LimitsInForce;
import org.tenuto.report.ObservationLog.Seen;

/** Vital signs and scales: curves against their limits, every reading, what was advised and done. */
final class ObservationSection {

  private ObservationSection() {}

  static void write(Html html, SessionFacts facts) {
    ObservationLog log = facts.observation();
    html.heading("Vital signs and scales");
    if (log.unreadable() > 0) {
      html.paragraph(log.unreadable() + " records of observation can't be read.");
    }
    LimitsInForce limits = log.limits();
    if (limits != null) {
      html.note(
          "Held against " + limits.getTitle() + ", SHA-256 " + limits.getHash()
              + ". Vital signs advise: only staff act.");
    }
    if (log.readings().isEmpty()) {
      html.paragraph("None recorded.");
    } else {
      html.raw(new VitalCurves(facts).svg());
      readings(html, facts);
    }
    told(html, facts);
  }

  private static void readings(Html html, SessionFacts facts) {
    html.table(
        "words", "taken", "#no.", "#BP, mmHg", "#HR, /min", "#SpO2, %", "#RR, /min", "other", "by");
    for (Seen seen : facts.observation().readings()) {
      Reading reading = seen.reading();
      Kept taken = facts.observation().takenAt(seen);
      html.row(
          "reading-" + reading.number(),
          Moment.of(facts, taken, taken.monoNs()),
          Long.toString(reading.number()),
          pressure(reading),
          cell(reading, Measure.HEART_RATE),
          cell(reading, Measure.SPO2),
          cell(reading, Measure.RESPIRATION),
          other(facts, seen),
          Words.staff(reading.staffId()) + (reading.source() == Source.DEVICE ? ", device" : ""));
    }
    html.end();
    html.note("n/m: looked for and not measurable, which is not normal. Empty: not looked for.");
  }

  private static String pressure(Reading reading) {
    Integer systolic = reading.value(Measure.SYSTOLIC);
    Integer diastolic = reading.value(Measure.DIASTOLIC);
    return systolic == null || diastolic == null
        ? cell(reading, Measure.SYSTOLIC)
        : systolic + "/" + diastolic;
  }

  private static String cell(Reading reading, Measure measure) {
    Integer value = reading.value(measure);
    return value == null
        ? reading.unknown().contains(measure) ? "n/m" : ""
        : measure.number(value);
  }

  /** Temperature and scales, why something was not measured, and what corrects what. */
  private static String other(SessionFacts facts, Seen seen) {
    Reading reading = seen.reading();
    Stream<String> values =
        Stream.of(Measure.values())
            .filter(measure -> measure.compareTo(Measure.TEMPERATURE) >= 0)
            .filter(reading::attends)
            .map(measure -> measure.title() + " " + cell(reading, measure));
    Reading instead = facts.observation().instead(reading.number());
    Stream<String> remarks = Stream.of(reading.reason(), corrects(reading), fate(instead));
    return Stream.concat(values, remarks)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String corrects(Reading reading) {
    String what = reading.voids() ? "makes void " : "corrects ";
    return reading.corrects() == 0 ? "" : what + reading.corrects();
  }

  private static String fate(@Nullable Reading instead) {
    return instead == null
        ? ""
        : (instead.voids() ? "void by " : "corrected by ") + instead.number();
  }

  private static void told(Html html, SessionFacts facts) {
    List<ObservationLog.Told> told = facts.observation().told();
    if (told.isEmpty()) {
      return;
    }
    html.subheading("Advice, and what staff did");
    html.table("words", "when", "who", "what");
    for (ObservationLog.Told one : told) {
      html.row(
          "",
          Moment.of(facts, one.kept(), one.kept().monoNs()),
          one.who().equals(StaffAct.STATION) ? one.who() : Words.staff(one.who()),
          one.what());
    }
    html.end();
  }
}
