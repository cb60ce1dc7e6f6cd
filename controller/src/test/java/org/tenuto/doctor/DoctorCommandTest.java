package org.tenuto.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.linux.Pty;
import picocli.CommandLine;

/** The {@code doctor} command as people call it, on the board the test runs on. */
class DoctorCommandTest {

  private static final String LIBRARY =
      """
      [library]
      files = ["ketamine.toml"]
      trusted_keys = ["research.pub.pem"]
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path dir;

  @Test
  void printsOneLineForEachThing() {
    int exit = run();
    assertThat(out.toString().lines())
        .hasSizeGreaterThanOrEqualTo(15)
        .anyMatch(line -> line.startsWith("degraded  buzzer: no buzzer on this board."))
        .allMatch(line -> line.matches("(ok {8}|degraded  |missing   )[^:]+: .+\\."));
    assertThat(exit).isEqualTo(out.toString().contains("missing  ") ? 1 : 0);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void jsonSaysTheSame() throws Throwable {
    try (Pty pump = new Pty()) {
      int exit = run("--json", "--config", executorFile(pump.path()).toString());
      JsonNode report = new ObjectMapper().readTree(out.toString());
      assertThat(report.path("missing").asInt()).isEqualTo(exit);
      List<String> things = new ArrayList<>();
      report.path("checks").forEach(check -> things.add(check.path("thing").asText()));
      assertThat(things)
          .contains("kernel", "real time", "wake-up", "serial line")
          .doesNotContain("broker", "journal disk");
      assertThat(report.path("checks").findValuesAsText("found")).contains(pump.path() + ", free");
    }
  }

  @Test
  void aLineThatIsNotThereFails() throws IOException {
    assertThat(run("--config", executorFile(dir + "/ttyUSB9").toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("missing   serial line: " + dir + "/ttyUSB9 can't be opened (No such file");
  }

  @Test
  void aStationsFileAddsDiskAndBroker() throws IOException {
    Path file = dir.resolve("station.toml");
    Files.writeString(
        file,
        """
        site = "clinic-a"
        device = "room-2"
        staff.file = "staff.toml"
        link.dir = "/dev/shm/tenuto"
        journal.file = "/proc/sys/journal.db"
        telemetry.broker = "mqtt://127.0.0.1:1"
        """
            + LIBRARY);
    assertThat(run("--config", file.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("missing   journal disk: /proc/sys can't be written")
        .contains("degraded  broker: mqtt://127.0.0.1:1: connection refused.")
        .contains("serial line: none configured");
  }

  @Test
  void aFileThatWouldNotStartIsRefused() throws IOException {
    assertThat(run("--config", dir + "/none.toml")).isEqualTo(2);
    assertThat(err.toString()).contains("doctor: " + dir + "/none.toml: no such file");
    Path file = executorFile("/dev/ttyUSB0");
    Files.writeString(file, Files.readString(file) + "colour = 1\n");
    assertThat(run("--config", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("colour = 1: expected no such key");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void refusesOtherSystemsWithOneLine() {
    var command = new CommandLine(new DoctorCommand("needs Linux, this is Mac OS X"));
    assertThat(command.setErr(new PrintWriter(err, true)).execute()).isEqualTo(2);
    assertThat(err.toString().lines()).containsExactly("doctor: needs Linux, this is Mac OS X");
  }

  private Path executorFile(String line) throws IOException {
    Path file = dir.resolve("executor.toml");
    return Files.writeString(
        file,
        """
        link.dir = "/dev/shm/tenuto"
        pump.model = "ne1000"
        pump.line = "%s"
        """
                .formatted(line)
            + LIBRARY);
  }

  private int run(String... args) {
    return new CommandLine(new DoctorCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
