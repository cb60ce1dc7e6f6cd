package org.tenuto.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.tenuto.journal.JournalException.Reason;

/** What the SQLite file holds, and how one of ours is told from any other. */
final class Schema {

  /** "TENU". */
  private static final int APPLICATION_ID = 0x5445_4E55;

  /** Of journals that were never pruned, which older programs read too. */
  private static final int FIRST_VERSION = 1;

  /** Of journals that may have been. */
  private static final int VERSION = 2;

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
          CREATE TRIGGER record_is_only_appended BEFORE INSERT ON record
          WHEN NEW.seq <> 1 + COALESCE((SELECT max(seq) FROM record), 0)
          BEGIN SELECT RAISE(ABORT, 'journal records are only appended'); END""",
          "PRAGMA application_id = " + APPLICATION_ID);

  /**
   * What a journal needs to be pruned, in a journal of the first version too. An anchor is taken
   * only right after the record that tells of it, later than any before, and with the hashes the
   * records themselves have; then records go from the first on, and only those before it.
   */
  private static final List<String> PRUNING =
      List.of(
          """
          CREATE TABLE anchor (
            first_seq INTEGER PRIMARY KEY,
            hash_before BLOB NOT NULL,
            wire_seq_before INTEGER NOT NULL,
            wire_hash_before BLOB NOT NULL,
            note_seq INTEGER NOT NULL)""",
          """
          CREATE TRIGGER anchor_is_told BEFORE INSERT ON anchor
          WHEN NEW.first_seq <= COALESCE((SELECT max(first_seq) FROM anchor), 1)
            OR NEW.note_seq IS NOT (SELECT max(seq) FROM record)
            OR NEW.first_seq >= NEW.note_seq
            OR 'JournalPruned' IS NOT (SELECT type FROM record WHERE seq = NEW.note_seq)
            OR NEW.hash_before IS NOT
              (SELECT previous_hash FROM record WHERE seq = NEW.first_seq)
            OR NEW.wire_seq_before IS NOT COALESCE(
              (SELECT max(wire_seq) FROM record WHERE seq < NEW.first_seq),
              (SELECT wire_seq_before FROM anchor ORDER BY first_seq DESC LIMIT 1), 0)
            OR NEW.wire_hash_before IS NOT COALESCE(
              (SELECT wire_hash FROM record WHERE wire_seq = NEW.wire_seq_before),
              (SELECT wire_hash_before FROM anchor ORDER BY first_seq DESC LIMIT 1),
              zeroblob(32))
          BEGIN SELECT RAISE(ABORT, 'journal records are pruned only on record'); END""",
          """
          CREATE TRIGGER anchor_is_never_changed BEFORE UPDATE ON anchor
          BEGIN SELECT RAISE(ABORT, 'the anchor is never changed'); END""",
          """
          CREATE TRIGGER anchor_is_never_deleted BEFORE DELETE ON anchor
          BEGIN SELECT RAISE(ABORT, 'the anchor is never deleted'); END""",
          "DROP TRIGGER IF EXISTS record_is_never_deleted",
          """
          CREATE TRIGGER record_is_only_pruned BEFORE DELETE ON record
          WHEN OLD.seq >= COALESCE((SELECT max(first_seq) FROM anchor), 1)
            OR OLD.seq <> (SELECT min(seq) FROM record)
          BEGIN SELECT RAISE(ABORT, 'journal records are never deleted'); END""",
          "PRAGMA user_version = " + VERSION);

  private Schema() {}

  /** All of it or, after a crash in between, nothing. */
  static void create(Connection connection) throws SQLException {
    List<String> all = new ArrayList<>(STATEMENTS);
    all.addAll(PRUNING);
    execute(connection, all);
  }

  /**
   * Whether nothing is in it. Who died while he made one leaves a file that is a database already
   * and has no tables.
   */
  static boolean isEmpty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
      return row.next() && row.getLong(1) == 0 && pragma(connection, "application_id") == 0;
    }
  }

  /** Brings a journal of the first version up to this one: whole or, after a crash, not at all. */
  static void bringUpToDate(Connection connection) throws SQLException {
    if (pragma(connection, "user_version") == FIRST_VERSION) {
      execute(connection, PRUNING);
    }
  }

  /** Whether it has what a journal needs to be pruned. */
  static boolean canBePruned(Connection connection) throws SQLException {
    return pragma(connection, "user_version") >= VERSION;
  }

  private static void execute(Connection connection, List<String> statements)
      throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** Refuses a database that is not a journal of a version that is known. */
  static void require(Connection connection, Path file) throws SQLException, JournalException {
    long application = pragma(connection, "application_id");
    if (application != APPLICATION_ID) {
      throw new JournalException(
          Reason.NOT_A_JOURNAL, "journal " + file + ": an SQLite file, but not a Tenuto journal");
    }
    long version = pragma(connection, "user_version");
    if (version < FIRST_VERSION || version > VERSION) {
      throw new JournalException(
          Reason.NOT_A_JOURNAL,
          "journal "
              + file
              + ": format version "
              + version
              + ", expected "
              + FIRST_VERSION
              + " or "
              + VERSION);
    }
  }

  static long pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + name)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
