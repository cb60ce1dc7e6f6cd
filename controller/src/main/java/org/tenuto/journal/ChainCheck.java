package org.tenuto.journal;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.Verification.Break;
import org.tenuto.journal.Verification.Kind;

/**
 * Walks the journal from a record that is taken as sound, and stops at the first that is not as it
 * was written. What was done to it is told from the records around it.
 */
final class ChainCheck {

  private static final int PAGE = 500;

  /** How many records taken out and closed over are still told as such. */
  private static final int RENUMBERED_AT_MOST = 1_000;

  private final RecordStore store;
  private Chain chain;
  private long records;
  private long published;

  private ChainCheck(RecordStore store, Chain start) {
    this.store = store;
    this.chain = start;
  }

  /** Checks everything. */
  static Verification ofAll(RecordStore store) throws JournalException {
    return new ChainCheck(store, Chain.EMPTY).run();
  }

  /** Checks the last {@code count} records, taking the one before them as sound. */
  static Verification ofEnd(RecordStore store, int count) throws JournalException {
    Optional<JournalRecord> last = store.last();
    long from = last.isEmpty() ? 0 : last.get().seq() - count;
    if (from <= 0) {
      return ofAll(store);
    }
    return new ChainCheck(store, chainAt(store, from)).run();
  }

  /** Where the chains stand after that record; at their beginning if it is not there. */
  private static Chain chainAt(RecordStore store, long seq) throws JournalException {
    List<JournalRecord> page = store.after(seq - 1, PAGE);
    if (page.isEmpty() || page.getFirst().seq() != seq) {
      return Chain.EMPTY;
    }
    Chain chain = Chain.EMPTY.after(page.getFirst());
    // Hours may go by without anything that is published: its chain is told by the next such record.
    while (!page.isEmpty()) {
      for (JournalRecord record : page) {
        WirePart wire = record.wire();
        if (wire != null && record.seq() == seq) {
          return chain;
        }
        if (wire != null) {
          return new Chain(chain.seq(), chain.hash(), wire.seq() - 1, wire.previousHash());
        }
      }
      page = store.after(page.getLast().seq(), PAGE);
    }
    return chain;
  }

  private Verification run() throws JournalException {
    // Asked before anything is read: what a writer adds meanwhile is not missed.
    long highest = store.highestSeq();
    List<JournalRecord> page = store.after(chain.seq(), PAGE);
    while (!page.isEmpty()) {
      for (JournalRecord record : page) {
        Break broken = check(record);
        if (broken != null) {
          return new Verification(records, published, broken);
        }
        chain = chain.after(record);
        records++;
        published += record.wire() == null ? 0 : 1;
      }
      page = store.after(chain.seq(), PAGE);
    }
    return new Verification(records, published, missingEnd(highest));
  }

  private @Nullable Break missingEnd(long highest) {
    if (highest <= chain.seq()) {
      return null;
    }
    return broken(chain.seq() + 1, Kind.DELETED, "is missing: the journal once went to " + highest);
  }

  private @Nullable Break check(JournalRecord record) throws JournalException {
    long expected = chain.seq() + 1;
    if (record.seq() > expected) {
      return broken(expected, Kind.DELETED, "is missing: the next one there is " + record.seq());
    }
    boolean sound =
        record.previousHash().equals(chain.hash())
            && record.hash().equals(Chain.hashOf(record))
            && chain.wireFollows(record);
    return sound ? null : diagnose(record);
  }

  /** Looks through everything for where the broken record, and the one it displaced, belong. */
  private Break diagnose(JournalRecord record) throws JournalException {
    long successor = 0;
    long predecessor = 0;
    boolean copied = false;
    long seq = 0;
    List<JournalRecord> page = store.after(seq, PAGE);
    while (!page.isEmpty()) {
      for (JournalRecord other : page) {
        seq = other.seq();
        if (seq > record.seq() && other.previousHash().equals(chain.hash())) {
          successor = seq;
        }
        if (seq != chain.seq()
            && seq != record.seq()
            && other.hash().equals(record.previousHash())) {
          predecessor = seq;
        }
        copied |= seq != record.seq() && other.hash().equals(record.hash());
      }
      page = store.after(seq, PAGE);
    }
    return told(record, successor, copied ? 0 : predecessor);
  }

  private Break told(JournalRecord record, long successor, long predecessor) {
    long seq = record.seq();
    if (successor != 0 && predecessor != 0) {
      return broken(seq, Kind.REORDERED, "is not what was written here: that is now " + successor);
    }
    if (successor != 0) {
      String what = "was not written here: " + successor + " follows " + (seq - 1);
      return broken(seq, Kind.INSERTED, what);
    }
    if (predecessor != 0 && predecessor < seq) {
      String what = "was not written here: " + seq + " follows " + predecessor;
      return broken(seq - 1, Kind.INSERTED, what);
    }
    if (record.previousHash().equals(chain.hash()) || isWhole(record, record.seq(), chain.hash())) {
      return broken(seq, Kind.CHANGED, "was changed: its content does not match its hash");
    }
    if (wasRenumbered(record)) {
      return broken(seq, Kind.DELETED, "is missing: a later one stands in its place");
    }
    return broken(seq, Kind.INSERTED, "was not written here: it follows no record there is");
  }

  private static boolean wasRenumbered(JournalRecord record) {
    return LongStream.rangeClosed(1, RENUMBERED_AT_MOST)
        .anyMatch(by -> isWhole(record, record.seq() + by, record.previousHash()));
  }

  private static boolean isWhole(JournalRecord r, long seq, ByteString previousHash) {
    JournalRecord supposed =
        new JournalRecord(
            seq,
            r.bootId(),
            r.monoNs(),
            r.wallMs(),
            r.type(),
            r.payload(),
            r.wire(),
            previousHash,
            r.hash());
    return Chain.hashOf(supposed).equals(r.hash());
  }

  private static Break broken(long seq, Kind kind, String what) {
    return new Break(seq, kind, "record " + seq + " " + what);
  }
}
