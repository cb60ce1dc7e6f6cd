package org.tenuto.journal;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records in one SQLite file. One thread at a time. */
final class SqliteRecordStore implements RecordStore {

  private static final String COLUMNS =
      "seq, boot_id, mono_ns, wall_ms, type, payload,"
          + " wire_seq, wire_previous_hash, wire_hash, wire_body, previous_hash, hash";

  private static final String INSERT =
      "INSERT INTO record (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String MOVE_CURSOR =
      "INSERT INTO cursor (name, position) VALUES (?, ?)"
          + " ON CONFLICT (name) DO UPDATE SET position = excluded.position";

  private static final String INSERT_ANCHOR =
      "INSERT INTO anchor (first_seq, hash_before, wire_seq_before, wire_hash_before, note_seq)"
          + " VALUES (?, ?, ?, ?, ?)";

  private static final String LAST_ANCHOR = "SELECT * FROM anchor ORDER BY first_seq DESC LIMIT 1";

  private static final String LAST = " ORDER BY seq DESC LIMIT 1";

  private final Path file;
  private final Connection connection;
  private final @Nullable WriterLock lock;

  /**
   * @param lock given back when the store is closed; null for a reader
   */
  SqliteRecordStore(Path file, Connection connection, @Nullable WriterLock lock) {
    this.file = file;
    this.connection = connection;
    this.lock = lock;
  }

  @Override
  public void append(List<JournalRecord> records, Map<String, Long> cursors)
      throws JournalException {
    inOneTransaction(
        () -> {
          insert(records);
          move(cursors);
        });
  }

  private interface Change {
    void make() throws SQLException;
  }

