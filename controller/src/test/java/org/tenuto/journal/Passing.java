package org.tenuto.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that passes everything on to the real one, for tests to change one thing of it. */
class Passing implements RecordStore {

  private final RecordStore store;

  Passing(RecordStore store) {
    this.store = store;
  }

  @Override
  public void append(List<JournalRecord> records, Map<String, Long> cursors)
      throws JournalException {
    store.append(records, cursors);
  }

  @Override
  public List<JournalRecord> after(long seq, int limit) throws JournalException {
    return store.after(seq, limit);
  }

  @Override
  public List<JournalRecord> wireAfter(long wireSeq, int limit) throws JournalException {
    return store.wireAfter(wireSeq, limit);
  }

  @Override
  public Optional<JournalRecord> last() throws JournalException {
    return store.last();
  }

  @Override
  public Optional<JournalRecord> lastWire() throws JournalException {
    return store.lastWire();
  }

  @Override
  public List<JournalRecord> ofTypesBefore(List<String> types, long seq, int limit)
      throws JournalException {
    return store.ofTypesBefore(types, seq, limit);
  }

  @Override
  public Optional<JournalRecord> lastOf(String type) throws JournalException {
    return store.lastOf(type);
  }

  @Override
  public Optional<JournalRecord> lastOf(String type, long bootId) throws JournalException {
    return store.lastOf(type, bootId);
  }

  @Override
  public Anchor anchor() throws JournalException {
    return store.anchor();
  }

  @Override
  public void prune(JournalRecord note, Anchor anchor) throws JournalException {
    store.prune(note, anchor);
  }

  @Override
  public long usedBytes() throws JournalException {
    return store.usedBytes();
  }

  @Override
  public long highestSeq() throws JournalException {
    return store.highestSeq();
  }

  @Override
  public long cursor(String name) throws JournalException {
    return store.cursor(name);
  }

  @Override
  public void close() throws JournalException {
    store.close();
  }
}
