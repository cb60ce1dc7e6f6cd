package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is there whole, or as it was before. */
class WholeFileTest {

  @TempDir private Path dir;

  @Test
  void replacesWhatWasThere() throws IOException {
    Path file = dir.resolve("a.svg");
    WholeFile.write(file, "first");
    WholeFile.write(file, "second");

    assertThat(Files.readString(file)).isEqualTo("second");
    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void leavesNothingBesideAPlaceItCannotTake() throws IOException {
    Path taken = dir.resolve("taken");
    Files.createDirectories(taken.resolve("inside"));

    assertThatThrownBy(() -> WholeFile.write(taken, "text")).isInstanceOf(IOException.class);

    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files).containsExactly(taken);
    }
    assertThat(taken.resolve("inside")).isDirectory();
  }
}
