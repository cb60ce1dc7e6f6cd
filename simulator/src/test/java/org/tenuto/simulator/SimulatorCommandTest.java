package org.tenuto.simulator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command: what it refuses, and how its process begins and ends. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimulatorCommandTest {

  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--pump stepper        | pump 'stepper': a pseudo-terminal carries no GPIO lines, expected ne1000; run ./tenuto simulate --pump stepper, or the executor on lines of gpio-sim",
        "--pump harvard        | pump 'harvard': unknown, expected ne1000",
        "--model ne9000        | model 'ne9000': unknown, expected one of ne300, ne500, ne1000",
        "--quirk verbose       | quirk 'verbose': unknown, expected one of bare-integers, cut-",
        "--fault explode@20s   | fault 'explode@20s': unknown kind, expected one of line-cut",
        "--fault mute          | fault 'mute': expected KIND@20s or KIND@delivering+5s",
        "--syringe-diameter 0  | syringe diameter '0': expected 0.1 to 50 mm",
        "--syringe-diameter 1,5| syringe diameter '1,5': expected 0.1 to 50 mm",
        "--truth /no/such/file | truth '/no/such/file': expected a file in an existing directory"
      })
  void badInputIsOneLineAndExitCode2(String option, String message) {
    List<String> arguments = new ArrayList<>(List.of(option.split(" ")));
    arguments.addAll(List.of("--pty", dir.resolve("pump").toString()));

    assertRefused(arguments, message);
    assertThat(dir.resolve("pump")).doesNotExist();
  }

  @Test
  void aPathThatIsNoneIsRefused() {
    assertRefused(List.of("--pty", ""), "pty '': expected a path");
  }

  @Test
  void aFileInTheWayOfTheLinkIsNotTouched() throws IOException {
    Path file = Files.writeString(dir.resolve("pump"), "mine");

    assertRefused(List.of("--pty", file.toString()), "pty '" + file + "': exists");
    assertThat(file).hasContent("mine");
  }

  @Test
  void aProcessAnnouncesItselfAndCleansUpOnSigterm() throws Exception {
    Path pty = dir.resolve("pump");
    Path truth = dir.resolve("truth.jsonl");
    Process process = start("--pty", pty.toString(), "--truth", truth.toString());
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine())
          .isEqualTo("simulator ready: ne1000 on " + pty + " -> " + Files.readSymbolicLink(pty));
      await().atMost(30, SECONDS).until(() -> Files.size(truth) > 0);

      process.destroy();

      assertThat(process.waitFor(30, SECONDS)).isTrue();
      assertThat(Files.exists(pty, LinkOption.NOFOLLOW_LINKS)).isFalse();
      assertThat(Files.readString(truth)).endsWith("}\n");
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static void assertRefused(List<String> arguments, String message) {
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new SimulatorCommand()).setErr(new PrintWriter(err));

    int exitCode = command.execute(arguments.toArray(String[]::new));

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).startsWith("simulator: " + message).hasLineCount(1);
  }
}
