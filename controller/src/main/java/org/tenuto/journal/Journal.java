package org.tenuto.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.proto.journal.JournalPruned;

/**
 * The session record, open for writing. What {@link #appendAll} returned is on disk.
 *
 * <p>Any thread; calls take turns and an append waits for the disk. After the first failure every
 * append fails with the same reason until the journal is opened again.
 */
public final class Journal implements AutoCloseable {

  /** The reader position of the telemetry publisher: the last event the broker acknowledged. */
  public static final String PUBLISHED = "telemetry";

  /** Records at the end that are checked before anything is added after them. */
  private static final int CHECKED_AT_OPEN = 1_000;

  private final RecordStorage storage;
  private final RecordStore store;
  private final Map<String, Long> cursors = new HashMap<>();
  private final Map<String, Long> movedCursors = new HashMap<>();
  private Chain chain;
  private @Nullable JournalException failure;

  private Journal(RecordStorage storage, RecordStore store, Chain chain) {
    this.storage = storage;
    this.store = store;
    this.chain = chain;
  }

  /** Opens the journal in an SQLite file for writing; see {@link #open(RecordStorage)}. */
  public static Journal open(Path file) throws JournalException {
    return open(RecordStorage.in(file));
  }

  /**
   * Opens a journal for writing, creating it if there is none.
   *
   * @throws JournalException if another process has it open for writing, if it can't be written, or
   *     if its end is damaged; what is there is left as it is
   */
  public static Journal open(RecordStorage storage) throws JournalException {
    RecordStore store = storage.toWrite();
    try {
      Verification end = ChainCheck.ofEnd(store, CHECKED_AT_OPEN);
      if (end.broken() != null) {
        throw new JournalException(
            Reason.CORRUPT, "journal: " + end.broken().text() + "; nothing is appended to it");
      }
      return new Journal(storage, store, chainOf(store));
    } catch (JournalException e) {
      store.close();
      throw e;
    }
  }

  private static Chain chainOf(RecordStore store) throws JournalException {
    Chain chain = store.anchor().chain();
    var lastWire = store.lastWire();
    if (lastWire.isPresent()) {
      chain = chain.after(lastWire.get());
    }
    var last = store.last();
    return last.isPresent() ? chain.after(last.get()) : chain;
  }

  /** Opens this journal for reading too. Never waits for an append; whoever asked closes it. */
  public JournalReader reader() throws JournalException {
    return JournalReader.open(storage);
  }

  /**
   * Puts entries on record, in this order, all or none.
   *
   * @return what they became: their sequences and, where published, wire parts
   */
  public synchronized List<JournalRecord> appendAll(List<Entry> entries) throws JournalException {
    requireSound();
    List<JournalRecord> records = new ArrayList<>(entries.size());
    Chain head = chain;
    for (Entry entry : entries) {
      JournalRecord record = head.next(entry);
      records.add(record);
      head = head.after(record);
    }
    if (!records.isEmpty()) {
      write(records);
      chain = head;
    }
    return List.copyOf(records);
  }

  /** Puts one entry on record. */
  public JournalRecord append(Entry entry) throws JournalException {
    return appendAll(List.of(entry)).getFirst();
  }

  /**
   * Lets go what a plan says, and puts that on record; all or nothing.
   *
   * @param plan made of this journal as it is
   * @param bootId of the station that does it; 0 for a command
   * @param by who has it done
   */
  public synchronized JournalRecord prune(
      PrunePlan plan, long bootId, long monoNs, Instant wall, String by) throws JournalException {
    requireSound();
    Anchor anchor = plan.anchor();
    JournalPruned note =
        JournalPruned.newBuilder()
            .setFirstSeq(anchor.firstSeq())
            .setHashBefore(anchor.hashBefore())
            .setWireSeqBefore(anchor.wireSeqBefore())
            .setWireHashBefore(anchor.wireHashBefore())
            .setFromSeq(plan.fromSeq())
            .setBy(by)
            .setCause(plan.cause())
            .setExportSha256(plan.exportSha256())
            .build();
    JournalRecord record = chain.next(Entry.confined(bootId, monoNs, wall, note));
    write(() -> store.prune(record, anchor));
    chain = chain.after(record);
    return record;
  }

  private interface Writing {
    void write() throws JournalException;
  }

  private void write(List<JournalRecord> records) throws JournalException {
    write(() -> store.append(records, Map.copyOf(movedCursors)));
    movedCursors.clear();
  }

  private void write(Writing writing) throws JournalException {
    try {
      writing.write();
    } catch (JournalException e) {
      failure = e;
      throw e;
    }
  }

  private void requireSound() throws JournalException {
    if (failure != null) {
      throw new JournalException(
          failure.reason(), "journal takes no more since: " + failure.getMessage(), failure);
    }
  }

  /**
   * Remembers how far a reader has come; never goes back. Durable with the next append or close: a
   * crash before takes the reader back, never forward.
   */
  public synchronized void advance(String reader, long position) throws JournalException {
    if (position > cursor(reader)) {
      cursors.put(reader, position);
      movedCursors.put(reader, position);
    }
  }

  /** How far a reader has come; 0 if it never read. */
  public synchronized long cursor(String reader) throws JournalException {
    Long position = cursors.get(reader);
    if (position == null) {
      position = store.cursor(reader);
      cursors.put(reader, position);
    }
    return position;
  }

  /** Sequence of the last record; 0 if there is none. */
  public synchronized long lastSeq() {
    return chain.seq();
  }

  /** Wire sequence of the last published record; 0 if there is none. */
  public synchronized long lastWireSeq() {
    return chain.wireSeq();
  }

  /** Writes the reader positions and lets the next process have the journal. */
  @Override
  public synchronized void close() throws JournalException {
    try (store) {
      if (failure == null && !movedCursors.isEmpty()) {
        write(List.of());
      }
    }
  }
}
