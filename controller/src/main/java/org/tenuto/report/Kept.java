package org.tenuto.report;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.ClockStepped;
import org.tenuto.proto.journal.EventsMissing;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.ExecutorLost;
import org.tenuto.proto.journal.ExecutorRecording;
import org.tenuto.proto.journal.HaltRequested;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.JournalPruned;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.proto.journal.StationRecovered;
import org.tenuto.proto.journal.StationStarted;
import org.tenuto.proto.journal.StationStopped;

/**
 * One record with what it says.
 *
 * @param message null if this version can't read it
 */
record Kept(JournalRecord record, @Nullable Message message) {

  private static final Map<String, Message> TYPES =
      Stream.<Message>of(
              Checkpoint.getDefaultInstance(),
              ClockStepped.getDefaultInstance(),
              EventsMissing.getDefaultInstance(),
              ExecutorEvent.getDefaultInstance(),
              ExecutorLost.getDefaultInstance(),
              ExecutorRecording.getDefaultInstance(),
              HaltRequested.getDefaultInstance(),
              Intent.getDefaultInstance(),
              JournalPruned.getDefaultInstance(),
              SessionRecorded.getDefaultInstance(),
              StationRecovered.getDefaultInstance(),
              StationStarted.getDefaultInstance(),
              StationStopped.getDefaultInstance())
          .collect(Collectors.toMap(m -> m.getDescriptorForType().getName(), m -> m));

  static Kept of(JournalRecord record) {
    Message type = TYPES.get(record.type());
    try {
      return new Kept(
          record, type == null ? null : type.getParserForType().parseFrom(record.payload()));
    } catch (InvalidProtocolBufferException e) {
      return new Kept(record, null); // said in the report: it counts what it can't read
    }
  }

  long seq() {
    return record.seq();
  }

  /** When what it says was so, monotonic ns of that boot of the board. */
  long monoNs() {
    return record.monoNs();
  }
}
