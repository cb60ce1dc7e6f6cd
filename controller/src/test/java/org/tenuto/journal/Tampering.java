package org.tenuto.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What somebody with a database tool can do to a journal. */
final class Tampering {

  private Tampering() {}

  /** Takes the triggers away first. */
  static void with(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      List<String> triggers = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
        while (row.next()) {
          triggers.add(row.getString(1));
        }
      }
      for (String trigger : triggers) {
        statement.executeUpdate("DROP TRIGGER " + trigger);
      }
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  /** Moves records to other numbers; in one step SQLite would meet one that is still taken. */
  static String shift(String condition, int by) {
    return "UPDATE record SET seq = -seq WHERE %s; UPDATE record SET seq = -seq + %d WHERE seq < 0"
        .formatted(condition, by);
  }

  /** Two records change places. */
  static String exchange(long first, long second) {
    return ("UPDATE record SET seq = 999999 WHERE seq = %1$d;"
            + "UPDATE record SET seq = %1$d WHERE seq = %2$d;"
            + "UPDATE record SET seq = %2$d WHERE seq = 999999")
        .formatted(first, second);
  }

  /** Puts in a record without a published part. */
  static String forged(long seq, String previousHash, String hash) {
    return ("INSERT INTO record SELECT %d, boot_id, mono_ns, wall_ms, type, payload,"
            + " NULL, NULL, NULL, NULL, %s, %s FROM record ORDER BY seq LIMIT 1 OFFSET 1")
        .formatted(seq, previousHash, hash);
  }
}
