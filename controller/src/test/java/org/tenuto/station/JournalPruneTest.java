package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.journal.Entry;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalReader;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.Stamp;
import org.tenuto.proto.journal.StationStarted;
import org.tenuto.proto.telemetry.EventBody;
import picocli.CommandLine;

/** Fifty records of two hundred days ago, then the beginning of a station and an executor. */
@NullMarked
class JournalPruneTest {

  private final Instant longAgo = Instant.now().minus(Duration.ofDays(200));

  @TempDir private Path dir;
  private Path file;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeJournal() throws Exception {
    file = dir.resolve("journal.db");
    try (Journal journal = Journal.open(file)) {
      for (int i = 0; i < 50; i++) {
        journal.append(Entry.confined(1, i, longAgo, Checkpoint.getDefaultInstance()));
      }
      journal.append(Entry.confined(1, 1, longAgo, StationStarted.getDefaultInstance()));
      journal.append(event("IDLE"));
    }
  }

  private Entry event(String state) {
    return Entry.publishable(
        2,
        1,
        longAgo,
        ExecutorEvent.newBuilder()
            .setStamp(Stamp.newBuilder().setState(state).setOrderNonce(9))
            .build(),
        EventBody.getDefaultInstance());
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(file.toString());
    return new CommandLine(new JournalCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  @Test
  void nothingThatIsNotExportedGoes() throws Exception {
    assertThat(run("prune", "--yes")).isZero();
    assertThat(out)
        .hasToString("journal " + file + ": nothing to prune, kept record 1: not exported\n");
    assertThat(firstSeq()).isEqualTo(1);
  }

  @Test
  void itIsSaidFirstAndDoneWhenToldTo() throws Exception {
    assertThat(run("export", "--out", dir.resolve("all.jsonl").toString())).isZero();
    out.getBuffer().setLength(0);
    assertThat(run("prune")).isZero();
    String records = "journal " + file + ": records 1..50 ";
    String kept = " (age), kept from record 51: the last station's beginning; ";
    assertThat(out).hasToString(records + "would be pruned" + kept + "do it with --yes\n");
    assertThat(firstSeq()).isEqualTo(1);
    out.getBuffer().setLength(0);
    assertThat(run("prune", "--yes")).isZero();
    assertThat(out).hasToString(records + "pruned" + kept + "record 53 says so\n");
    assertThat(firstSeq()).isEqualTo(51);
    out.getBuffer().setLength(0);
    assertThat(run("verify")).isZero();
    assertThat(out.toString()).contains("sound, 3 records, 1 of them published, those before"
        + " record 51 pruned");
    assertThat(run("export", "--from", "1")).isZero();
    assertThat(run("tail")).isZero();
    assertThat(out.toString()).contains("JournalPruned  first_seq: 51");
  }

  @Test
  void whoeverWritesItKeepsIt() throws Exception {
    assertThat(run("export", "--out", dir.resolve("all.jsonl").toString())).isZero();
    try (Journal _ = Journal.open(file)) {
      assertThat(run("prune")).as("only says so").isZero();
      assertThat(run("prune", "--yes")).isEqualTo(2);
    }
    assertThat(err.toString()).contains("is being written by process");
    assertThat(firstSeq()).isEqualTo(1);
  }

  @Test
  void anOrderThatIsNotOverKeepsEverything() throws Exception {
    try (Journal journal = Journal.open(file)) {
      journal.append(event("PAUSED"));
    }
    assertThat(run("export", "--out", dir.resolve("all.jsonl").toString())).isZero();
    assertThat(run("prune")).isZero();
    assertThat(out.toString()).contains("would be pruned", "; not while an order is not over");
    assertThat(run("prune", "--yes")).isEqualTo(2);
    assertThat(err.toString()).contains("an order is not over: nothing is pruned");
    assertThat(firstSeq()).isEqualTo(1);
  }

  @Test
  void aStationPrunesWhenItBeginsAtRest() throws Exception {
    StationConfig settings = settings("keep_days = 100\n");
    prune(settings);
    assertThat(firstSeq()).as("not exported").isEqualTo(1);
    assertThat(run("export", "--out", dir.resolve("all.jsonl").toString())).isZero();
    prune(settings("keep_days = 300\n"));
    assertThat(firstSeq()).as("young enough").isEqualTo(1);
    prune(settings);
    assertThat(firstSeq()).isEqualTo(51);
    assertThat(run("verify")).isZero();
  }

  @Test
  void aMarkThatIsNoneKeepsEverything() throws Exception {
    Files.writeString(dir.resolve("journal.db.exported"), "records up to 1000000\n");
    prune(settings(""));
    assertThat(firstSeq()).isEqualTo(1);
    assertThat(run("prune", "--yes")).isEqualTo(1);
    assertThat(err.toString()).contains("export mark " + file + ".exported: not one");
  }

  @Test
  void badInputIsNamed() {
    assertThat(run("prune", "--keep-days", "1")).isEqualTo(2);
    assertThat(run("prune", "--max-mib", "0")).isEqualTo(2);
    assertThat(run("prune", "--keep-sessions", "0")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--keep-days 1: expected 2 to 36500")
        .contains("--max-mib 0: expected 16 to 1000000")
        .contains("--keep-sessions 0: expected 1 to 10000");
  }

  private void prune(StationConfig settings) throws Exception {
    try (Journal journal = Journal.open(file)) {
      RecordPruning.atStart(settings, journal, 7, new BoardClock());
    }
  }

  private StationConfig settings(String retention) throws Exception {
    Path config = dir.resolve("station.toml");
    Files.writeString(
        config,
        """
        site = "test"
        device = "test-1"
        staff.file = "staff.toml"
        [link]
        dir = "link"
        [journal]
        file = "journal.db"
        %s[library]
        files = ["a.toml"]
        trusted_keys = ["a.pem"]
        """
            .formatted(retention));
    return StationConfig.read(config);
  }

  private long firstSeq() throws Exception {
    try (JournalReader reader = JournalReader.open(file)) {
      assertThat(reader.verify().breaks()).isEmpty();
      return reader.readAfter(0, 1).getFirst().seq();
    }
  }
}
