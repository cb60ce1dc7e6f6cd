package org.tenuto.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the stress tests of this room ({@code *Stress}) under jcstress, in JVMs of their own: fails
 * on an outcome that must never be. In every build briefly and with the optimising compiler only;
 * with {@code -Dtenuto.stress=long} in all of jcstress's modes, for many minutes.
 */
class LinkStressTest {

  private static final int STRESS_TESTS = 6;

  /** Nothing is judged by time: this ends a run that hangs. */
  private static final int HANGS_AFTER_MIN = 240;

  private static final List<String> BRIEF =
      List.of(
          "-m", "quick", "-iters", "3", "-time", "200", "-f", "1", "-sc", "false", "-af", "NONE",
          "-jvmArgs", "-XX:-TieredCompilation");

  private static final List<String> LONG = List.of("-m", "default", "-af", "NONE");

  @TempDir Path dir;

  @Test
  void nothingForbiddenIsEverSeen() throws Exception {
    List<String> said = jcstress("long".equals(System.getProperty("tenuto.stress")) ? LONG : BRIEF);
    assertThat(said)
        .as("%s", String.join("\n", said))
        .anyMatch(line -> line.contains("All remaining tests: " + STRESS_TESTS + " matching"))
        .noneMatch(line -> line.contains("[FAILED]") || line.contains("[ERROR]"));
  }

  private List<String> jcstress(List<String> options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp", System.getProperty("java.class.path"),
                "org.openjdk.jcstress.Main",
                "-t", "org.tenuto.link"));
    command.addAll(options);
    Path said = dir.resolve("said");
    Process run =
        new ProcessBuilder(command)
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(run.waitFor(HANGS_AFTER_MIN, TimeUnit.MINUTES)).isTrue();
    } finally {
      run.destroyForcibly();
    }
    return Files.readAllLines(said);
  }
}
