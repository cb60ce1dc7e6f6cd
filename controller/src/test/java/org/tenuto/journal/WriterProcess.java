package org.tenuto.journal;

import java.nio.file.Path;
import java.util.List;

/** Writes batches until it is killed, and says after each what is on disk. */
final class WriterProcess {

  private WriterProcess() {}

  public static void main(String[] args) throws JournalException {
    try (Journal journal = Journal.open(Path.of(args[0]))) {
      while (!System.out.checkError()) {
        List<JournalRecord> written = journal.appendAll(Sample.entries(5));
        journal.advance("telemetry", journal.lastWireSeq());
        System.out.println(written.getLast().seq());
      }
    }
  }
}
