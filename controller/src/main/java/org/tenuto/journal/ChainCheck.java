package org.tenuto.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tenuto.journal.Link.Strand;
import org.tenuto.journal.Verification.Break;
import org.tenuto.journal.Verification.Kind;

/**
 * Walks the journal from a record that is taken as sound. Reads it once, page by page, while all is
 * sound; where it is not, what was done to it is told from everything that follows.
 */
final class ChainCheck {

  private static final int PAGE = 500;

  private final RecordStore store;
  private Chain chain;

  /** Before the last record, and before the last published one: what follows vouches for those. */
  private Chain before;

  private Chain beforePublished;
  private long records;
  private long published;

  private ChainCheck(RecordStore store, Chain start) {
    this.store = store;
    this.chain = start;
    this.before = start;
    this.beforePublished = start;
  }

  /** Checks everything that is kept. */
  static Verification ofAll(RecordStore store) throws JournalException {
    Anchor anchor = store.anchor();
    Verification found = new ChainCheck(store, anchor.chain()).run(anchor.firstSeq());
    return AnchorCheck.added(found, store, anchor);
  }

  /** Checks the last {@code count} records, taking the one before them as sound. */
  static Verification ofEnd(RecordStore store, int count) throws JournalException {
    Optional<JournalRecord> last = store.last();
    Anchor anchor = store.anchor();
    long from = last.isEmpty() ? 0 : last.get().seq() - count;
    if (from < anchor.firstSeq()) {
      return ofAll(store);
    }
    return new ChainCheck(store, chainAt(store, from)).run(anchor.firstSeq());
  }

  /** Where the chains stand after that record; at their beginning if it is not there. */
  private static Chain chainAt(RecordStore store, long seq) throws JournalException {
    List<JournalRecord> page = store.after(seq - 1, PAGE);
    if (page.isEmpty() || page.getFirst().seq() != seq) {
      return store.anchor().chain();
    }
    Chain chain = Chain.EMPTY.after(page.getFirst());
    // Hours may go by without anything published: its chain is told by the next such record.
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

  private Verification run(long firstSeq) throws JournalException {
    // Asked before anything is read: what a writer adds meanwhile is not missed.
    long highest = store.highestSeq();
    boolean sound = nothingBefore(firstSeq) && walk();
    boolean whole = sound && highest <= chain.seq();
    List<Break> breaks = whole ? List.of() : diagnose(firstSeq, highest);
    return new Verification(records, published, firstSeq, chain.hash(), breaks);
  }

  /** No record has a number below the first; one that has stands where nobody reads. */
  private boolean nothingBefore(long firstSeq) throws JournalException {
    List<JournalRecord> first = store.after(Long.MIN_VALUE, 1);
    return first.isEmpty() || first.getFirst().seq() >= firstSeq;
  }

  /** Goes on for as long as each record follows the one before. */
  private boolean walk() throws JournalException {
    List<JournalRecord> page = store.after(chain.seq(), PAGE);
    while (!page.isEmpty()) {
      for (JournalRecord record : page) {
        if (!follows(record)) {
          return false;
        }
        before = chain;
        beforePublished = record.wire() == null ? beforePublished : chain;
        chain = chain.after(record);
        records++;
        published += record.wire() == null ? 0 : 1;
      }
      page = store.after(chain.seq(), PAGE);
    }
    return true;
  }

  private boolean follows(JournalRecord record) {
    return record.seq() == chain.seq() + 1
        && record.previousHash().equals(chain.hash())
        && record.hash().equals(Chain.hashOf(record))
        && chain.wireFollows(record);
  }

  private List<Break> diagnose(long firstSeq, long highest) throws JournalException {
    List<Break> breaks =
        new ArrayList<>(
            Diagnosis.of(
                new Links(Strand.RECORDS, store, before.seq(), before.hash(), firstSeq), highest));
    Chain from = beforePublished;
    breaks.addAll(
        Diagnosis.of(
            new Links(Strand.PUBLISHED, store, from.wireSeq(), from.wireHash(), 1), 0));
    if (breaks.isEmpty()) {
      long seq = chain.seq() + 1;
      String text = "record " + seq + " changed (its published part is not the next of its chain)";
      breaks.add(new Break(seq, seq, Kind.CHANGED, false, text));
    }
    return breaks;
  }
}
