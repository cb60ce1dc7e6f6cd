package org.tenuto.station;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;

/** Reads a journal from a record on, past what a damaged file no longer gives. One thread. */
@NullMarked
final class JournalSalvage {

  private static final int PAGE = 500;

  /** So many numbers are tried after one that can't be read; a damaged page has a few dozen. */
  private static final int TRIED = 20_000;

  private final JournalReader journal;
  private long seq;
  private final List<String> lost = new ArrayList<>();
  private boolean damaged;

  /**
   * Begins.
   *
   * @param after the number before the first that is read
   */
  JournalSalvage(JournalReader journal, long after) {
    this.journal = journal;
    this.seq = after;
  }

  /** The next ones; empty if there are no more. */
  List<JournalRecord> next() {
    List<JournalRecord> page = page();
    if (!page.isEmpty()) {
      seq = page.getLast().seq();
    }
    return page;
  }

  private List<JournalRecord> page() {
    try {
      return journal.readAfter(seq, damaged ? 1 : PAGE);
    } catch (JournalException e) {
      if (!damaged) {
        damaged = true; // from here on one by one: what is before the damage is not lost
        return page();
      }
      return beyond(e);
    }
  }

  private List<JournalRecord> beyond(JournalException first) {
    for (long tried = seq + 1; tried <= seq + TRIED; tried++) {
      try {
        List<JournalRecord> one = journal.readAfter(tried, 1);
        long to = one.isEmpty() ? tried : one.getFirst().seq() - 1;
        lost.add("records " + (seq + 1) + ".." + to + " can't be read: " + first.getMessage());
        return one;
      } catch (JournalException _) {
        // The next number may be on a page that is whole.
      }
    }
    lost.add("records from " + (seq + 1) + " on can't be read: " + first.getMessage());
    return List.of();
  }

  /** What could not be read since this was asked last. */
  List<String> takeLost() {
    List<String> taken = List.copyOf(lost);
    lost.clear();
    return taken;
  }
}