  /** All of it or nothing, and durable when it returns. */
  private void inOneTransaction(Change change) throws JournalException {
    try {
      connection.setAutoCommit(false);
      try {
        change.make();
        connection.commit();
      } catch (SQLException e) {
        rollBackAfter(e);
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw SqliteFailure.of(file, e);
    }
  }

  private void rollBackAfter(SQLException first) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      first.addSuppressed(e); // SQLite rolls back by itself after the worse failures
    }
  }

  private void insert(List<JournalRecord> records) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (JournalRecord record : records) {
        bind(statement, record);
        statement.executeUpdate();
      }
    }
  }

  private static void bind(PreparedStatement statement, JournalRecord record) throws SQLException {
    statement.setLong(1, record.seq());
    statement.setLong(2, record.bootId());
    statement.setLong(3, record.monoNs());
    statement.setLong(4, record.wallMs());
    statement.setString(5, record.type());
    statement.setBytes(6, record.payload().toByteArray());
    bindWire(statement, record.wire());
    statement.setBytes(11, record.previousHash().toByteArray());
    statement.setBytes(12, record.hash().toByteArray());
  }

  private static void bindWire(PreparedStatement statement, @Nullable WirePart wire)
      throws SQLException {
    if (wire == null) {
      statement.setNull(7, Types.INTEGER);
      statement.setNull(8, Types.BLOB);
      statement.setNull(9, Types.BLOB);
      statement.setNull(10, Types.BLOB);
      return;
    }
    statement.setLong(7, wire.seq());
    statement.setBytes(8, wire.previousHash().toByteArray());
    statement.setBytes(9, wire.hash().toByteArray());
    statement.setBytes(10, wire.body().toByteArray());
  }

  private void move(Map<String, Long> cursors) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MOVE_CURSOR)) {
      for (Map.Entry<String, Long> cursor : cursors.entrySet()) {
        statement.setString(1, cursor.getKey());
        statement.setLong(2, cursor.getValue());
        statement.executeUpdate();
      }
    }
  }

  @Override
  public List<JournalRecord> after(long seq, int limit) throws JournalException {
    return records("WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit);
  }

  @Override
  public List<JournalRecord> wireAfter(long wireSeq, int limit) throws JournalException {
    return records("WHERE wire_seq > ? ORDER BY wire_seq LIMIT ?", wireSeq, limit);
  }

  @Override
  public Optional<JournalRecord> last() throws JournalException {
    return records(LAST).stream().findFirst();
  }

  @Override
  public Optional<JournalRecord> lastWire() throws JournalException {
    return records("WHERE wire_seq IS NOT NULL ORDER BY wire_seq DESC LIMIT 1").stream()
        .findFirst();
  }

  @Override
  public Optional<JournalRecord> lastOf(String type) throws JournalException {
    return records("WHERE type = ?" + LAST, type).stream().findFirst();
  }

  @Override
  public Optional<JournalRecord> lastOf(String type, long bootId) throws JournalException {
    return records("WHERE type = ? AND boot_id = ?" + LAST, type, bootId).stream().findFirst();
  }

  @Override
  public List<JournalRecord> ofTypesBefore(List<String> types, long seq, int limit)
      throws JournalException {
    String any = String.join(", ", Collections.nCopies(types.size(), "?"));
    List<Object> values = new ArrayList<>(types);
    values.add(seq);
    values.add(limit);
    return records(
        "WHERE type IN (" + any + ") AND seq < ? ORDER BY seq DESC LIMIT ?", values.toArray());
  }

  private List<JournalRecord> records(String condition, Object... values) throws JournalException {
    String sql = "SELECT " + COLUMNS + " FROM record " + condition;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<JournalRecord> records = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          records.add(record(row));
        }
      }
      return records;
    } catch (SQLException e) {
      throw SqliteFailure.of(file, e);
    }
  }

  private static JournalRecord record(ResultSet row) throws SQLException {
    return new JournalRecord(
        row.getLong("seq"),
        row.getLong("boot_id"),
        row.getLong("mono_ns"),
        row.getLong("wall_ms"),
        Objects.requireNonNullElse(row.getString("type"), ""),
        some(bytes(row, "payload")),
        wire(row),
        some(bytes(row, "previous_hash")),
        some(bytes(row, "hash")));
  }

  private static @Nullable WirePart wire(ResultSet row) throws SQLException {
    long seq = row.getLong("wire_seq");
    boolean published = !row.wasNull();
    ByteString previousHash = bytes(row, "wire_previous_hash");
    ByteString hash = bytes(row, "wire_hash");
    ByteString body = bytes(row, "wire_body");
    // Half a published part was put there by somebody else: the check then names the record.
    boolean any = published || previousHash != null || hash != null || body != null;
    return any ? new WirePart(seq, some(previousHash), some(hash), some(body)) : null;
  }

  private static @Nullable ByteString bytes(ResultSet row, String column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return bytes == null ? null : ByteString.copyFrom(bytes);
  }

  /** A column that somebody emptied reads as no bytes: the check then names the record. */
  private static ByteString some(@Nullable ByteString bytes) {
    return bytes == null ? ByteString.EMPTY : bytes;
  }

  @Override
  public Anchor anchor() throws JournalException {
    try {
      if (!Schema.canBePruned(connection)) {
        return Anchor.BEGINNING;
      }
      try (PreparedStatement statement = connection.prepareStatement(LAST_ANCHOR);
          ResultSet row = statement.executeQuery()) {
        return row.next()
            ? new Anchor(
                row.getLong("first_seq"),
                some(bytes(row, "hash_before")),
                row.getLong("wire_seq_before"),
                some(bytes(row, "wire_hash_before")))
            : Anchor.BEGINNING;
      }
    } catch (SQLException e) {
      throw SqliteFailure.of(file, e);
    }
  }

  @Override
  public void prune(JournalRecord note, Anchor anchor) throws JournalException {
    inOneTransaction(
        () -> {
          insert(List.of(note));
          insert(anchor, note.seq());
          deleteBefore(anchor.firstSeq());
        });
  }

  private void insert(Anchor anchor, long noteSeq) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT_ANCHOR)) {
      statement.setLong(1, anchor.firstSeq());
      statement.setBytes(2, anchor.hashBefore().toByteArray());
      statement.setLong(3, anchor.wireSeqBefore());
      statement.setBytes(4, anchor.wireHashBefore().toByteArray());
      statement.setLong(5, noteSeq);
      statement.executeUpdate();
    }
  }

  private void deleteBefore(long seq) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM record WHERE seq < ?")) {
      statement.setLong(1, seq);
      statement.executeUpdate();
    }
  }

  @Override
  public long usedBytes() throws JournalException {
    try {
      long pages =
          Schema.pragma(connection, "page_count") - Schema.pragma(connection, "freelist_count");
      return pages * Schema.pragma(connection, "page_size");
    } catch (SQLException e) {
      throw SqliteFailure.of(file, e);
    }
  }

  @Override
  public long highestSeq() throws JournalException {
    return number("SELECT seq FROM sqlite_sequence WHERE name = ?", "record");
  }

  @Override
  public long cursor(String name) throws JournalException {
    return number("SELECT position FROM cursor WHERE name = ?", name);
  }

  private long number(String sql, String name) throws JournalException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw SqliteFailure.of(file, e);
    }
  }

  @Override
  public void close() throws JournalException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqliteFailure.of(file, e);
    } finally {
      if (lock != null) {
        lock.release();
      }
    }
  }
}
