package org.tenuto.simulator.boundary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tenuto.journal.Anchor;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.WirePart;

/** What is written on a modelled disk, and how much of it would survive a power cut. One thread. */
final class DiskContent {

  /** The record with sequence n is at n - the anchor's first. */
  private final List<JournalRecord> records = new ArrayList<>();

  private Anchor anchor = Anchor.BEGINNING;

  private final List<JournalRecord> published = new ArrayList<>();
  private final Map<String, Long> cursors = new HashMap<>();

  private long durableSeq;
  private Map<String, Long> durableCursors = Map.of();

  void write(List<JournalRecord> added, Map<String, Long> moved) {
    for (JournalRecord record : added) {
      if (record.seq() != highestSeq() + 1) {
        throw new IllegalArgumentException(
            "record " + record.seq() + " after " + highestSeq() + ": expected the next");
      }
      records.add(record);
      if (record.wire() != null) {
        published.add(record);
      }
    }
    cursors.putAll(moved);
  }

  /** Adds a record and lets those before the new anchor go, for good. */
  void prune(JournalRecord note, Anchor to) {
    write(List.of(note), Map.of());
    records.subList(0, at(to.firstSeq())).clear();
    published.removeIf(record -> record.seq() < to.firstSeq());
    anchor = to;
    sync();
  }

  Anchor anchor() {
    return anchor;
  }

  /** Makes everything durable that is written. */
  void sync() {
    durableSeq = highestSeq();
    durableCursors = Map.copyOf(cursors);
  }

  /** Whether the record with that sequence is there and would survive. */
  boolean isDurable(long seq) {
    return seq >= 1 && seq <= durableSeq;
  }

  boolean isDurable() {
    return durableSeq == highestSeq() && durableCursors.equals(cursors);
  }

  /** Forgets what is not durable. */
  void forgetTheRest() {
    records.subList(at(durableSeq + 1), records.size()).clear();
    published.removeIf(record -> record.seq() > durableSeq);
    cursors.clear();
    cursors.putAll(durableCursors);
  }

  List<JournalRecord> after(long seq, int limit) {
    return page(records, at(Math.max(seq, 0) + 1), limit);
  }

  /** Where the record with that sequence is or would be. */
  private int at(long seq) {
    return Math.clamp(seq - anchor.firstSeq(), 0, records.size());
  }

  List<JournalRecord> wireAfter(long wireSeq, int limit) {
    int from = published.size();
    while (from > 0 && wireSeqOf(published.get(from - 1)) > wireSeq) {
      from--;
    }
    return page(published, from, limit);
  }

  private static long wireSeqOf(JournalRecord record) {
    WirePart wire = record.wire();
    return wire == null ? 0 : wire.seq();
  }

  private static List<JournalRecord> page(List<JournalRecord> all, int from, int limit) {
    return List.copyOf(all.subList(from, Math.min(all.size(), from + limit)));
  }

  Optional<JournalRecord> last() {
    return records.isEmpty() ? Optional.empty() : Optional.of(records.getLast());
  }

  Optional<JournalRecord> lastWire() {
    return published.isEmpty() ? Optional.empty() : Optional.of(published.getLast());
  }

  /** At most {@code limit} before {@code seq}, the last first. */
  List<JournalRecord> before(long seq, int limit, Predicate<JournalRecord> wanted) {
    List<JournalRecord> found = new ArrayList<>();
    for (int i = at(seq); i > 0 && found.size() < limit; i--) {
      if (wanted.test(records.get(i - 1))) {
        found.add(records.get(i - 1));
      }
    }
    return found;
  }

  long highestSeq() {
    return anchor.firstSeq() - 1 + records.size();
  }

  /** What its messages take. */
  long usedBytes() {
    return records.stream().mapToLong(record -> record.payload().size()).sum();
  }

  long cursor(String name) {
    return cursors.getOrDefault(name, 0L);
  }
}
