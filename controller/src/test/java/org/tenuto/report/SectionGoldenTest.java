package org.tenuto.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.journal.JournalReader;
import org.tenuto.proto.journal.AdviceGiven;
import org.tenuto.proto.journal.AdviceNoted;
import org.tenuto.proto.journal.DrugBalanced;
import org.tenuto.proto.journal.GivenByHand;
import org.tenuto.proto.journal.ItemAnswered;
import org.tenuto.proto.journal.LimitInForce;
import org.tenuto.proto.journal.LimitsInForce;
import org.tenuto.proto.journal.MeasuredValue;
import org.tenuto.proto.journal.NotMeasured;
import org.tenuto.proto.journal.ScaleScored;
import org.tenuto.proto.journal.SessionBegun;
import org.tenuto.proto.journal.SessionEnded;
import org.tenuto.proto.journal.SessionNote;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.proto.journal.SyringeLoaded;
import org.tenuto.proto.journal.VitalSignsTaken;
import org.tenuto.proto.journal.WeightMeasured;

/** A session with staff, readings and a dose by hand: what the report says and draws of it. */
class SectionGoldenTest {

  private static final Pattern MARKUP =
      Pattern.compile(
          "<h[23]>(?<heading>.*?)</h[23]>|<p(?: [^>]*)?>(?<words>.*?)</p>|<tr[^>]*>(?<row>.*?)</tr>"
              + "|<polyline class=\"(?<curve>[^\"]*)\" points=\"(?<points>[^\"]*)\"/>"
              + "|<rect class=\"(?<dot>dot [^\"]*)\" x=\"(?<x>[^\"]*)\" y=\"(?<y>[^\"]*)\""
              + "|<text class=\"(?<kind>name|label [^\"]*)\"[^>]*>(?<label>.*?)</text>",
          Pattern.DOTALL);

  private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>");

  @TempDir private Path dir;

  /** At 5 s the session begins, at 10 s the order starts, at 70 s it is complete. */
  static HandRecord session() {
    HandRecord record = HandRecord.booted();
    before(record);
    record.started(10_000, HandRecord.NONCE);
    during(record);
    record.completed(70_000, HandRecord.NONCE, 600_000);
    after(record);
    return record;
  }

  private static SessionRecorded.Builder by(String staffId) {
    return SessionRecorded.newBuilder()
        .setStationBootId(HandRecord.STATION)
        .setSessionId("s-1")
        .setStaffId(staffId);
  }

  private static void before(HandRecord record) {
    LimitInForce limit =
        LimitInForce.newBuilder()
            .setThresholdId("SBP-PAUSE")
            .setMeasure("SYSTOLIC")
            .setWhen("FROM_START")
            .setLevel("PAUSE")
            .setSide("ABOVE")
            .setLimit(150)
            .build();
    record.add(
        2,
        SessionRecorded.newBuilder()
            .setLimitsInForce(
                LimitsInForce.newBuilder().setTitle("limits").setHash("abc").addLimits(limit))
            .build());
    record.add(
        5_000,
        by("rn-1")
            .setBegun(SessionBegun.newBuilder().setNewPatient(true).setReason("as prescribed"))
            .build());
    record.add(5_100, by("rn-1").setAnswered(answer("pregnancy", "NO", "", "")).build());
    record.add(
        5_200, by("rn-1").setAnswered(answer("bladder", "YES", "mild & known", "an-1")).build());
    record.add(
        5_300, by("rn-1").setWeighed(WeightMeasured.newBuilder().setWeightG(70_000)).build());
    record.add(
        5_400,
        by("rn-1")
            .setLoaded(
                SyringeLoaded.newBuilder()
                    .setItemId("loaded")
                    .setSyringeId("S-50")
                    .setConcentrationNgPerMl(1_000_000))
            .build());
  }

  private static ItemAnswered answer(String item, String value, String why, String prescriber) {
    return ItemAnswered.newBuilder()
        .setItemId(item)
        .setValue(value)
        .setReason(why)
        .setPrescriberId(prescriber)
        .build();
  }

