package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class FleetCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new BenchMain())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "--devices, 0, --devices 0: expected 1 to 1000",
    "--devices, 1001, --devices 1001: expected 1 to 1000",
    "--seconds, 0, --seconds 0: expected 1 to 3600",
    "--sessions, 51, --sessions 51: expected 1 to 50",
    "--json, missing/it.json, --json missing/it.json: expected a file in a folder that exists"
  })
  void badInputIsNamedAndExitsWithTwo(String option, String value, String message) {
    assertThat(run("fleet", option, value)).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  @Test
  @Tag("mosquitto")
  void aFewDevicesAreMeasuredOnRealProcesses(@TempDir Path folder) throws IOException {
    boolean there = Files.isExecutable(Path.of("/usr/sbin/mosquitto"));
    assertThat(there || !"true".equals(System.getenv("CI"))).isTrue();
    assumeTrue(there, "mosquitto is not installed");
    String json = folder.resolve("fleet.json").toString();
    int code =
        run("fleet", "--devices", "3", "--seconds", "3", "--sessions", "1", "--json", json);
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("3 devices", "publication to monitor, ms", "broker", "page", "date");
    assertThat(out.toString()).doesNotContain(" 0 live messages");
    Figures figures = Figures.in(Path.of(json));
    assertThat(figures.count("fleet")).isPositive();
    assertThat(figures.value("fleet p99")).isPositive();
  }
}
