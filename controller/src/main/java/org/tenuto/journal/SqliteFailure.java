package org.tenuto.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import org.tenuto.journal.JournalException.Reason;

/** Says in our words what SQLite could not do. */
final class SqliteFailure {

  private static final int PERM = 3;
  private static final int BUSY = 5;
  private static final int READONLY = 8;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int CONSTRAINT = 19;
  private static final int NOTADB = 26;

  private SqliteFailure() {}

  static JournalException of(Path file, SQLException e) {
    Reason reason = reason(e.getErrorCode() & 0xff);
    return new JournalException(reason, "journal " + file + ": " + text(reason, e), e);
  }

  /** By the primary result code, https://sqlite.org/rescode.html. */
  private static Reason reason(int code) {
    return switch (code) {
      case FULL -> Reason.DISK_FULL;
      case READONLY, PERM, CANTOPEN -> Reason.READ_ONLY;
      case CORRUPT, CONSTRAINT -> Reason.CORRUPT;
      case NOTADB -> Reason.NOT_A_JOURNAL;
      case BUSY -> Reason.IN_USE;
      default -> Reason.IO;
    };
  }

  private static String text(Reason reason, SQLException e) {
    return switch (reason) {
      case DISK_FULL -> "disk full";
      case READ_ONLY -> "can't be opened or written (permission, or a read-only disk)";
      case CORRUPT -> "damaged, nothing was written (" + e.getMessage() + ")";
      case NOT_A_JOURNAL -> "not an SQLite file";
      case IN_USE -> "in use by another program";
      case MISSING, IO -> String.valueOf(e.getMessage());
    };
  }
}
