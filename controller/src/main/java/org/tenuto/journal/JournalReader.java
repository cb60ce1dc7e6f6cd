package org.tenuto.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The session record, open for reading, also while another process writes it. One thread; has its
 * own connection and never waits for the writer.
 */
public final class JournalReader implements AutoCloseable {

  private final RecordStore store;

  private JournalReader(RecordStore store) {
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

  /** Checks every record and both chains; reads the whole journal. */
  public Verification verify() throws JournalException {
    return ChainCheck.ofAll(store);
  }

  @Override
  public void close() throws JournalException {
    store.close();
  }
}
