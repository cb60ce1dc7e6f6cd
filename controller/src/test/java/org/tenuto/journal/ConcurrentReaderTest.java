package org.tenuto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentReaderTest {

  private static final int BATCHES = 60;

  @TempDir private Path dir;

  @Test
  void aReaderFollowsAWriterRecordByRecord() throws Exception {
    Path file = dir.resolve("session.journal");
    Journal.open(file).close();
    CompletableFuture<List<Long>> read =
        CompletableFuture.supplyAsync(() -> follow(file, BATCHES * 5));
    try (Journal journal = Journal.open(file)) {
      for (int batch = 0; batch < BATCHES; batch++) {
        journal.appendAll(Sample.entries(5));
      }
      List<Long> seqs = read.get();
      assertThat(seqs).hasSize(BATCHES * 5).isSorted().doesNotHaveDuplicates();
    }
  }

  private static List<Long> follow(Path file, int records) {
    List<Long> seqs = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(file)) {
      while (seqs.size() < records && !Thread.currentThread().isInterrupted()) {
        long after = seqs.isEmpty() ? 0 : seqs.getLast();
        reader.readAfter(after, 7).forEach(record -> seqs.add(record.seq()));
        assertThat(reader.verify().broken()).isNull();
      }
      return seqs;
    } catch (JournalException e) {
      throw new AssertionError(e);
    }
  }
}
