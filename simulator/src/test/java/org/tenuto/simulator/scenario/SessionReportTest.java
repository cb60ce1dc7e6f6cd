package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.RecordStorage;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.Finding;
import org.tenuto.proto.journal.LimitOverride;
import org.tenuto.proto.journal.Order;
import org.tenuto.report.RecordedSessions;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.fault.FaultScript;

/** The report of whole sessions, read against their record and against the physical truth. */
class SessionReportTest {

  private static final boolean FULL = Boolean.parseBoolean(System.getenv("CI"));
  private static final Path GOLDEN = Path.of("src", "test", "resources", "report", "session.html");

  private static final String EVENTFUL =
      "page-closed@50s+12s;key-pause@70s;dose-change@100s:300;audio-pause@125s;"
          + "station-killed@135s+3s;wall-step@150s:5000";

  /** One digit of the NE-1000's counter, nL. */
  private static final long DIGIT_NL = 1_000;

  /** In the drawing's units: letters are 10 high, the longest tick is 24 wide. */
  private static final double LABEL_APART = 11;

  private static final double TICK_APART = 26;

  /** The ticks of the values stand left of this. */
  private static final double UPWARDS = 60;

  @TempDir private Path dir;

  private record Ran(SessionResult result, RecordStorage record) {}

  private static Ran run(SessionPlan plan) {
    Session session = new Session(Runs.SITE, plan, Tripwire.never(), new Trace(null));
    return new Ran(session.run(), session.record());
  }

  private static Ran run(String protocol, String faults, Budget budget) {
    return run(
        new SessionPlan(
            1,
            Wish.usual(Runs.SITE.library(), protocol),
            Habits.BY_THE_BOOK,
            false,
            FaultScript.parse(faults),
            budget));
  }

  private static List<String> reports(RecordStorage record) throws Exception {
    try (JournalReader reader = JournalReader.open(record)) {
      RecordedSessions sessions = RecordedSessions.in(reader);
      List<String> all = new ArrayList<>();
      for (int number = 1; number <= sessions.count(); number++) {
        all.add(sessions.html(number));
      }
      return all;
    }
  }

  private static Paper only(RecordStorage record) throws Exception {
    List<String> all = reports(record);
    assertThat(all).hasSize(1);
    return new Paper(all.getFirst());
  }

  /** A session with a pause, a change, alarms, an override and a station that died. */
  private Path eventful() throws Exception {
    Ran ran = run("DEMO-3MIN", EVENTFUL, Budget.SURVIVABLE);
    assertThat(ran.result().outcome()).isEqualTo("COMPLETE");
    Path file = dir.resolve("journal.db");
    RecordCopy.write(
        RecordCopy.records(ran.record()),
        file,
        record -> RecordCopy.event(record, SessionReportTest::overridden));
    return file;
  }

  /** The device can't take an override yet: this is how it would stand on record. */
  private static ExecutorEvent overridden(ExecutorEvent event) {
    if (!event.hasOrderReadBack() && !event.hasOrderChanged()) {
      return event;
    }
    var changed = event.toBuilder();
    var readBack =
        event.hasOrderReadBack()
            ? changed.getOrderReadBackBuilder().getReadBackBuilder()
            : changed.getOrderChangedBuilder().getReadBackBuilder();
    readBack
        .getOrderBuilder()
        .setSecondStaffId("md-2")
        .addOverrides(
            LimitOverride.newBuilder()
                .setCode("DOSE_ABOVE_SOFT_LIMIT")
                .setReason("tolerated twice before"));
    readBack.addFindings(
        Finding.newBuilder()
            .setCode("DOSE_ABOVE_SOFT_LIMIT")
            .setSeverity("SOFT")
            .setText("dose 0.02 mg/kg: expected at most 0.015 mg/kg without a second person"));
    return changed.build();
  }

