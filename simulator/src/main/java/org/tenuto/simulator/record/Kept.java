package org.tenuto.simulator.record;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param record as it is kept
 * @param message of the type it is kept as
 */
record Kept(JournalRecord record, Message message) {

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

  /**
   * Reads one.
   *
   * @throws InvalidProtocolBufferException if it is of no known type, or not what its type says
   */
  static Kept of(JournalRecord record) throws InvalidProtocolBufferException {
    Message type = TYPES.get(record.type());
    if (type == null) {
      throw new InvalidProtocolBufferException("record of an unknown type " + record.type());
    }
    Parser<? extends Message> parser = type.getParserForType();
    return new Kept(record, parser.parseFrom(record.payload()));
  }

  /** Where it stands, from 1. */
  long seq() {
    return record.seq();
  }

  /** When what it says was so, monotonic ns. */
  long monoNs() {
    return record.monoNs();
  }
}
