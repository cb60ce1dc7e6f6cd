package org.tenuto.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.tenuto.journal.JournalException.Reason;

/** One SQLite file, and the lock beside it for its one writer. */
record SqliteStorage(Path file) implements RecordStorage {

  private static final int BUSY_TIMEOUT_MS = 5_000;

  @Override
  public RecordStore toWrite() throws JournalException {
    WriterLock lock = WriterLock.take(file);
    try {
      SQLiteConfig config = new SQLiteConfig();
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      return open(config, lock);
    } catch (JournalException e) {
      lock.release();
      throw e;
    }
  }

  @Override
  public RecordStore toRead() throws JournalException {
    requireFile();
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return open(config, null);
  }

  private void requireFile() throws JournalException {
    if (!Files.exists(file)) {
      throw new JournalException(Reason.MISSING, "journal " + file + ": no such file");
    }
    if (!Files.isRegularFile(file)) {
      throw new JournalException(
          Reason.NOT_A_JOURNAL, "journal " + file + ": expected a file, not a folder or device");
    }
    if (file.toFile().length() == 0) {
      throw new JournalException(Reason.NOT_A_JOURNAL, "journal " + file + ": an empty file");
    }
  }

  /** Creates the tables if there is a lock to write with and nothing in the file yet. */
  private RecordStore open(SQLiteConfig config, @Nullable WriterLock lock)
      throws JournalException {
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + file);
      try {
        if (lock != null && Schema.isEmpty(connection)) {
          Schema.create(connection);
        }
        Schema.require(connection, file);
        if (lock != null) {
          Schema.bringUpToDate(connection);
        }
        return new SqliteRecordStore(file, connection, lock);
      } catch (SQLException | JournalException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw SqliteFailure.of(file, e);
    }
  }
}
