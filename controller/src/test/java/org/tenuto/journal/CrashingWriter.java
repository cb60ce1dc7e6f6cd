package org.tenuto.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * Appends batches to a journal, or prunes it, and says what is on disk each time; "failed" if the
 * disk would not have it.
 */
final class CrashingWriter {

  static final int BATCHES = 3;
  static final int BATCH = 5;

  private CrashingWriter() {}

  public static void main(String[] args) throws JournalException {
    Path file = Path.of(args[1]);
    try {
      if (args[0].equals("append")) {
        append(file);
      } else {
        prune(file);
      }
    } catch (JournalException e) {
      System.out.println("failed");
    }
  }

  private static void append(Path file) throws JournalException {
    try (Journal journal = Journal.open(file)) {
      for (int batch = 0; batch < BATCHES; batch++) {
        List<JournalRecord> written = journal.appendAll(Sample.entries(BATCH));
        journal.advance(Journal.PUBLISHED, journal.lastWireSeq());
        System.out.println(written.getLast().seq());
      }
    }
  }

  private static void prune(Path file) throws JournalException {
    try (OldJournal journal = new OldJournal(file)) {
      JournalRecord note = journal.prune(planOf(journal));
      System.out.println(note.seq());
    }
  }

  static PrunePlan planOf(OldJournal journal) throws JournalException {
    return journal.plan(journal.exported(), new Retention(30, 1_000, 2));
  }
}
