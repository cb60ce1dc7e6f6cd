package org.tenuto.simulator.boundary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.WirePart;

/** What is written on a modelled disk, and how much of it would survive a power cut. One thread. */
final class DiskContent {

  /** The record with sequence n is at n - 1. */
  private final List<JournalRecord> records = new ArrayList<>();

  private final List<JournalRecord> published = new ArrayList<>();
  private final Map<String, Long> cursors = new HashMap<>();

  private int durableCount;
  private Map<String, Long> durableCursors = Map.of();

  void write(List<JournalRecord> added, Map<String, Long> moved) {
    for (JournalRecord record : added) {
      if (record.seq() != records.size() + 1L) {
        throw new IllegalArgumentException(
            "record " + record.seq() + " after " + records.size() + ": expected the next");
      }
      records.add(record);
      if (record.wire() != null) {
        published.add(record);
      }
    }
    cursors.putAll(moved);
  }

  /** Makes everything durable that is written. */
  void sync() {
    durableCount = records.size();
    durableCursors = Map.copyOf(cursors);
  }

  /** Whether the record with that sequence is there and would survive. */
  boolean isDurable(long seq) {
    return seq >= 1 && seq <= durableCount;
  }

  boolean isDurable() {
    return durableCount == records.size() && durableCursors.equals(cursors);
  }

  /** Forgets what is not durable. */
  void forgetTheRest() {
    records.subList(durableCount, records.size()).clear();
    published.removeIf(record -> record.seq() > durableCount);
    cursors.clear();
    cursors.putAll(durableCursors);
  }

  List<JournalRecord> after(long seq, int limit) {
    return page(records, Math.clamp(seq, 0, records.size()), limit);
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
    for (int i = Math.clamp(seq - 1, 0, records.size()); i > 0 && found.size() < limit; i--) {
      if (wanted.test(records.get(i - 1))) {
        found.add(records.get(i - 1));
      }
    }
    return found;
  }

  long highestSeq() {
    return records.size();
  }

  long cursor(String name) {
    return cursors.getOrDefault(name, 0L);
  }
}