  @Test
  void theReportIsTheOneThatIsExpected() throws Exception {
    String html;
    try (JournalReader reader = JournalReader.open(eventful())) {
      RecordedSessions sessions = RecordedSessions.in(reader);
      assertThat(sessions.count()).isEqualTo(1);
      // Who built it, and so the hashes of the records, differ from place to place.
      html =
          sessions
              .html(1)
              .replaceAll("0\\.1\\.0 \\([0-9a-z]+\\)", "BUILD")
              .replaceAll("(record [0-9]+, SHA-256) [0-9a-f]{64}", "$1 HEAD");
    }
    if (Boolean.getBoolean("tenuto.regenerate")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, html);
    }
    assertThat(GOLDEN)
        .as("to write it anew: -Dtest=SessionReportTest -Dtenuto.regenerate=true, and look at it")
        .exists()
        .usingCharset("UTF-8")
        .hasContent(html);
  }

  @Test
  void itsFiguresAreThoseOfTheRecord() throws Exception {
    Path file = eventful();
    Paper paper = only(RecordStorage.in(file));
    List<JournalRecord> records = RecordCopy.records(RecordStorage.in(file));

    Checkpoint last = lastCheckpoint(records);
    assertThat(paper.row("delivered").subList(1, 4).stream().map(Paper::nl))
        .containsExactly(
            last.getLedger().getAtLeastNl(),
            last.getLedger().getAtMostNl(),
            last.getLedger().getCommandedNl());
    Order order = order(records);
    assertThat(paper.fact("patient")).startsWith(order.getWeightG() / 1_000 + " kg, ");
    assertThat(paper.fact("ordered by")).isEqualTo(order.getStaffId());
    assertThat(paper.fact("second check")).isEqualTo("md-2");
    assertThat(paper.fact("records used")).startsWith("seq 1 to " + records.size() + ",");
    assertThat(paper.fact("wall clock")).contains("in doubt: it was set by +5 s");
    assertThat(paper.text())
        .contains("tolerated twice before", "in force from", "station down", "None recorded.")
        .contains("Pressure", "not monitored");
    assertThat(paper.elements("tr")).hasSizeGreaterThan(40);
    assertThat(paper.count("rect", "gap")).isPositive();
  }

  @Test
  void aPumpWithASensorHasItsPressureOnPaper() throws Exception {
    SessionPlan plan =
        new SessionPlan(
            1,
            Wish.usual(Runs.SITE.library(), "DEMO-1MIN"),
            Habits.BY_THE_BOOK,
            true,
            FaultScript.parse(""),
            Budget.SURVIVABLE);
    Paper paper = only(run(plan).record());
    assertThat(paper.text()).contains("Pressure of the line, kPa").doesNotContain("not monitored");
    assertThat(paper.count("polyline", "pressure")).isPositive();
    assertThat(crowded(paper)).isEmpty();
  }

  private static Checkpoint lastCheckpoint(List<JournalRecord> records) throws Exception {
    Checkpoint last = Checkpoint.getDefaultInstance();
    for (JournalRecord record : records) {
      if (record.type().equals("Checkpoint")) {
        last = Checkpoint.parseFrom(record.payload());
      }
    }
    return last;
  }

  private static Order order(List<JournalRecord> records) throws Exception {
    for (JournalRecord record : records) {
      if (record.type().equals("ExecutorEvent")) {
        ExecutorEvent event = ExecutorEvent.parseFrom(record.payload());
        if (event.hasOrderReadBack()) {
          return event.getOrderReadBack().getReadBack().getOrder();
        }
      }
    }
    throw new AssertionError("no read-back");
  }

  /** Every alarm and every act stands in one report, once; the truth lies in the bracket. */
  @ParameterizedTest
  @CsvSource({"SURVIVABLE, 1", "UNLIMITED, 1001"})
  void whateverHappensComesToPaper(Budget budget, long firstSeed) throws Exception {
    int sessions = FULL ? 12 : 3;
    for (long seed = firstSeed; seed < firstSeed + sessions; seed++) {
      Ran ran = run(SessionPlan.draw(seed, budget, Runs.SITE.library()));
      List<JournalRecord> records = RecordCopy.records(ran.record());
      List<Paper> papers = new ArrayList<>();
      for (String html : reports(ran.record())) {
        papers.add(new Paper(html));
      }
      String plan = Replay.command(ran.result().plan());
      papers.forEach(paper -> assertThat(crowded(paper)).as(plan).isEmpty());
      if (!papers.isEmpty()) {
        assertThat(ids(papers, "alarm-", "before this order")).as(plan).isEqualTo(alarms(records));
        assertThat(ids(papers, "act-", "never")).as(plan).isEqualTo(acts(records));
        assertThat(ran.result().pushedNl())
            .as(plan)
            .isLessThanOrEqualTo(atMostNl(papers) + DIGIT_NL * (papers.size() + 1L));
      }
    }
  }

  /** Labels beside the curves that stand over each other, and ticks of the time that do. */
  private static List<String> crowded(Paper paper) {
    List<String> crowded = new ArrayList<>(tooClose(paper.places("label", "y"), LABEL_APART));
    List<Double> ticks = paper.places("tick", "x");
    crowded.addAll(tooClose(ticks.stream().filter(at -> at > UPWARDS).toList(), TICK_APART));
    return crowded;
  }

  private static List<String> tooClose(List<Double> places, double apart) {
    List<Double> sorted = places.stream().sorted().toList();
    List<String> found = new ArrayList<>();
    for (int i = 1; i < sorted.size(); i++) {
      double gap = sorted.get(i) - sorted.get(i - 1);
      if (gap < apart && !sorted.get(i).equals(sorted.get(i - 1))) {
        found.add(sorted.get(i - 1) + " and " + sorted.get(i));
      }
    }
    return found;
  }

  private static long atMostNl(List<Paper> papers) {
    long nl = 0;
    for (Paper paper : papers) {
      nl += Paper.nl(paper.row("delivered").get(2));
      for (List<String> priming : paper.rows("priming-").values()) {
        nl += Paper.nl(priming.get(3));
      }
    }
    return nl;
  }

  private static Set<String> ids(List<Paper> papers, String start, String carriedOver) {
    Set<String> ids = new TreeSet<>();
    for (Paper paper : papers) {
      for (Map.Entry<String, List<String>> row : paper.rows(start).entrySet()) {
        if (!row.getValue().getFirst().startsWith(carriedOver)) {
          assertThat(ids.add(row.getKey())).as("%s in two reports", row.getKey()).isTrue();
        }
      }
    }
    return ids;
  }

  private static Set<String> alarms(List<JournalRecord> records) throws Exception {
    Set<String> ids = new TreeSet<>();
    for (JournalRecord record : records) {
      if (record.type().equals("ExecutorEvent")
          && ExecutorEvent.parseFrom(record.payload()).hasAlarmRaised()) {
        ids.add("alarm-" + record.seq());
      }
    }
    return ids;
  }

  private static Set<String> acts(List<JournalRecord> records)
      throws InvalidProtocolBufferException {
    Set<String> ids = new TreeSet<>();
    for (JournalRecord record : records) {
      boolean act =
          switch (record.type()) {
            case "Intent", "HaltRequested" -> true;
            case "ExecutorEvent" -> ExecutorEvent.parseFrom(record.payload()).hasPanelPressed();
            default -> false;
          };
      if (act) {
        ids.add("act-" + record.seq());
      }
    }
    return ids;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                         | Completed: the ordered volume was delivered.",
        "key-stop@40s               | Stopped by staff, rn-1.",
        "panel-stop@40s             | Stopped by staff, with the button at the device.",
        "serial-cut@40s+60s         | Stopped by a fault: PUMP_LINE_LOST.",
        "executor-killed@40s+3s     | Broken off: the controller was lost.",
        "board-off@40s+5s           | 'Broken off: the board was started anew, as after a loss of"
            + " power.'",
      })
  void howItEndedIsSaidInOneLine(String faults, String words) throws Exception {
    Ran ran = run("DEMO-1MIN", faults, Budget.SURVIVABLE);
    Paper paper = only(ran.record());
    assertThat(paper.elements("p"))
        .filteredOn(one -> one.getAttribute("class").equals("result"))
        .singleElement()
        .satisfies(one -> assertThat(one.getTextContent()).isEqualTo(words));
    assertThat(ran.result().pushedNl())
        .isBetween(
            Paper.nl(paper.row("delivered").get(1)) - DIGIT_NL,
            Paper.nl(paper.row("delivered").get(2)) + DIGIT_NL);
  }

  /** 42 mL/h for 6 s after the last word, and that is said. */
  @Test
  void aLossOfPowerWidensTheBracket() throws Exception {
    Ran ran = run("DEMO-1MIN", "board-off@40s+5s", Budget.SURVIVABLE);
    Paper paper = only(ran.record());
    List<JournalRecord> records = RecordCopy.records(ran.record());
    long heardNl = 0;
    for (JournalRecord record : records) {
      if (record.type().equals("Checkpoint")) {
        var ledger = Checkpoint.parseFrom(record.payload()).getLedger();
        heardNl = Math.max(heardNl, ledger.getAtMostNl());
      } else if (record.type().equals("ExecutorEvent")) {
        var ledger = ExecutorEvent.parseFrom(record.payload()).getStamp().getLedger();
        heardNl = Math.max(heardNl, ledger.getAtMostNl());
      }
    }
    assertThat(Paper.nl(paper.row("delivered").get(2))).isEqualTo(heardNl + 70_000);
    assertThat(paper.count("rect", "gap")).isEqualTo(1);
    assertThat(paper.text()).contains("widened by 6 s at 42 mL/h");
  }

  @Test
  void whileTheStationIsDownNothingIsDrawn() throws Exception {
    Ran ran = run("DEMO-3MIN", "station-killed@60s+8s", Budget.SURVIVABLE);
    Paper paper = only(ran.record());
    assertThat(paper.count("rect", "gap")).isPositive();
    assertThat(paper.count("polyline", "flow")).isGreaterThan(1);
    assertThat(paper.text()).contains("station down");
  }

  /** Texts of a record are texts, wherever they stand; nothing of them is taken for markup. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert('x')</script>",
        "\"><svg onload=alert(1)>&amp;<!--",
        "]]> \u0000\u0001\u001b[31m \u202egnp.exe \ufffe",
        "x\ud83d\udc89\n\n\t",
        "",
      })
  void hostileTextsAreOnlyText(String hostile) throws Exception {
    Path file = dir.resolve("hostile.db");
    List<JournalRecord> records =
        RecordCopy.records(run("DEMO-1MIN", "key-pause@30s", Budget.SURVIVABLE).record());
    Set<String> free =
        Set.of("staff_id", "second_staff_id", "cause", "reason", "text", "build", "drug_name");
    RecordCopy.write(
        records,
        file,
        record ->
            RecordCopy.texts(record, (name, old) -> free.contains(name) ? hostile : old));
    List<String> htmls = reports(RecordStorage.in(file));
    assertThat(htmls).hasSize(1);
    assertThat(htmls.getFirst()).doesNotContain("<script", "<svg onload", "\u202e", "\u0000");
    Paper paper = new Paper(htmls.getFirst());
    assertThat(paper.elements("svg")).hasSize(1);
    assertThat(paper.elements("script")).isEmpty();
    assertThat(paper.rows("act-")).isNotEmpty();
  }

  /** Not even the names of states and codes have to be ones this version knows. */
  @Test
  void aRecordOfUnknownWordsStillComesToPaper() throws Exception {
    List<JournalRecord> records =
        RecordCopy.records(run("DEMO-1MIN", "key-pause@30s", Budget.SURVIVABLE).record());
    Path file = dir.resolve("unknown.db");
    RecordCopy.write(
        records,
        file,
        record ->
            RecordCopy.texts(
                record, (name, old) -> name.equals("state") ? old : "<" + name + ">"));
    Paper paper = only(RecordStorage.in(file));
    assertThat(paper.rows("act-").keySet()).isEqualTo(acts(records));
  }
}
