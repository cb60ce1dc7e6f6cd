package org.tenuto.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The line's rehearsal on a pseudo-terminal of its own leaves nothing behind. */
class LineRehearsalTest {

  @Test
  void itIsPlayedAndAllItOpenedIsClosed() throws IOException {
    LineRehearsal.play();
    List<String> before = terminals();

    LineRehearsal.play();

    assertThat(terminals()).isEqualTo(before);
  }

  /** Others in this JVM open and close files of their own; terminals are ours alone. */
  private static List<String> terminals() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.map(LineRehearsalTest::target)
          .filter(target -> target.startsWith("/dev/pts/") || target.contains("ptmx"))
          .sorted()
          .toList();
    }
  }

  private static String target(Path fd) {
    try {
      return Files.readSymbolicLink(fd).toString();
    } catch (IOException e) {
      return ""; // closed meanwhile
    }
  }
}
