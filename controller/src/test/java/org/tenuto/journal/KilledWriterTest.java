package org.tenuto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed with SIGKILL while it appends. */
class KilledWriterTest {

  @TempDir private Path dir;

  @RepeatedTest(4)
  void whatWasSaidToBeOnDiskIsThereAndTheRestIsWhole(RepetitionInfo repetition) throws Exception {
    Path file = dir.resolve("session.journal");
    long said = writeAndKill(file, 10L * repetition.getCurrentRepetition());
    try (Journal journal = Journal.open(file);
        JournalReader reader = JournalReader.open(file)) {
      Verification found = reader.verify();
      assertThat(found.broken()).isNull();
      assertThat(found.records()).isGreaterThanOrEqualTo(said);
      assertThat(found.records() % 5).as("a batch is in as a whole or not at all").isZero();
      assertThat(journal.cursor("telemetry")).isLessThanOrEqualTo(journal.lastWireSeq());
      journal.append(Sample.entry(1));
      assertThat(reader.verify().broken()).isNull();
    }
  }

  /** Returns the last sequence it said was on disk. */
  private long writeAndKill(Path file, long batches) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                WriterProcess.class.getName(),
                file.toString())
            .redirectError(dir.resolve("err").toFile())
            .start();
    try (BufferedReader said = process.inputReader()) {
      long last = 0;
      for (long batch = 0; batch < batches; batch++) {
        last = number(said);
      }
      process.toHandle().destroyForcibly(); // unlike Process.destroyForcibly, leaves the pipe open
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        last = Long.parseLong(line);
      }
      return last;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private long number(BufferedReader said) throws IOException {
    String line = said.readLine();
    assertThat(line).as("see %s", dir.resolve("err")).isNotNull();
    return Long.parseLong(line);
  }
}
