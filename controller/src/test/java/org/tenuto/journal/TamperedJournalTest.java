package org.tenuto.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.journal.Tampering.exchange;
import static org.tenuto.journal.Tampering.forged;
import static org.tenuto.journal.Tampering.shift;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenuto.journal.Verification.Break;
import org.tenuto.journal.Verification.Kind;

/** A journal of sixty records, every third published, tampered with in every way, by seed. */
class TamperedJournalTest {

  private static final int RECORDS = 60;
  private static final int CASES = 40;

  /** Every column but the number, and what somebody writes over it. */
  private static final List<String> CHANGES =
      List.of(
          "boot_id = boot_id + 1",
          "boot_id = 1",
          "mono_ns = mono_ns + 1",
          "mono_ns = -mono_ns",
          "wall_ms = wall_ms - 1",
          "type = 'Intent'",
          "type = type || ' '",
          "payload = x''",
          "payload = zeroblob(length(payload))",
          "payload = payload || x'00'",
          "payload = substr(payload, 1, length(payload) - 1)",
          "wire_seq = 777",
          "wire_seq = CASE WHEN wire_seq IS NULL THEN 778 END",
          "wire_previous_hash = randomblob(32)",
          "wire_hash = randomblob(32)",
          "wire_hash = CASE WHEN wire_hash IS NULL THEN x'01' END",
          "wire_body = CAST(COALESCE(wire_body, x'') || x'01' AS BLOB)",
          "previous_hash = randomblob(32)",
          "previous_hash = substr(previous_hash, 1, 31) || x'ee'",
          "hash = randomblob(32)",
          "hash = substr(hash, 1, 31) || x'ee'",
          "hash = substr(hash, 1, 16)",
          "previous_hash = x'', hash = x''");

  @TempDir private static Path untouched;
  @TempDir private Path dir;
  private Path file;

  @BeforeAll
  static void writeJournal() throws JournalException {
    try (Journal journal = Journal.open(untouched.resolve("session.journal"))) {
      journal.appendAll(Sample.entries(RECORDS));
    }
  }

  @BeforeEach
  void copyJournal() throws Exception {
    file = dir.resolve("session.journal");
    copy();
  }

  private void copy() throws Exception {
    Files.copy(
        untouched.resolve("session.journal"), file, StandardCopyOption.REPLACE_EXISTING);
  }

