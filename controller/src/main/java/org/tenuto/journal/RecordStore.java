package org.tenuto.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where records lie. A store keeps and returns them as they are; numbering, hashing and checking
 * are the journal's. Implemented on SQLite; a modelled disk can stand in for it, see {@link
 * RecordStorage}. One thread at a time; every call may wait for the disk.
 *
 * <p>After an {@link #append} that failed the journal appends no more through this store, and only
 * closes it. What is read is what was appended and is still there, damaged or not: a store looks at
 * nothing but sequences, types and boot ids.
 */
public interface RecordStore extends AutoCloseable {

  /**
   * Adds records and moves reader positions, all or nothing. On disk when it returns, and seen by
   * every reader that is asked after that; after an exception they may be there or not.
   *
   * @param records rising by 1 from {@link #highestSeq}; may be empty
   * @param cursors positions by reader; those not named stay
   */
  void append(List<JournalRecord> records, Map<String, Long> cursors) throws JournalException;

  /** At most {@code limit} records after {@code seq}, by rising sequence. */
  List<JournalRecord> after(long seq, int limit) throws JournalException;

  /** At most {@code limit} published records after {@code wireSeq}, by rising wire sequence. */
  List<JournalRecord> wireAfter(long wireSeq, int limit) throws JournalException;

  /** The record with the highest sequence. */
  Optional<JournalRecord> last() throws JournalException;

  /** The record with the highest wire sequence. */
  Optional<JournalRecord> lastWire() throws JournalException;

  /** The last record of a type. */
  Optional<JournalRecord> lastOf(String type) throws JournalException;

  /** The last record of a type that tells of this boot of a process. */
  Optional<JournalRecord> lastOf(String type, long bootId) throws JournalException;

  /** At most {@code limit} records of these types before {@code seq}, by falling sequence. */
  List<JournalRecord> ofTypesBefore(List<String> types, long seq, int limit)
      throws JournalException;

  /** Highest sequence ever stored, even if that record is gone; 0 if there never was one. */
  long highestSeq() throws JournalException;

  /** What the first record that is kept follows. */
  Anchor anchor() throws JournalException;

  /**
   * Adds a record that tells of it, and lets all before {@link Anchor#firstSeq} go; all or nothing.
   *
   * @param note the next record
   * @param anchor later than the present one; its first record is there, and follows its hash
   */
  void prune(JournalRecord note, Anchor anchor) throws JournalException;

  /** What the records take of the disk; what was let go and can be written again is not counted. */
  long usedBytes() throws JournalException;

  /** A reader's position; 0 if it has none. */
  long cursor(String name) throws JournalException;

  /** Lets the next one have it for writing. Makes nothing durable: what was appended is. */
  @Override
  void close() throws JournalException;
}
