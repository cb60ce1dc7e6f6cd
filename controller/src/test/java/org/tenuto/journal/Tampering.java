package org.tenuto.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What somebody with a database tool can do to a journal. */
final class Tampering {

  private Tampering() {}

  /** Takes the triggers away first. */
  static void with(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DROP TRIGGER IF EXISTS record_is_never_changed");
      statement.executeUpdate("DROP TRIGGER IF EXISTS record_is_never_deleted");
      statement.executeUpdate("DROP TRIGGER IF EXISTS record_is_only_appended");
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }
}
