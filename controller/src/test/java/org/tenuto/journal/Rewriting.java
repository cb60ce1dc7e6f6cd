package org.tenuto.journal;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/** What somebody can do to a journal who knows how its hashes are made. */
final class Rewriting {

  private Rewriting() {}

  /**
   * Changes a record and hashes it anew.
   *
   * @param toTheEnd whether everything after it, too
   */
  static void of(Path file, long seq, String change, boolean toTheEnd)
      throws SQLException, JournalException {
    Tampering.with(file, "UPDATE record SET " + change + " WHERE seq = " + seq);
    List<JournalRecord> records;
    try (JournalReader reader = JournalReader.open(file)) {
      records = reader.readAfter(seq - 1, toTheEnd ? Integer.MAX_VALUE : 1);
    }
    ByteString before = records.getFirst().previousHash();
    for (JournalRecord record : records) {
      before = rewrite(file, record, before);
    }
  }

  private static ByteString rewrite(Path file, JournalRecord record, ByteString before)
      throws SQLException {
    ByteString hash = new Link.OfRecord(record).hashAs(record.seq(), before);
    Tampering.with(
        file,
        "UPDATE record SET previous_hash = %s, hash = %s WHERE seq = %d"
            .formatted(blob(before), blob(hash), record.seq()));
    return hash;
  }

  private static String blob(ByteString bytes) {
    return "x'" + HexFormat.of().formatHex(bytes.toByteArray()) + "'";
  }
}
