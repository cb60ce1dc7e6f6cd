package org.tenuto.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.journal.JournalException.Reason;

class JournalTest {

  @TempDir private Path dir;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = dir.resolve("session.journal");
  }

  @Test
  void whatWasAppendedIsReadBackAsItWas() throws Exception {
    List<JournalRecord> written;
    try (Journal journal = Journal.open(file)) {
      written = journal.appendAll(Sample.entries(10));
    }
    try (JournalReader reader = JournalReader.open(file)) {
      assertThat(reader.readAfter(0, 100)).isEqualTo(written);
      assertThat(reader.readAfter(7, 2)).isEqualTo(written.subList(7, 9));
      assertThat(written).extracting(JournalRecord::seq).startsWith(1L, 2L, 3L).endsWith(10L);
      assertSound(reader.verify(), 10, 3);
    }
  }

  @Test
  void anEmptyJournalIsSound() throws Exception {
    Journal.open(file).close();
    try (JournalReader reader = JournalReader.open(file)) {
      assertSound(reader.verify(), 0, 0);
      assertThat(reader.last()).isEmpty();
    }
  }

  @Test
  void bothChainsGoOnAfterReopening() throws Exception {
    for (int boot = 0; boot < 3; boot++) {
      try (Journal journal = Journal.open(file)) {
        journal.appendAll(Sample.entries(5));
        assertThat(journal.lastSeq()).isEqualTo(5 * (boot + 1L));
        assertThat(journal.lastWireSeq()).isEqualTo(boot + 1L);
      }
    }
    try (JournalReader reader = JournalReader.open(file)) {
      assertSound(reader.verify(), 15, 3);
    }
  }

  @Test
  void onlyPublishableRecordsHaveAWireSequenceAndItHasNoGaps() throws Exception {
    try (Journal journal = Journal.open(file);
        JournalReader reader = JournalReader.open(file)) {
      journal.appendAll(Sample.entries(10));
      List<JournalRecord> wire = reader.readWireAfter(0, 100);
      assertThat(wire).extracting(JournalRecord::seq).containsExactly(3L, 6L, 9L);
      assertThat(wire)
          .extracting(r -> Optional.ofNullable(r.wire()).orElseThrow().seq())
          .containsExactly(1L, 2L, 3L);
      assertThat(reader.readWireAfter(2, 100)).isEqualTo(wire.subList(2, 3));
    }
  }

  @Test
  void theLastOfATypeAndOfABootIsFound() throws Exception {
    try (Journal journal = Journal.open(file);
        JournalReader reader = JournalReader.open(file)) {
      journal.appendAll(Sample.entries(4));
      assertThat(reader.lastOf("Checkpoint").orElseThrow().seq()).isEqualTo(4);
      assertThat(reader.lastOf("Checkpoint", Sample.BOOT).orElseThrow().seq()).isEqualTo(4);
      assertThat(reader.lastOf("Checkpoint", 7)).isEmpty();
      assertThat(reader.lastOf("Intent")).isEmpty();
    }
  }

  @Test
  void aReaderPositionSurvivesClosingAndNeverGoesBack() throws Exception {
    try (Journal journal = Journal.open(file)) {
      journal.advance("telemetry", 7);
      journal.advance("telemetry", 5);
      assertThat(journal.cursor("telemetry")).isEqualTo(7);
      assertThat(journal.cursor("report")).isZero();
    }
    try (Journal journal = Journal.open(file)) {
      assertThat(journal.cursor("telemetry")).isEqualTo(7);
    }
  }

  @Test
  void aSecondWriterIsRefusedAndNamesTheFirst() throws Exception {
    try (Journal journal = Journal.open(file)) {
      assertThatThrownBy(() -> Journal.open(file))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("written by process " + ProcessHandle.current().pid());
      journal.append(Sample.entry(1));
    }
    Journal.open(file).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE record SET mono_ns = 0 WHERE seq = 2",
        "DELETE FROM record WHERE seq = 3",
        "INSERT OR REPLACE INTO record SELECT * FROM record WHERE seq = 2",
        "INSERT INTO record SELECT 9, boot_id, mono_ns, wall_ms, type, payload, NULL, NULL, NULL,"
            + " NULL, previous_hash, hash FROM record WHERE seq = 2"
      })
  void theTableItselfRefusesAnythingButAppending(String sql) throws Exception {
    try (Journal journal = Journal.open(file)) {
      journal.appendAll(Sample.entries(3));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate(sql))
          .hasMessageContaining("journal records");
    }
  }

  @Test
  void aFileThatIsNoJournalIsLeftAsItIs() throws Exception {
    String text = "not a database, and long enough to be taken for one: ".repeat(20);
    Files.writeString(file, text);
    assertThatThrownBy(() -> Journal.open(file))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_A_JOURNAL));
    assertThat(file).hasContent(text);
  }

  @Test
  void anotherDatabaseIsRefused() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE record (a)");
    }
    assertThatThrownBy(() -> Journal.open(file)).hasMessageContaining("not a Tenuto journal");
    assertThatThrownBy(() -> JournalReader.open(file)).hasMessageContaining("not a Tenuto journal");
  }

  @Test
  void aDirectoryIsNoJournal() {
    assertThatThrownBy(() -> Journal.open(dir)).hasMessageContaining("can't be opened or written");
    assertThatThrownBy(() -> JournalReader.open(dir)).hasMessageContaining("expected a file, not a folder or device");
  }

  @Test
  void aMissingDirectoryIsNamed() {
    assertThatThrownBy(() -> Journal.open(dir.resolve("nowhere/session.journal")))
        .hasMessageContaining("directory does not exist");
  }

  @Test
  void aJournalWithABrokenEndTakesNothingMore() throws Exception {
    try (Journal journal = Journal.open(file)) {
      journal.appendAll(Sample.entries(5));
    }
    Tampering.with(file, "UPDATE record SET mono_ns = 1 WHERE seq = 5");
    assertThatThrownBy(() -> Journal.open(file)).hasMessageContaining("record 5 changed");
    try (JournalReader reader = JournalReader.open(file)) {
      assertThat(reader.readAfter(0, 100)).hasSize(5);
    }
  }

  @Test
  void openingALongJournalChecksItsEndOnly() throws Exception {
    try (Journal journal = Journal.open(file)) {
      journal.appendAll(Sample.entries(2_000));
    }
    Tampering.with(file, "UPDATE record SET mono_ns = 1 WHERE seq = 5");
    try (Journal journal = Journal.open(file)) {
      journal.append(Sample.entry(3));
    }
    try (JournalReader reader = JournalReader.open(file)) {
      assertThat(Optional.ofNullable(reader.verify().broken()).orElseThrow().seq()).isEqualTo(5);
    }
  }

  /** A quiet infusion: a checkpoint each second, nothing to publish for an hour. */
  @Test
  void aLongJournalOpensThoughNothingWasPublishedForLong() throws Exception {
    try (Journal journal = Journal.open(file)) {
      journal.append(Sample.entry(3));
      journal.appendAll(Collections.nCopies(1_900, Sample.entry(1)));
      journal.append(Sample.entry(6));
      journal.append(Sample.entry(7));
    }
    try (Journal journal = Journal.open(file)) {
      journal.append(Sample.entry(9));
      assertThat(journal.lastWireSeq()).isEqualTo(3);
    }
    try (JournalReader reader = JournalReader.open(file)) {
      assertSound(reader.verify(), 1_904, 3);
    }
  }

  private static void assertSound(Verification found, long records, long published) {
    assertThat(found.breaks()).isEmpty();
    assertThat(found.records()).isEqualTo(records);
    assertThat(found.published()).isEqualTo(published);
  }
}