  static Stream<String> changes() {
    return CHANGES.stream();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aChangeToAnyColumnIsFound(String change) throws Exception {
    var random = new SplittableRandom(change.hashCode());
    List<Long> positions = new ArrayList<>(List.of(1L, 2L, 3L, RECORDS - 1L, (long) RECORDS));
    for (int i = 0; i < 8; i++) {
      positions.add(random.nextLong(4, RECORDS - 1));
    }
    for (long seq : positions) {
      copy();
      Tampering.with(file, "UPDATE record SET " + change + " WHERE seq = " + seq);
      boolean lastOfAll = seq == RECORDS && change.startsWith("previous_hash = x''");
      if (lastOfAll) { // nothing there hangs on to the rest any more: put in, and the last is gone
        assertThat(told()).contains("record 60 inserted (it follows nothing)");
      } else {
        assertThat(ofRecords()).as("%s at %d", change, seq).hasSize(1);
        assertThat(ofRecords().getFirst()).startsWith("record " + seq + " changed (");
      }
    }
  }

  @Test
  void whatWasChangedIsSaid() throws Exception {
    Tampering.with(
        file,
        "UPDATE record SET payload = x'00' WHERE seq = 7",
        "UPDATE record SET hash = zeroblob(32) WHERE seq = 20",
        "UPDATE record SET previous_hash = zeroblob(32) WHERE seq = 40");
    assertThat(told())
        .containsExactly(
            "record 7 changed (hash is not of its content)",
            "record 20 changed (its hash; the content is as it was written)",
            "record 40 changed (its hash of the one before; the content is as it was written)");
  }

  @Test
  void aRecordThatWasHashedAnewIsNamedToo() throws Exception {
    for (long seq : new long[] {1, 2, 30, RECORDS - 1}) {
      copy();
      Rewriting.of(file, seq, "payload = x'0801'", false);
      assertThat(ofRecords()).as("record %d", seq).hasSize(1);
      assertThat(ofRecords().getFirst()).startsWith("record " + seq + " changed (and hashed anew");
    }
  }

  @Test
  void aChainThatWasHashedAnewToItsEndIsFoundByItsHead() throws Exception {
    String head = HexFormat.of().formatHex(read(RECORDS).hash().toByteArray());
    try (JournalReader reader = JournalReader.open(file)) {
      assertThat(reader.verify(head).breaks()).isEmpty();
      String older = HexFormat.of().formatHex(read(30).hash().toByteArray());
      assertThat(reader.verify(older).breaks()).as("it has grown since").isEmpty();
    }
    Rewriting.of(file, 30, "payload = x'0801'", true);
    assertThat(told()).isEmpty();
    try (JournalReader reader = JournalReader.open(file)) {
      assertThat(reader.verify(head).breaks())
          .singleElement()
          .satisfies(found -> assertThat(found.kind()).isEqualTo(Kind.HEAD));
    }
  }

  @Test
  void anEndThatWasCutOffIsFoundByItsHeadEvenIfItsNumberIsForgotten() throws Exception {
    String head = HexFormat.of().formatHex(read(RECORDS).hash().toByteArray());
    Tampering.with(
        file, "DELETE FROM record WHERE seq > 55", "UPDATE sqlite_sequence SET seq = 55");
    assertThat(told()).isEmpty();
    try (JournalReader reader = JournalReader.open(file)) {
      assertThat(reader.verify(head).breaks())
          .singleElement()
          .satisfies(
              found ->
                  assertThat(found.text())
                      .isEqualTo(
                          "head: no record has the hash "
                              + head
                              + ", the last is 55: what came after was cut off, or rewritten"));
    }
  }

  @Test
  void aPublishedPartIsFoundEvenIfEveryRecordWasHashedAnew() throws Exception {
    Rewriting.of(file, 30, "wire_body = x'0801'", true);
    assertThat(told()).containsExactly("published event 10 changed (hash is not of its content)");
  }

  @Test
  void deletedRecordsAreFoundWhetherTheRestClosesUpOrNot() throws Exception {
    var random = new SplittableRandom(2);
    for (int i = 0; i < CASES; i++) {
      copy();
      long from = i == 0 ? 1 : random.nextLong(1, RECORDS + 1);
      long to = i == 1 ? RECORDS : Math.min(RECORDS, from + random.nextLong(0, 9));
      boolean closes = random.nextBoolean();
      Tampering.with(file, "DELETE FROM record WHERE seq BETWEEN %d AND %d".formatted(from, to));
      if (closes) {
        Tampering.with(file, shift("seq > " + to, (int) -(to - from + 1)));
      }
      assertThat(ofRecords())
          .as("%d..%d, closed up: %s", from, to, closes)
          .containsExactly(
              from == to
                  ? "record " + from + " missing"
                  : "records " + from + ".." + to + " missing");
    }
  }

  @Test
  void aJournalWithNothingLeftIsFound() throws Exception {
    Tampering.with(file, "DELETE FROM record");
    assertThat(told()).containsExactly("records 1..60 missing");
  }

  @Test
  void recordsThatChangedPlacesAreFound() throws Exception {
    var random = new SplittableRandom(3);
    for (int i = 0; i < CASES; i++) {
      copy();
      long first = i == 0 ? 1 : random.nextLong(1, RECORDS);
      long second = i < 5 ? first + 1 : random.nextLong(first + 1, RECORDS + 1);
      Tampering.with(file, exchange(first, second));
      assertThat(ofRecords())
          .containsExactly("records " + first + " and " + second + " exchanged");
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 20", "20, 10", "1, 60", "60, 1", "5, 7"})
  void aRecordThatWasMovedIsFound(long from, long to) throws Exception {
    Tampering.with(
        file,
        "UPDATE record SET seq = 999999 WHERE seq = " + from,
        shift(
            "seq BETWEEN %d AND %d".formatted(Math.min(from, to), Math.max(from, to)),
            from < to ? -1 : 1),
        "UPDATE record SET seq = " + to + " WHERE seq = 999999");
    assertThat(ofRecords())
        .containsExactly("record " + from + " moved (it stands at " + to + ")");
  }

  @Test
  void insertedRecordsAreFound() throws Exception {
    var random = new SplittableRandom(4);
    for (int i = 0; i < CASES; i++) {
      copy();
      long at = i == 0 ? 1 : i == 1 ? RECORDS + 1 : random.nextLong(2, RECORDS + 1);
      String before = "(SELECT previous_hash FROM record WHERE seq = " + (at + 1) + ")";
      List<String[]> hashes =
          List.of(
              new String[] {"zeroblob(32)", "zeroblob(32)"},
              new String[] {"randomblob(32)", "randomblob(32)"},
              new String[] {at > RECORDS ? "randomblob(32)" : before, "zeroblob(32)"},
              new String[] {
                "(SELECT previous_hash FROM record WHERE seq = 2)",
                "(SELECT hash FROM record WHERE seq = 2)"
              });
      String[] chosen = at <= 2 ? hashes.get(i % 2) : hashes.get(i % 4);
      Tampering.with(file, shift("seq >= " + at, 1), forged(at, chosen[0], chosen[1]));
      assertThat(ofRecords()).as("%s at %d", chosen[0], at).hasSize(1);
      assertThat(ofRecords().getFirst()).startsWith("record " + at + " inserted");
    }
  }

  @Test
  void anInsertedRecordWithARightHashIsFound() throws Exception {
    JournalRecord forged = Chain.EMPTY.after(read(4)).next(Sample.entry(1));
    String hash = "x'" + HexFormat.of().formatHex(forged.hash().toByteArray()) + "'";
    Tampering.with(
        file,
        shift("seq >= 5", 1),
        "INSERT INTO record SELECT 5, boot_id, mono_ns, wall_ms, type, payload, NULL, NULL, NULL,"
            + " NULL, (SELECT hash FROM record WHERE seq = 4), "
            + hash
            + " FROM record WHERE seq = 1");
    assertThat(told()).containsExactly("record 5 inserted");
  }

  @Test
  void aRecordBeforeTheFirstIsFound() throws Exception {
    Tampering.with(file, forged(-3, "zeroblob(32)", "zeroblob(32)"));
    assertThat(told()).containsExactly("record -3 inserted (it follows nothing)");
  }

  @Test
  void recordsWithOtherNumbersAreFound() throws Exception {
    Tampering.with(file, shift("seq > 50", 100));
    assertThat(ofRecords()).containsExactly("record 51 and on renumbered (it stands at 151)");
  }

  @Test
  void everythingThatWasDoneIsNamed() throws Exception {
    Tampering.with(
        file,
        "UPDATE record SET payload = x'00' WHERE seq = 8",
        exchange(13, 14),
        "DELETE FROM record WHERE seq IN (20, 21, 22)",
        shift("seq >= 41", 1),
        forged(41, "randomblob(32)", "randomblob(32)"),
        "UPDATE record SET type = 'Intent' WHERE seq = 53");
    assertThat(ofRecords())
        .containsExactly(
            "record 8 changed (hash is not of its content)",
            "records 13 and 14 exchanged",
            "records 20..22 missing",
            "record 41 inserted (it follows nothing)",
            "record 52 changed (hash is not of its content)");
    assertThat(told()).contains("published event 7 missing");
  }

  private List<String> told() throws JournalException {
    try (JournalReader reader = JournalReader.open(file)) {
      return reader.verify().breaks().stream().map(Break::text).toList();
    }
  }

  /** Without what is said of the published parts. */
  private List<String> ofRecords() throws JournalException {
    return told().stream().filter(text -> text.startsWith("record")).toList();
  }

  private JournalRecord read(long seq) throws JournalException {
    try (JournalReader reader = JournalReader.open(file)) {
      return reader.readAfter(seq - 1, 1).getFirst();
    }
  }
}
