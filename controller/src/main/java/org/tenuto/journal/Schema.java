package org.tenuto.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.tenuto.journal.JournalException.Reason;

/** What the SQLite file holds, and how one of ours is told from any other. */
final class Schema {

  /** "TENU". */
  private static final int APPLICATION_ID = 0x5445_4E55;

  private static final int VERSION = 1;

  /**
   * AUTOINCREMENT makes SQLite remember the highest sequence, so that records cut off at the end
   * are missed. The insert trigger also refuses what INSERT OR REPLACE would do.
   */
  private static final List<String> STATEMENTS =
      List.of(
          """
          CREATE TABLE record (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            boot_id INTEGER NOT NULL,
            mono_ns INTEGER NOT NULL,
            wall_ms INTEGER NOT NULL,
            type TEXT NOT NULL,
            payload BLOB NOT NULL,
            wire_seq INTEGER UNIQUE,
            wire_previous_hash BLOB,
            wire_hash BLOB,
            wire_body BLOB,
            previous_hash BLOB NOT NULL,
            hash BLOB NOT NULL)""",
          "CREATE INDEX record_of_type ON record (type)",
          "CREATE INDEX record_of_boot ON record (type, boot_id)",
          "CREATE TABLE cursor (name TEXT PRIMARY KEY, position INTEGER NOT NULL)",
          """
          CREATE TRIGGER record_is_never_changed BEFORE UPDATE ON record
          BEGIN SELECT RAISE(ABORT, 'journal records are never changed'); END""",
          """
          CREATE TRIGGER record_is_never_deleted BEFORE DELETE ON record
          BEGIN SELECT RAISE(ABORT, 'journal records are never deleted'); END""",
          """
          CREATE TRIGGER record_is_only_appended BEFORE INSERT ON record
          WHEN NEW.seq <> 1 + COALESCE((SELECT max(seq) FROM record), 0)
          BEGIN SELECT RAISE(ABORT, 'journal records are only appended'); END""",
          "PRAGMA application_id = " + APPLICATION_ID,
          "PRAGMA user_version = " + VERSION);

  private Schema() {}

  /** All of it or, after a crash in between, nothing. */
  static void create(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String sql : STATEMENTS) {
        statement.executeUpdate(sql);
      }
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** Refuses a database that is not a journal of this version. */
  static void require(Connection connection, Path file) throws SQLException, JournalException {
    long application = pragma(connection, "application_id");
    if (application != APPLICATION_ID) {
      throw new JournalException(
          Reason.NOT_A_JOURNAL, "journal " + file + ": an SQLite file, but not a Tenuto journal");
    }
    long version = pragma(connection, "user_version");
    if (version != VERSION) {
      throw new JournalException(
          Reason.NOT_A_JOURNAL,
          "journal " + file + ": format version " + version + ", expected " + VERSION);
    }
  }

  private static long pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + name)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
