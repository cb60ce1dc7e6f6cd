package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.journal.Entry;
import org.tenuto.journal.Journal;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.HaltRequested;
import org.tenuto.proto.journal.StateChanged;
import org.tenuto.proto.telemetry.EventBody;
import picocli.CommandLine;

@NullMarked
class JournalCommandTest {

  @TempDir private Path dir;
  private Path file;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeJournal() throws Exception {
    file = dir.resolve("session.journal");
    Instant wall = Instant.parse("2026-01-02T03:04:05.678Z");
    try (Journal journal = Journal.open(file)) {
      journal.append(
          Entry.confined(
              1,
              2,
              wall,
              HaltRequested.newBuilder()
                  .setKind(HaltRequested.Kind.STOP)
                  .setStaffId("rn-7")
                  .build()));
      journal.append(
          Entry.publishable(
              1,
              3,
              wall,
              ExecutorEvent.newBuilder()
                  .setStateChanged(StateChanged.newBuilder().setFrom("INFUSING").setTo("IDLE"))
                  .build(),
              EventBody.getDefaultInstance()));
    }
  }

  private int run(String... arguments) {
    return new CommandLine(new JournalCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void aSoundJournalIsSaidToBe() {
    assertThat(run("verify", file.toString())).isZero();
    assertThat(out.toString())
        .startsWith("journal " + file + ": sound, 2 records, 1 of them published\nhead ");
    String head = out.toString().strip().substring(out.toString().lastIndexOf(' ') + 1);
    assertThat(run("verify", "--head", head, file.toString())).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aBrokenRecordIsNamedAndExitsWithOne() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DROP TRIGGER record_is_never_changed");
      statement.executeUpdate("UPDATE record SET payload = x'00' WHERE seq = 2");
    }
    assertThat(run("verify", file.toString())).isEqualTo(1);
    assertThat(err)
        .hasToString(
            """
            journal %s: record 2 changed (hash is not of its content)
            """
                .formatted(file));
  }

  @Test
  void aHeadThatIsGoneExitsWithOne() {
    assertThat(run("verify", "--head", "ab".repeat(32), file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("head: no record has the hash abab");
  }

  @Test
  void aDamagedFileExitsWithOne() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
    Files.write(file, bytes);
    assertThat(run("verify", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("damaged");
  }

  @Test
  void theEndIsShownOneRecordALine() {
    assertThat(run("tail", file.toString())).isZero();
    assertThat(out)
        .hasToString(
            """
            1  2026-01-02T03:04:05.678Z  -  HaltRequested  kind: STOP staff_id: "rn-7"
            2  2026-01-02T03:04:05.678Z  w1  ExecutorEvent  \
            state_changed { from: "INFUSING" to: "IDLE" }
            """);
  }

  @Test
  void asManyLinesAsAskedFor() {
    assertThat(run("tail", "-n", "1", file.toString())).isZero();
    assertThat(out.toString().lines()).hasSize(1).allMatch(line -> line.startsWith("2  "));
  }

  @Test
  void badInputIsNamedAndExitsWithTwo() throws Exception {
    Path none = dir.resolve("none");
    assertThat(run("verify", none.toString())).isEqualTo(2);
    assertThat(run("tail", none.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("journal " + none + ": no such file");
    assertThat(none).doesNotExist();
    Path text = Files.writeString(dir.resolve("text"), "no journal");
    assertThat(run("verify", text.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("not an SQLite file");
    assertThat(run("tail", "-n", "-1", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("-n -1: expected 0 or more");
    assertThat(run("verify", "--head", "ab", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--head ab: expected 64 hexadecimal digits");
    assertThat(run()).isEqualTo(2);
  }
}
