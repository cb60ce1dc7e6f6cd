package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedMemoryTest {

  @Test
  void itIsTakenFromTheKernelsOwnTable(@TempDir Path folder) throws IOException {
    Path smaps = Files.writeString(folder.resolve("smaps"), "Rss: 9 kB\nLocked:  123904 kB\n");
    assertThat(LockedMemory.kib(smaps)).isEqualTo(123_904);
    Files.writeString(smaps, "Rss: 9 kB\n");
    assertThatThrownBy(() -> LockedMemory.kib(smaps)).hasMessageContaining("does not tell");
  }

  @Test
  void thisProcessHasSuchATable() throws IOException {
    assertThat(LockedMemory.kib(ProcessHandle.current().pid())).isNotNegative();
  }
}
