package org.tenuto.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.journal.JournalException.Reason;

class FailingStoreTest {

  @TempDir private Path dir;

  @Test
  void afterTheFirstFailureNothingMoreIsTakenAndNothingIsLost() throws Exception {
    Path file = dir.resolve("session.journal");
    FullDisk disk = new FullDisk(RecordStorage.in(file).toWrite());
    try (Journal journal = Journal.open(onDisk(disk))) {
      journal.append(Sample.entry(1));
      disk.full = true;
      assertThatThrownBy(() -> journal.append(Sample.entry(3))).hasMessage("disk full");
      disk.full = false;
      assertThatThrownBy(() -> journal.append(Sample.entry(3)))
          .hasMessage("journal takes no more since: disk full")
          .isInstanceOfSatisfying(
              JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DISK_FULL));
      assertThat(journal.lastSeq()).isEqualTo(1);
      assertThat(journal.lastWireSeq()).isZero();
    }
    try (Journal journal = Journal.open(file)) {
      assertThat(journal.append(Sample.entry(3)).seq()).isEqualTo(2);
    }
  }

  private static RecordStorage onDisk(RecordStore disk) {
    return new RecordStorage() {
      @Override
      public RecordStore toWrite() {
        return disk;
      }

      @Override
      public RecordStore toRead() {
        return disk;
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "13, DISK_FULL, disk full",
    "8, READ_ONLY, a read-only disk",
    "1032, READ_ONLY, a read-only disk",
    "14, READ_ONLY, permission",
    "11, CORRUPT, damaged",
    "267, CORRUPT, damaged",
    "26, NOT_A_JOURNAL, not an SQLite file",
    "5, IN_USE, in use",
    "10, IO, told by SQLite",
    "4874, IO, told by SQLite"
  })
  void whatSqliteCouldNotDoIsSaidInOurWords(int code, Reason reason, String text) {
    JournalException e =
        SqliteFailure.of(Path.of("x.journal"), new SQLException("told by SQLite", "", code));
    assertThat(e.reason()).isEqualTo(reason);
    assertThat(e).hasMessageStartingWith("journal x.journal: ").hasMessageContaining(text);
  }

  /** The real store, on a disk that can be full. */
  private static final class FullDisk implements RecordStore {

    private final RecordStore store;
    private boolean full;

    FullDisk(RecordStore store) {
      this.store = store;
    }

    @Override
    public void append(List<JournalRecord> records, Map<String, Long> cursors)
        throws JournalException {
      if (full) {
        throw new JournalException(Reason.DISK_FULL, "disk full");
      }
      store.append(records, cursors);
    }

    @Override
    public List<JournalRecord> after(long seq, int limit) throws JournalException {
      return store.after(seq, limit);
    }

    @Override
    public List<JournalRecord> wireAfter(long wireSeq, int limit) throws JournalException {
      return store.wireAfter(wireSeq, limit);
    }

    @Override
    public Optional<JournalRecord> last() throws JournalException {
      return store.last();
    }

    @Override
    public Optional<JournalRecord> lastWire() throws JournalException {
      return store.lastWire();
    }

    @Override
    public List<JournalRecord> ofTypesBefore(List<String> types, long seq, int limit)
        throws JournalException {
      return store.ofTypesBefore(types, seq, limit);
    }

    @Override
    public Optional<JournalRecord> lastOf(String type) throws JournalException {
      return store.lastOf(type);
    }

    @Override
    public Optional<JournalRecord> lastOf(String type, long bootId) throws JournalException {
      return store.lastOf(type, bootId);
    }

    @Override
    public long highestSeq() throws JournalException {
      return store.highestSeq();
    }

    @Override
    public long cursor(String name) throws JournalException {
      return store.cursor(name);
    }

    @Override
    public void close() throws JournalException {
      store.close();
    }
  }
}
