package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.journal.Entry;
import org.tenuto.journal.Journal;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.HaltRequested;
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
