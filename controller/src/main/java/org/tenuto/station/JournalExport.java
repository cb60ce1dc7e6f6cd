package org.tenuto.station;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.Verification.Break;

/**
 * One run of records out of a journal, each marked with what is wrong with it. A broken journal is
 * exported as far as it can be read.
 */
@NullMarked
final class JournalExport {

  private static final int PROGRESS_EVERY = 50_000;

  private final JournalReader journal;
  private final ExportFormat format;
  private final Consumer<String> progress;
  private final Set<String> wrong = new LinkedHashSet<>();
  private @Nullable JournalRecord first;
  private @Nullable JournalRecord last;
  private long count;
  private List<Break> breaks = List.of();
  private final NavigableMap<Long, Set<String>> told = new TreeMap<>();

  /**
   * Which records.
   *
   * @param from first sequence, from 1
   * @param to last sequence
   * @param sinceMs from the first record of this wall time or later, ms since 1970
   */
  record Range(long from, long to, long sinceMs) {}

  /**
   * Begins.
   *
   * @param progress told now and then how far it has come
   */
  JournalExport(JournalReader journal, ExportFormat format, Consumer<String> progress) {
    this.journal = journal;
    this.format = format;
    this.progress = progress;
  }

  /** Writes them. */
  void write(Range range) throws IOException {
    long end = Math.min(range.to(), lastSeq());
    breaks = verify();
    for (Break one : breaks) {
      if (!one.published()) { // the same, by other numbers, is said of the records
        told.computeIfAbsent(one.seq(), _ -> new LinkedHashSet<>()).add(one.text());
        told.computeIfAbsent(one.last(), _ -> new LinkedHashSet<>()).add(one.text());
      }
    }
    format.begin();
    var salvage = new JournalSalvage(journal, range.from() - 1);
    List<JournalRecord> page = salvage.next();
    boolean more = true;
    while (!page.isEmpty() && more) {
      wrong.addAll(salvage.takeLost());
      for (JournalRecord record : page) {
        more = record.seq() <= end;
        if (more && (first != null || record.wallMs() >= range.sinceMs())) {
          write(record, range.from());
        }
      }
      page = more ? salvage.next() : page;
    }
    Set<String> atEnd = new LinkedHashSet<>(salvage.takeLost());
    long seq = last == null ? range.from() - 1 : last.seq();
    atEnd.addAll(toldIn(seq, range.to())); // what was cut off, if it would have been asked for
    wrong.addAll(atEnd);
    if (!atEnd.isEmpty()) {
      format.end(List.copyOf(atEnd));
    }
  }

  /** What is written meanwhile is left to the next export: it was not checked. */
  private long lastSeq() {
    try {
      return journal.last().map(JournalRecord::seq).orElse(0L);
    } catch (JournalException e) {
      return Long.MAX_VALUE; // it is damaged: everything that can be read
    }
  }

  private List<Break> verify() {
    try {
      return journal.verify().breaks();
    } catch (JournalException e) {
      wrong.add(String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  private void write(JournalRecord record, long from) throws IOException {
    long after = last == null ? from - 1 : last.seq();
    Set<String> here = toldIn(after, record.seq());
    wrong.addAll(here);
    format.record(record, List.copyOf(here));
    first = first == null ? record : first;
    last = record;
    count++;
    if (count % PROGRESS_EVERY == 0) {
      progress.accept(count + " records, now at record " + record.seq());
    }
  }

  private Set<String> toldIn(long after, long to) {
    Set<String> texts = new LinkedHashSet<>();
    told.subMap(after, false, Math.max(after, to), true).values().forEach(texts::addAll);
    return texts;
  }

  /** Everything that is wrong with what was exported. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** Whether anything at all is wrong with the journal. */
  boolean isSound() {
    return breaks.isEmpty() && wrong.isEmpty();
  }

  /** What is wrong with the whole journal; empty if nothing is, or it could not be told. */
  List<Break> breaks() {
    return breaks;
  }

  /** First record that was exported; null if none was. */
  @Nullable JournalRecord first() {
    return first;
  }

  @Nullable JournalRecord last() {
    return last;
  }

  long count() {
    return count;
  }
}
