package org.tenuto.station;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.tenuto.journal.JournalRecord;

/** One way to write the records of a journal to a file; a line each. */
@NullMarked
interface ExportFormat {

  /** Before the first record. */
  void begin() throws IOException;

  /**
   * The next record.
   *
   * @param wrong what is wrong with it or was found before it, a line each; empty if it is sound
   */
  void record(JournalRecord record, List<String> wrong) throws IOException;

  /** What is wrong after the last record; only asked if something is. */
  void end(List<String> wrong) throws IOException;
}
