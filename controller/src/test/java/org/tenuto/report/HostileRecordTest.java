package org.tenuto.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.station.JournalCommand;
import org.tenuto.station.ReplayCommand;
import picocli.CommandLine;

/**
 * What is no journal, or no more the one that was written, is told so in one line by every command
 * that reads one, and stays as it is, byte for byte.
 */
class HostileRecordTest {

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;

  /** How a command ended, and what it said about it. */
  private record Ended(String command, int code, String err) {}

  @TempDir private Path dir;
  private Path journal = Path.of("");

  @BeforeEach
  void writeJournal() throws Exception {
    journal = dir.resolve("journal.db");
    HandRecord.booted().started(10_000, 99).completed(70_000, 99, 600_000).write(journal);
  }

  private List<Ended> each(Path file) {
    String name = file.toString();
    List<Ended> all = new ArrayList<>();
    all.add(ended("verify", new JournalCommand(), "verify", name));
    all.add(ended("tail", new JournalCommand(), "tail", name));
    all.add(ended("export", new JournalCommand(), "export", name));
    all.add(ended("export csv", new JournalCommand(), "export", "--format", "csv", name));
    all.add(ended("replay", new ReplayCommand(), name));
    all.add(ended("replay json", new ReplayCommand(), "--json", name));
    all.add(ended("report", new ReportCommand(), name, "--out", dir + "/r.html", "--force"));
    all.add(ended("report json", new ReportCommand(), name, "--json"));
    all.add(ended("report list", new ReportCommand(), name, "--list"));
    return all;
  }

  private static Ended ended(String command, Object with, String... arguments) {
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(with)
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Ended(command, code, err.toString());
  }

  /** Of a file that is no journal: every command refuses it. */
  private void refused(Path file, String why) throws Exception {
    Map<String, String> before = content();
    for (Ended one : each(file)) {
      assertThat(one.code()).as("%s: %s", one.command(), one.err()).isEqualTo(BAD_INPUT);
      assertThat(one.err().lines()).as(one.command()).singleElement().asString().contains(why);
    }
    assertThat(content()).isEqualTo(before);
  }

