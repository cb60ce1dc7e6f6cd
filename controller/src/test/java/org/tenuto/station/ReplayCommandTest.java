package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.journal.Entry;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.ExecutorRecording;
import org.tenuto.proto.journal.HaltRequested;
import org.tenuto.proto.journal.JournalPruned;
import org.tenuto.proto.journal.Stamp;
import picocli.CommandLine;

/** What the replay says of records that hold nothing to be replayed; the rest is ReplayTest's. */
@NullMarked
class ReplayCommandTest {

  private static final Instant WALL = Instant.parse("2026-01-02T03:04:05.678Z");

  @TempDir private Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new ReplayCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private Path journal(Entry entry) throws Exception {
    Path file = dir.resolve("session.journal");
    try (Journal journal = Journal.open(file)) {
      journal.append(entry);
    }
    return file;
  }

  @Test
  void anExecutorWhoseInputsAreNotOnRecordCanNotBeReplayed() throws Exception {
    Path file =
        journal(Entry.confined(0xabc, 3, WALL, ExecutorEvent.getDefaultInstance()));

    assertThat(run(file.toString())).isEqualTo(1);
    assertThat(out)
        .hasToString(
            """
            executor 0000000000000abc, 2026-01-02T03:04:05.678Z to 2026-01-02T03:04:05.678Z
              0 cycles, 0 events the same
              DIFFERS: what it was told is not on record
            0 of 1 executors decided the same
            """);
    assertThat(run("--json", file.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("\"same\": false")
        .contains("\"difference\": \"what it was told is not on record\"");
  }

  private static Entry event(long bootId, int seq) {
    Stamp stamp = Stamp.newBuilder().setSeq(seq).build();
    return Entry.confined(bootId, seq, WALL, ExecutorEvent.newBuilder().setStamp(stamp).build());
  }

  private static Entry part(long bootId, long position) {
    return Entry.confined(
        bootId,
        position,
        WALL,
        ExecutorRecording.newBuilder()
            .setExecutorBootId(bootId)
            .setPosition(position)
            .setBytes(ByteString.copyFromUtf8("told"))
            .build());
  }

  private static Entry pruned(long firstSeq) {
    return Entry.confined(1, 9, WALL, JournalPruned.newBuilder().setFirstSeq(firstSeq).build());
  }

  /** Records from that one on, as if those before it had been let go. */
  private static List<JournalRecord> from(long firstSeq, Entry... entries) {
    List<JournalRecord> records = new ArrayList<>();
    for (Entry entry : entries) {
      records.add(
          new JournalRecord(
              firstSeq + records.size(),
              entry.bootId(),
              entry.monoNs(),
              entry.wall().toEpochMilli(),
              entry.type(),
              entry.payload(),
              null,
              ByteString.EMPTY,
              ByteString.EMPTY));
    }
    return records;
  }

  private static List<ReplayedBoot> replayed(List<JournalRecord> records) throws Exception {
    return new RecordReplay(_ -> null).all(records);
  }

  @Test
  void anExecutorWhoseBeginningWasPrunedIsNotCompared() throws Exception {
    ReplayedBoot boot =
        replayed(from(72, part(5, 40), event(5, 8), part(5, 44), pruned(72))).getFirst();
    assertThat(boot.alike()).isTrue();
    assertThat(boot.notComparable())
        .isEqualTo(
            "its beginning was pruned (anchor of 2026-01-02T03:04:05.678Z: the record begins at"
                + " record 72)");
    assertThat(new ReplayReport(List.of(boot), true).text())
        .contains("not comparable: its beginning was pruned", "nothing to compare\n");
    assertThat(new ReplayReport(List.of(boot), true).json())
        .contains("\"same\": true", "\"not_comparable\": \"its beginning was pruned");
  }

  @Test
  void aMissingBeginningThatNoAnchorExplainsIsALoss() throws Exception {
    String lost = "the beginning of the recording is lost";
    assertThat(difference(from(72, part(5, 40), event(5, 8)))).as("no anchor").isEqualTo(lost);
    assertThat(difference(from(72, part(5, 40), event(5, 8), pruned(60))))
        .as("the anchor of another place")
        .isEqualTo(lost);
    assertThat(difference(from(1, part(5, 40), event(5, 8), pruned(1))))
        .as("nothing was pruned")
        .isEqualTo(lost);
    assertThat(difference(from(72, event(5, 1), part(5, 40), pruned(72))))
        .as("it began after the anchor")
        .isEqualTo(lost);
    assertThat(difference(from(72, part(5, 40), event(5, 8), part(5, 90), pruned(72))))
        .as("a hole later")
        .startsWith("the recording has a hole, and its beginning was pruned");
    List<ReplayedBoot> both =
        replayed(from(72, part(5, 40), event(5, 8), part(6, 40), event(6, 8), pruned(72)));
    assertThat(both.getFirst().alike()).isTrue();
    assertThat(both.getLast().difference()).as("the one after it").isEqualTo(lost);
  }

  private static String difference(List<JournalRecord> records) throws Exception {
    assertThat(replayed(records)).hasSize(1);
    return String.valueOf(replayed(records).getFirst().difference());
  }

  @Test
  void aRecordWithoutAnExecutorSaysSo() throws Exception {
    Path file = journal(Entry.confined(1, 2, WALL, HaltRequested.getDefaultInstance()));

    assertThat(run(file.toString())).isZero();
    assertThat(out).hasToString("no executor is on record\n");
  }

  @Test
  void whatIsNoJournalIsNamed() throws Exception {
    assertThat(run(dir.resolve("none").toString())).isEqualTo(2);
    Path text = Files.writeString(dir.resolve("text"), "not a journal, ".repeat(500));
    assertThat(run(text.toString())).isNotZero();
    Path file = journal(Entry.confined(1, 2, WALL, HaltRequested.getDefaultInstance()));
    String library = dir.resolve("no.toml").toString();
    assertThat(run(file.toString(), "--library", library)).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("replay: "))
        .anyMatch(line -> line.contains("none"))
        .anyMatch(line -> line.contains("text"))
        .anyMatch(line -> line.contains("no.toml"));
  }
}
