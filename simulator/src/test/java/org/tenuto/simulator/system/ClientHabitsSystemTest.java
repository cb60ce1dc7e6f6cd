package org.tenuto.simulator.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The simulator's NE-1000, spoken to by a client in another language with the habits of laboratory
 * programs: blind sleeps, bytes one by one, commands back to back, line feeds, lower case, spaces.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ClientHabitsSystemTest {

  private static final String CLIENT = "ne1000_client.py";
  private static final int HABITS = 29;

  @TempDir private Path dir;

  @Test
  void everyHabitIsSurvived() throws Exception {
    String python = pythonWithSerial();
    Path pty = dir.resolve("pump");
    try (Tenuto simulator = Tenuto.start(dir, "simulator", "--pty", pty.toString())) {
      simulator.awaitLine("simulator ready");
      List<String> said = run(python, unpacked(), pty.toString());
      assertThat(said).allMatch(line -> line.startsWith("ok "), String.join("\n", said));
      assertThat(said).hasSizeGreaterThanOrEqualTo(HABITS);
    }
  }

  private Path unpacked() throws IOException {
    try (InputStream in = ClientHabitsSystemTest.class.getResourceAsStream(CLIENT)) {
      return Files.write(dir.resolve(CLIENT), Objects.requireNonNull(in).readAllBytes());
    }
  }

  private List<String> run(String python, Path client, String pty)
      throws IOException, InterruptedException {
    Path out = dir.resolve("client.out");
    Process process =
        new ProcessBuilder(python, client.toString(), pty)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      boolean ended = process.waitFor(Tenuto.LONG.toSeconds(), TimeUnit.SECONDS);
      assertThat(ended).as("the client waits for a reply: %s", Files.readString(out)).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }

  /** Debian's own Python has Debian's pyserial; another one that comes first may not. */
  private static String pythonWithSerial() {
    Optional<String> found =
        Stream.of("python3", "/usr/bin/python3")
            .filter(ClientHabitsSystemTest::hasSerial)
            .findFirst();
    Needs.orSkip(found.isPresent(), "needs python3 with pyserial (Debian: python3-serial)");
    return found.orElseThrow();
  }

  private static boolean hasSerial(String python) {
    try {
      Process process =
          new ProcessBuilder(python, "-c", "import serial")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