  /** Of every file here but what a report makes. */
  private Map<String, String> content() throws Exception {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(dir)) {
      for (Path file : files.filter(HostileRecordTest::isKept).toList()) {
        all.put(
            file.getFileName().toString(),
            HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return all;
  }

  /** SQLite makes an index of its log, and an empty log, of whatever it opens. */
  private static boolean isKept(Path file) {
    String name = file.getFileName().toString();
    boolean empty = name.endsWith("-wal") && file.toFile().length() == 0;
    return Files.isRegularFile(file) && !name.equals("r.html") && !name.endsWith("-shm") && !empty;
  }

  private static void sql(Path file, String... statements) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.executeUpdate(one);
      }
    }
  }

  @Test
  void whatIsNoJournalIsRefused() throws Exception {
    refused(dir.resolve("none.db"), "no such file");
    refused(dir, "expected a file, not a folder or device");
    refused(Path.of("/dev/zero"), "expected a file, not a folder or device");
    refused(Files.createFile(dir.resolve("empty.db")), "an empty file");
    refused(Files.writeString(dir.resolve("text"), "not a journal\n".repeat(99)), "not an SQLite");
    Path other = dir.resolve("other.db");
    sql(other, "CREATE TABLE record (seq INTEGER)");
    refused(other, "not a Tenuto journal");
  }

  @Test
  void aJournalOfALaterVersionIsRefused() throws Exception {
    sql(journal, "PRAGMA user_version = 3");
    refused(journal, "format version 3, expected 1 or 2");
  }

  /** Cut in its header, in its schema, in its records, and by its last byte. */
  @ParameterizedTest
  @ValueSource(ints = {1, 50, 99, 100, 600, 4_096, 5_000, 8_192, 12_288, -4_096})
  void aJournalThatWasCutOffIsDamaged(int bytes) throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
      file.setLength(bytes > 0 ? bytes : file.length() + bytes);
    }
    Map<String, String> before = content();
    for (Ended one : each(journal)) {
      if (!one.command().equals("tail") || one.code() != 0) { // the end may be whole
        assertThat(one.code()).as("%s: %s", one.command(), one.err()).isIn(FAILED, BAD_INPUT);
        assertThat(one.err().lines()).as(one.command()).isNotEmpty();
        said(one);
      }
    }
    assertThat(content()).isEqualTo(before);
  }

  private static void said(Ended one) {
    assertThat(one.err().lines())
        .as(one.command())
        .noneMatch(line -> line.startsWith("\tat ") || line.contains("Exception"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE record",
        "ALTER TABLE record DROP COLUMN mono_ns",
        "DROP TABLE anchor",
        "UPDATE record SET payload = zeroblob(9999999) WHERE seq = 4",
        "UPDATE record SET type = '' WHERE seq = 4",
        "UPDATE record SET type = x'ff00' WHERE seq = 4",
        "UPDATE record SET boot_id = 'a', mono_ns = 'b', wall_ms = 'c' WHERE seq = 4",
        "UPDATE record SET wall_ms = 9223372036854775807 WHERE seq = 4",
        "UPDATE record SET wall_ms = -9223372036854775808, mono_ns = -1 WHERE seq = 4",
        "UPDATE record SET mono_ns = 9223372036854775807 WHERE seq > 4",
        "UPDATE record SET mono_ns = -9223372036854775808 WHERE seq > 4",
        "UPDATE record SET hash = x'' WHERE seq = 4",
        "UPDATE record SET wire_seq = 7 WHERE seq = 4",
        "UPDATE record SET seq = 9223372036854775807 WHERE seq = 4",
        "UPDATE record SET seq = -5 WHERE seq = 4",
        "UPDATE record SET payload = x'ffffffff' WHERE seq > 2",
        "DELETE FROM record WHERE seq = 1",
        "DELETE FROM record WHERE seq = (SELECT max(seq) FROM record)",
        "DELETE FROM record",
        "UPDATE record SET wall_ms = wall_ms + 1 WHERE seq = 2",
        "UPDATE record SET boot_id = boot_id + 1 WHERE seq = 2",
      })
  void whatWasDoneToARecordIsToldAndNeverATrace(String change) throws Exception {
    sql(
        journal,
        "PRAGMA ignore_check_constraints = 1",
        "DROP TRIGGER record_is_never_changed",
        "DROP TRIGGER record_is_only_pruned",
        "DROP TRIGGER anchor_is_never_deleted",
        change);
    Map<String, String> before = content();
    for (Ended one : each(journal)) {
      if (!one.command().equals("tail")) {
        assertThat(one.code()).as("%s: %s", one.command(), one.err()).isIn(FAILED, BAD_INPUT);
        assertThat(one.err().lines()).as(one.command()).isNotEmpty();
      }
      said(one);
    }
    assertThat(content()).isEqualTo(before);
  }

  /** A table without our constraints: where nothing may be empty, everything is. */
  @Test
  void aRecordOfNothingIsToldAndNeverATrace() throws Exception {
    sql(
        journal,
        "DROP TRIGGER anchor_is_told",
        "CREATE TABLE other AS SELECT * FROM record",
        "DROP TABLE record",
        "ALTER TABLE other RENAME TO record",
        "UPDATE record SET boot_id = NULL, mono_ns = NULL, wall_ms = NULL, type = NULL,"
            + " payload = NULL, previous_hash = NULL, hash = NULL WHERE seq = 4");
    for (Ended one : each(journal)) {
      if (!one.command().equals("tail")) {
        assertThat(one.code()).as("%s: %s", one.command(), one.err()).isIn(FAILED, BAD_INPUT);
      }
      said(one);
    }
  }

  /** What a process that was killed leaves beside it is read with it, and left. */
  @Test
  void whatAKilledWriterLeftIsReadAndLeftAsItIs() throws Exception {
    Path left = Files.createDirectory(dir.resolve("left"));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = 0");
      statement.executeUpdate("INSERT INTO cursor (name, position) VALUES ('left', 7)");
      for (String suffix : List.of("", "-wal", "-shm")) {
        Files.copy(Path.of(journal + suffix), left.resolve("journal.db" + suffix));
      }
    }
    byte[] file = Files.readAllBytes(left.resolve("journal.db"));
    byte[] wal = Files.readAllBytes(left.resolve("journal.db-wal"));
    assertThat(wal).isNotEmpty();
    Path copy = left.resolve("journal.db");
    assertThat(ended("verify", new JournalCommand(), "verify", copy.toString()).code()).isZero();
    for (Ended one : each(copy)) {
      int expected = one.command().startsWith("replay") ? FAILED : 0;
      assertThat(one.code()).as("%s: %s", one.command(), one.err()).isEqualTo(expected);
    }
    assertThat(copy).hasBinaryContent(file);
    assertThat(left.resolve("journal.db-wal")).hasBinaryContent(wal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a?mode=memory", "100%", "a#b", ":memory:", "file:x"})
  void aNameIsANameAndNothingElse(String name) throws Exception {
    Path file = Files.copy(journal, dir.resolve(name));
    assertThat(ended("verify", new JournalCommand(), "verify", file.toString()).code()).isZero();
    try (Stream<Path> all = Files.list(dir)) {
      assertThat(all.map(one -> one.getFileName().toString()))
          .contains(name)
          .allMatch(one -> one.startsWith("journal.db") || one.startsWith(name));
    }
  }
}
