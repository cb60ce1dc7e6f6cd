package org.tenuto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenuto.journal.Verification.Break;
import org.tenuto.journal.Verification.Kind;

/** A journal of ten records, three of them published, tampered with in every way. */
class TamperedJournalTest {

  private static final String BLANK_WIRE = "NULL, NULL, NULL, NULL";

  @TempDir private Path dir;
  private Path file;

  @BeforeEach
  void writeJournal() throws JournalException {
    file = dir.resolve("session.journal");
    try (Journal journal = Journal.open(file)) {
      journal.appendAll(Sample.entries(10));
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aChangeToAnyColumnIsFound(String change, long seq) throws Exception {
    Tampering.with(file, "UPDATE record SET " + change + " WHERE seq = " + seq);
    assertBroken(seq, Kind.CHANGED);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
            "boot_id = 1",
            "mono_ns = mono_ns + 1",
            "wall_ms = wall_ms - 1",
            "type = 'Intent'",
            "payload = x'00'",
            "payload = zeroblob(length(payload))",
            "wire_seq = 77",
            "wire_seq = NULL",
            "wire_previous_hash = zeroblob(32)",
            "wire_hash = zeroblob(32)",
            "wire_body = x'00'",
            "previous_hash = zeroblob(32)",
            "hash = zeroblob(32)")
        .map(change -> Arguments.of(change, 6L));
  }

  @ParameterizedTest
  @MethodSource("deletions")
  void aDeletedRecordIsFound(String[] statements, long seq) throws Exception {
    Tampering.with(file, statements);
    assertBroken(seq, Kind.DELETED);
  }

  static Stream<Arguments> deletions() {
    return Stream.of(
        Arguments.of(new String[] {"DELETE FROM record WHERE seq = 1"}, 1L),
        Arguments.of(new String[] {"DELETE FROM record WHERE seq = 5"}, 5L),
        Arguments.of(new String[] {"DELETE FROM record WHERE seq IN (5, 6)"}, 5L),
        Arguments.of(new String[] {"DELETE FROM record WHERE seq = 10"}, 10L),
        Arguments.of(new String[] {"DELETE FROM record"}, 1L),
        Arguments.of(new String[] {"DELETE FROM record WHERE seq = 5", shift("seq > 5", -1)}, 5L));
  }

  @ParameterizedTest
  @MethodSource("swaps")
  void recordsThatChangedPlacesAreFound(long first, long second) throws Exception {
    Tampering.with(
        file,
        "UPDATE record SET seq = 99 WHERE seq = " + first,
        "UPDATE record SET seq = " + first + " WHERE seq = " + second,
        "UPDATE record SET seq = " + second + " WHERE seq = 99");
    assertBroken(first, Kind.REORDERED);
  }

  static Stream<Arguments> swaps() {
    return Stream.of(Arguments.of(5, 6), Arguments.of(3, 8), Arguments.of(2, 9));
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void anInsertedRecordIsFound(String previousHash, String hash) throws Exception {
    Tampering.with(file, shift("seq >= 5", 1), forged(5, previousHash, hash));
    assertBroken(5, Kind.INSERTED);
  }

  static Stream<Arguments> forgeries() {
    String hashOf4 = "(SELECT hash FROM record WHERE seq = 4)";
    return Stream.of(
        Arguments.of("zeroblob(32)", "zeroblob(32)"),
        Arguments.of(hashOf4, "zeroblob(32)"),
        Arguments.of("randomblob(32)", "randomblob(32)"),
        Arguments.of(
            "(SELECT previous_hash FROM record WHERE seq = 2)",
            "(SELECT hash FROM record WHERE seq = 2)"));
  }

  @Test
  void anInsertedRecordWithARightHashIsFound() throws Exception {
    JournalRecord fourth = read(4);
    JournalRecord forged = Chain.EMPTY.after(fourth).next(Sample.entry(1));
    String hash = "x'" + hex(forged) + "'";
    String payload =
        "(SELECT payload FROM record WHERE seq = 1)"; // Sample.entry(1), as forged above
    Tampering.with(
        file,
        shift("seq >= 5", 1),
        "INSERT INTO record SELECT 5, boot_id, mono_ns, wall_ms, type, "
            + payload
            + ", "
            + BLANK_WIRE
            + ", (SELECT hash FROM record WHERE seq = 4), "
            + hash
            + " FROM record WHERE seq = 1");
    assertBroken(5, Kind.INSERTED);
  }

  @Test
  void aRecordInsertedAtTheEndIsFound() throws Exception {
    Tampering.with(file, forged(11, "zeroblob(32)", "zeroblob(32)"));
    assertBroken(11, Kind.INSERTED);
  }

  private static String forged(long seq, String previousHash, String hash) {
    return "INSERT INTO record SELECT %d, boot_id, mono_ns, wall_ms, type, payload, %s, %s, %s"
            .formatted(seq, BLANK_WIRE, previousHash, hash)
        + " FROM record WHERE seq = 2";
  }

  private static String shift(String condition, int by) {
    // in one step SQLite would meet a number that is still taken
    return "UPDATE record SET seq = -seq WHERE %s; UPDATE record SET seq = -seq + %d WHERE seq < 0"
        .formatted(condition, by);
  }

  private void assertBroken(long seq, Kind kind) throws JournalException {
    try (JournalReader reader = JournalReader.open(file)) {
      Break broken = Optional.ofNullable(reader.verify().broken()).orElseThrow();
      assertThat(broken.seq()).as(broken.text()).isEqualTo(seq);
      assertThat(broken.kind()).as(broken.text()).isEqualTo(kind);
      assertThat(broken.text()).startsWith("record " + seq + " ");
    }
  }

  private JournalRecord read(long seq) throws JournalException {
    try (JournalReader reader = JournalReader.open(file)) {
      return reader.readAfter(seq - 1, 1).getFirst();
    }
  }

  private static String hex(JournalRecord record) {
    return HexFormat.of().formatHex(record.hash().toByteArray());
  }
}
