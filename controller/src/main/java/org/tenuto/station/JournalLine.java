package org.tenuto.station;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.WirePart;

/** One record of the journal as a line for people. Fields that are 0 or empty are not shown. */
@NullMarked
final class JournalLine {

  private JournalLine() {}

  /** Sequence, wall time, wire sequence or "-", type, content. */
  static String of(JournalRecord record) {
    WirePart wire = record.wire();
    return "%d  %s  %s  %s  %s"
        .formatted(
            record.seq(),
            Instant.ofEpochMilli(record.wallMs()),
            wire == null ? "-" : "w" + wire.seq(),
            record.type(),
            content(record));
  }

  private static String content(JournalRecord record) {
    try {
      var message = RecordText.message(record);
      return TextFormat.printer().emittingSingleLine(true).printToString(message).strip();
    } catch (InvalidProtocolBufferException e) {
      return "(unreadable: " + e.getMessage() + ")";
    }
  }
}
