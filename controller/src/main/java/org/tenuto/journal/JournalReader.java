package org.tenuto.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The session record, open for reading, also while another process writes it. One thread; has its
 * own connection and never waits for the writer.
 */
public final class JournalReader implements AutoCloseable {

  private final RecordStore store;

  JournalReader(RecordStore store) {
    this.store = store;
  }

  /** Opens the journal in an SQLite file for reading; see {@link #open(RecordStorage)}. */
  public static JournalReader open(Path file) throws JournalException {
    return open(RecordStorage.in(file));
  }

  /**
   * Opens a journal for reading.
   *
   * @throws JournalException if there is none, or what is there is not one
   */
  public static JournalReader open(RecordStorage storage) throws JournalException {
    return new JournalReader(storage.toRead());
  }

  /** At most {@code limit} records after {@code seq} (0: from the first), by rising sequence. */
  public List<JournalRecord> readAfter(long seq, int limit) throws JournalException {
    return store.after(seq, limit);
  }

  /** At most {@code limit} published records after {@code wireSeq}, by rising wire sequence. */
  public List<JournalRecord> readWireAfter(long wireSeq, int limit) throws JournalException {
    return store.wireAfter(wireSeq, limit);
  }

  /** The record with the highest sequence. */
  public Optional<JournalRecord> last() throws JournalException {
    return store.last();
  }

  /** The last record of a type, e.g. {@code StationRecovered}. */
  public Optional<JournalRecord> lastOf(String type) throws JournalException {
    return store.lastOf(type);
  }

  /** The last record of a type that tells of this boot of a process. */
  public Optional<JournalRecord> lastOf(String type, long bootId) throws JournalException {
    return store.lastOf(type, bootId);
  }

  /**
   * At most {@code limit} records of these types before {@code seq}, by falling sequence. Reads no
   * others.
   */
  public List<JournalRecord> readOfTypesBefore(List<String> types, long seq, int limit)
      throws JournalException {
    return store.ofTypesBefore(types, seq, limit);
  }

  /** What the first record that is kept follows. */
  public Anchor anchor() throws JournalException {
    return store.anchor();
  }

  /** Up to where a mark says that this journal was exported; 0 if there is none of this journal. */
  public long exportedBy(@Nullable ExportMark mark) throws JournalException {
    return mark == null ? 0 : mark.exportedOf(store);
  }

  /** How far a reader of that name has come; 0 if it never read. */
  public long cursor(String reader) throws JournalException {
    return store.cursor(reader);
  }

  /** What the records take of the disk, bytes. */
  public long usedBytes() throws JournalException {
    return store.usedBytes();
  }

  /** What may be let go; changes nothing. Checks the whole journal if there is something. */
  public PrunePlan planPruning(Retention retention, PrunePlan.Copies copies)
      throws JournalException {
    return PrunePlan.of(store, retention, copies);
  }

  /** Checks every record and both chains; reads the whole journal. */
  public Verification verify() throws JournalException {
    return ChainCheck.ofAll(store);
  }

  /**
   * The same, and that a record with a hash noted earlier is still there: the end of a journal can
   * be cut off, and what follows any record be rewritten, without a trace in the journal itself.
   *
   * @param head hash of the last record at that time, lower-case hex
   */
  public Verification verify(String head) throws JournalException {
    return HeadCheck.added(verify(), store, head);
  }

  @Override
  public void close() throws JournalException {
    store.close();
  }
}
