package org.tenuto.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.doctor.Finding.Level;

/** Link and journal, on real file systems. */
class FolderCheckTest {

  /** Nobody can make a file here, root neither. */
  private static final Path NOT_WRITABLE = Path.of("/proc/sys");

  @TempDir private Path dir;

  @Test
  void aLinkInMemoryIsAsItShouldBe() {
    Finding finding = new LinkCheck(Path.of("/dev/shm/tenuto-not-made-by-looking")).look();
    assertThat(finding.level()).as("%s", finding).isEqualTo(Level.OK);
    assertThat(finding.found()).contains(" on tmpfs, ").endsWith(" MiB free");
    assertThat(Path.of("/dev/shm/tenuto-not-made-by-looking")).doesNotExist();
  }

  @Test
  void aLinkOnADiskIsSlow() throws IOException {
    String type = Files.getFileStore(dir).type();
    assertThat(new LinkCheck(dir).look().level())
        .isEqualTo(type.equals("tmpfs") ? Level.OK : Level.DEGRADED);
  }

  @Test
  void aFolderThatCantBeWrittenIsMissing() {
    Finding link = new LinkCheck(NOT_WRITABLE).look();
    assertThat(link.level()).isEqualTo(Level.MISSING);
    assertThat(link.found()).startsWith("/proc/sys can't be written: ");
    Finding journal = new JournalCheck(NOT_WRITABLE.resolve("journal.db")).look();
    assertThat(journal.level()).isEqualTo(Level.MISSING);
    assertThat(journal.found()).startsWith("/proc/sys can't be written: ");
  }

  @Test
  void timesTheDiskOfTheJournalAndLeavesNothing() throws IOException {
    Finding finding = new JournalCheck(dir.resolve("later/journal.db")).look();
    assertThat(finding.level()).as("%s", finding).isNotEqualTo(Level.MISSING);
    assertThat(finding.found()).containsPattern(" MiB free, fsync \\d+\\.\\d ms$");
    try (Stream<Path> left = Files.list(dir)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFolderIsNoJournal() {
    assertThat(new JournalCheck(dir).look().found()).isEqualTo(dir + " is a folder");
  }

  @Test
  void aJournalInMemoryIsLostWithThePower() {
    assertThat(new JournalCheck(Path.of("/dev/shm/journal.db")).look().level())
        .isEqualTo(Level.DEGRADED);
  }
}
