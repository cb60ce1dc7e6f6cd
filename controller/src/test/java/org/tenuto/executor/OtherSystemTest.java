package org.tenuto.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** On a system whose kernel it can't call, the executor says so and does nothing. */
class OtherSystemTest {

  /** The system is what the JVM is told that it is. */
  @Test
  void refusesInOneLine() throws Exception {
    Process executor =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Dos.name=Plan 9",
                "-cp",
                System.getProperty("java.class.path"),
                ExecutorMain.class.getName(),
                "--config",
                "no-such-file.toml",
                "--bench")
            .start();
    String out = new String(executor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(executor.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(executor.waitFor()).isEqualTo(2);
    assertThat(out).isEmpty();
    assertThat(err).isEqualTo("executor: needs Linux, this is Plan 9\n");
  }
}