  /** A pressure, the next not measurable, one mistyped and its correction, a scale, one void. */
  private static void during(HandRecord record) {
    record.add(20_000, vitals(1, 0, 120, 80, "MANUAL"));
    record.add(
        30_000,
        by("rn-1")
            .setNotMeasured(
                NotMeasured.newBuilder()
                    .setReading(2)
                    .addMeasures("SYSTOLIC")
                    .addMeasures("DIASTOLIC")
                    .setReason("cuff slipped"))
            .build());
    record.add(40_000, vitals(3, 0, 210, 90, "DEVICE"));
    record.add(
        40_500,
        by("")
            .setAdviceGiven(
                AdviceGiven.newBuilder()
                    .setReading(3)
                    .setLevel("STOP")
                    .setMeasure("SYSTOLIC")
                    .setText("Systolic pressure 210 mmHg, above 200 mmHg: stop")
                    .setOrigin("default of this project"))
            .build());
    record.add(
        41_000,
        by("rn-1")
            .setAdviceNoted(
                AdviceNoted.newBuilder()
                    .setReading(3)
                    .setLevel("STOP")
                    .setAction("MEASURING_AGAIN"))
            .build());
    record.add(45_000, vitals(4, 3, 121, 90, "MANUAL"));
    record.add(50_000, vitals(5, 0, 130, 85, "MANUAL"));
    record.add(
        55_000,
        by("rn-2")
            .setScaleScored(
                ScaleScored.newBuilder().setReading(6).setScale("MOAA_S").setScore(5))
            .build());
    record.add(58_000, vitals(7, 0, 99, 44, "MANUAL"));
    record.add(
        59_000,
        by("rn-2")
            .setNotMeasured(
                NotMeasured.newBuilder()
                    .setReading(8)
                    .setCorrects(7)
                    .setReason("another patient's <b>"))
            .build());
  }

  private static SessionRecorded vitals(
      long number, long corrects, int systolic, int diastolic, String source) {
    return by("rn-1")
        .setVitalSigns(
            VitalSignsTaken.newBuilder()
                .setReading(number)
                .setCorrects(corrects)
                .setReason(corrects == 0 ? "" : "mistyped")
                .addValues(MeasuredValue.newBuilder().setMeasure("SYSTOLIC").setValue(systolic))
                .addValues(MeasuredValue.newBuilder().setMeasure("DIASTOLIC").setValue(diastolic))
                .addNotMeasurable("SPO2")
                .setSource(source))
        .build();
  }

  private static void after(HandRecord record) {
    record.add(
        80_000,
        by("rn-1")
            .setSecondStaffId("rn-2")
            .setGivenByHand(
                GivenByHand.newBuilder()
                    .setDrugId("KET")
                    .setNg(2_500_000)
                    .setRoute("NASAL")
                    .setGivenWallMs(1_767_323_000_000L))
            .build());
    record.add(
        85_000,
        by("rn-1")
            .setSecondStaffId("rn-2")
            .setBalanced(
                DrugBalanced.newBuilder()
                    .setDrugId("KET")
                    .setConcentrationNgPerMl(1_000_000)
                    .setDrawnNl(10_000_000)
                    .setResidualNl(8_000_000)
                    .setWasteNl(500_000)
                    .setLineNl(1_500_000)
                    .setFlushNl(1_000_000)
                    .setFlushRateNlPerH(60_000_000)
                    .setReason("spilled"))
            .build());
    record.add(
        90_000, by("rn-1").setNoted(SessionNote.newBuilder().setText("calm <b>\nslept")).build());
    record.add(
        95_000,
        by("rn-1")
            .setEnded(
                SessionEnded.newBuilder()
                    .addNotDone("Discharge: Walks unaided")
                    .setReason("wheelchair"))
            .build());
  }

  @Test
  void whatStaffEnteredAndObservedStandsInTheReport() throws Exception {
    Html html = new Html();
    try (JournalReader reader =
        JournalReader.open(session().write(dir.resolve("journal.db")))) {
      SessionFacts facts = RecordedSessions.in(reader).facts(1);
      TherapySection.write(html, facts);
      ObservationSection.write(html, facts);
      TherapySection.byHand(html, facts);
    }
    assertThat(text(html.toString())).isEqualTo(expected());
  }

  private static String text(String html) {
    return MARKUP
            .matcher(html)
            .results()
            .map(SectionGoldenTest::line)
            .collect(Collectors.joining("\n"))
            .strip()
        + "\n";
  }

  private static String line(MatchResult found) {
    if (found.group("heading") != null) {
      return "\n== " + found.group("heading");
    }
    if (found.group("row") != null) {
      return CELL.matcher(found.group("row"))
          .results()
          .map(cell -> cell.group(1))
          .collect(Collectors.joining(" | "));
    }
    if (found.group("curve") != null) {
      return "curve " + found.group("curve") + ": " + found.group("points");
    }
    if (found.group("dot") != null) {
      return found.group("dot") + " at " + found.group("x") + "," + found.group("y");
    }
    return found.group("words") == null
        ? found.group("kind") + ": " + found.group("label")
        : found.group("words");
  }

  private static String expected() throws Exception {
    try (InputStream in =
        SectionGoldenTest.class.getResourceAsStream("/reports/session/expected.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
