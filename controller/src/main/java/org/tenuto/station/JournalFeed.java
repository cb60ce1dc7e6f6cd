package org.tenuto.station;

import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.WirePart;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.telemetry.EventFeed;

/** The journal's publishable records as telemetry takes them. One thread at a time. */
final class JournalFeed implements EventFeed, AutoCloseable {

  private final Journal journal;
  private final JournalReader reader;
  private final LongSupplier lastWireSeq;

  /**
   * Opens its own reader.
   *
   * @param lastWireSeq wire sequence of the last durable record; must not wait
   */
  JournalFeed(Journal journal, LongSupplier lastWireSeq) throws JournalException {
    this.journal = journal;
    this.reader = journal.reader();
    this.lastWireSeq = lastWireSeq;
  }

  @Override
  public List<SealedEvent> after(long wireSeq, int limit) throws IOException {
    try {
      return reader.readWireAfter(wireSeq, limit).stream().map(JournalFeed::sealed).toList();
    } catch (JournalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static SealedEvent sealed(JournalRecord record) {
    WirePart wire = record.wire();
    if (wire == null) {
      throw new IllegalStateException("record " + record.seq() + " has no wire part");
    }
    return SealedEvent.newBuilder()
        .setWireSeq(wire.seq())
        .setPreviousHash(wire.previousHash())
        .setHash(wire.hash())
        .setBody(wire.body())
        .build();
  }

  @Override
  public long lastWireSeq() {
    return lastWireSeq.getAsLong();
  }

  @Override
  public long acknowledged() throws IOException {
    try {
      return journal.cursor(Journal.PUBLISHED);
    } catch (JournalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void acknowledge(long wireSeq) throws IOException {
    try {
      journal.advance(Journal.PUBLISHED, wireSeq);
    } catch (JournalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void close() throws JournalException {
    reader.close();
  }
}
