package org.tenuto.station;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.ExecutorRecording;

/** What the record has of one boot of the executor: what it was told, and what it said. */
final class RecordedBoot {

  private final long bootId;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Map<Long, Said> said = new HashMap<>();
  private long firstWallMs;
  private long lastWallMs;
  private long firstSeq;
  private long lastSeq;
  private long beginning = -1;
  private boolean hole;

  /**
   * An event on record.
   *
   * @param recordSeq its record
   */
  record Said(long recordSeq, ByteString payload) {}

  RecordedBoot(long bootId) {
    this.bootId = bootId;
  }

  /** Takes the next record that tells of it. */
  void take(JournalRecord record) throws InvalidProtocolBufferException {
    if (record.type().equals("ExecutorRecording")) {
      take(ExecutorRecording.parseFrom(record.payload()));
    } else if (record.type().equals("ExecutorEvent")) {
      long seq = ExecutorEvent.parseFrom(record.payload()).getStamp().getSeq();
      said.put(seq, new Said(record.seq(), record.payload()));
      firstSeq = firstSeq == 0 ? seq : Math.min(firstSeq, seq);
      lastSeq = Math.max(lastSeq, seq);
    } else {
      return;
    }
    firstWallMs = firstWallMs == 0 ? record.wallMs() : firstWallMs;
    lastWallMs = record.wallMs();
  }

  private void take(ExecutorRecording part) {
    beginning = beginning < 0 ? part.getPosition() : beginning;
    hole |= part.getPosition() != beginning + told.size();
    if (!hole) {
      byte[] bytes = part.getBytes().toByteArray();
      told.write(bytes, 0, bytes.length);
    }
  }

  long bootId() {
    return bootId;
  }

  /** Whether neither its first event nor the first it was told is on record. */
  boolean lacksItsBeginning() {
    return beginning != 0 && firstSeq != 1;
  }

  /** Whether the recording of it begins where it began. */
  boolean isToldFromTheBeginning() {
    return beginning == 0;
  }

  /** What it was told, up to the first hole. */
  byte[] told() {
    return told.toByteArray();
  }

  /** Whether something it was told is lost. */
  boolean hasHole() {
    return hole;
  }

  /** The event of that sequence; null if it is not on record. */
  @Nullable Said said(long seq) {
    return said.get(seq);
  }

  /** Whether it is one of an executor: it said something or was told something. */
  boolean isOfAnExecutor() {
    return !said.isEmpty() || beginning >= 0;
  }

  /** Events on record. */
  int events() {
    return said.size();
  }

  /** The last event on record; 0 for none. */
  long lastSeq() {
    return lastSeq;
  }

  /** When the first and the last of it was put on record, ms since 1970. */
  long firstWallMs() {
    return firstWallMs;
  }

  long lastWallMs() {
    return lastWallMs;
  }
}
