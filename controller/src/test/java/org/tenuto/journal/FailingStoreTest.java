package org.tenuto.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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
  private static final class FullDisk extends Passing {

    private boolean full;

    FullDisk(RecordStore store) {
      super(store);
    }

    @Override
    public void append(List<JournalRecord> records, Map<String, Long> cursors)
        throws JournalException {
      requireRoom();
      super.append(records, cursors);
    }

    @Override
    public void prune(JournalRecord note, Anchor anchor) throws JournalException {
      requireRoom();
      super.prune(note, anchor);
    }

    private void requireRoom() throws JournalException {
      if (full) {
        throw new JournalException(Reason.DISK_FULL, "disk full");
      }
    }
  }
}
