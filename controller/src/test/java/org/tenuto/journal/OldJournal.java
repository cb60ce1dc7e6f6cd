package org.tenuto.journal;

import com.google.protobuf.MessageLite;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.OrderReadBack;
import org.tenuto.proto.journal.Propose;
import org.tenuto.proto.journal.ReadBack;
import org.tenuto.proto.journal.Stamp;
import org.tenuto.proto.journal.StationStarted;
import org.tenuto.proto.telemetry.EventBody;

/** Writes journals that have grown old: a day of ten records, an order a day. */
final class OldJournal implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  private static final long STATION = 5;
  private static final long EXECUTOR = 6;

  private final Path file;
  private final Journal journal;
  private long commandSeq;
  private int daysAgo;

  OldJournal(Path file) throws JournalException {
    this.file = file;
    journal = Journal.open(file);
  }

  /** What is written from now on is so old. */
  void daysAgo(int days) {
    daysAgo = days;
  }

  long started() throws JournalException {
    return write(StationStarted.newBuilder().setStationBootId(STATION).build(), false);
  }

  /** A whole order, of ten records: the first is its proposal, the last its end. */
  long order(long nonce) throws JournalException {
    long first = begun(nonce);
    for (int i = 0; i < 5; i++) {
      checkpoint();
    }
    state(nonce, "COMPLETE");
    state(nonce, "IDLE");
    return first;
  }

  /** An order that is started and not over: three records. */
  long begun(long nonce) throws JournalException {
    commandSeq++;
    long first =
        write(
            Intent.newBuilder()
                .setStationBootId(STATION)
                .setCommandSeq(commandSeq)
                .setPropose(Propose.getDefaultInstance())
                .build(),
            false);
    write(
        ExecutorEvent.newBuilder()
            .setStamp(Stamp.newBuilder().setState("IDLE"))
            .setOrderReadBack(
                OrderReadBack.newBuilder()
                    .setStationBootId(STATION)
                    .setCommandSeq(commandSeq)
                    .setReadBack(ReadBack.newBuilder().setNonce(nonce)))
            .build(),
        true);
    state(nonce, "INFUSING");
    return first;
  }

  long state(long nonce, String state) throws JournalException {
    return write(
        ExecutorEvent.newBuilder()
            .setStamp(Stamp.newBuilder().setState(state).setOrderNonce(nonce))
            .build(),
        true);
  }

  /** An executor's word that never leaves the device. */
  long rehearsed() throws JournalException {
    return write(
        ExecutorEvent.newBuilder().setStamp(Stamp.newBuilder().setState("SELF_TEST")).build(),
        false);
  }

  long checkpoint() throws JournalException {
    return write(Checkpoint.getDefaultInstance(), false);
  }

  /** An intent nobody answers. */
  long unanswered() throws JournalException {
    commandSeq++;
    return write(
        Intent.newBuilder().setStationBootId(STATION).setCommandSeq(commandSeq).build(), false);
  }

  private long write(MessageLite payload, boolean published) throws JournalException {
    Instant wall = NOW.minusSeconds(daysAgo * 86_400L);
    Entry entry =
        published
            ? Entry.publishable(EXECUTOR, 1, wall, payload, EventBody.getDefaultInstance())
            : Entry.confined(STATION, 1, wall, payload);
    return journal.append(entry).seq();
  }

  /** The broker has all events. */
  void published() throws JournalException {
    published(journal.lastWireSeq());
  }

  void published(long wireSeq) throws JournalException {
    journal.advance(Journal.PUBLISHED, wireSeq);
    checkpoint();
  }

  /** Everything up to the last record is exported. */
  ExportMark exported() throws JournalException {
    return exported(journal.lastSeq());
  }

  ExportMark exported(long seq) throws JournalException {
    try (JournalReader reader = JournalReader.open(file)) {
      JournalRecord record = reader.readAfter(seq - 1, 1).getFirst();
      return new ExportMark(seq, record.hash(), NOW, "x.jsonl", "ab".repeat(32));
    }
  }

  PrunePlan plan(@Nullable ExportMark mark, Retention retention) throws JournalException {
    try (JournalReader reader = JournalReader.open(file)) {
      return reader.planPruning(
          retention, new PrunePlan.Copies(mark, true, NOW.toEpochMilli()));
    }
  }

  JournalRecord prune(PrunePlan plan) throws JournalException {
    return journal.prune(plan, STATION, 1, NOW, "somebody");
  }

  @Override
  public void close() throws JournalException {
    journal.close();
  }
}
