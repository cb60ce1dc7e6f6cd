package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Real processes, a real line; how fast they are is nothing a test may depend on. */
class PageStopCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    Path home = Path.of(System.getProperty("tenuto.home", "..")).toAbsolutePath().normalize();
    return new CommandLine(new PageStopCommand(new Launcher(home.resolve("tenuto"))))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void stopsOfARunningOrderAreMeasuredBesideTheTwins(@TempDir Path folder) throws IOException {
    Path json = folder.resolve("stop-page.json");

    int code = run("--request", "--stops", "2", "--warm-up", "1", "--json", json.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode root = new ObjectMapper().readTree(json.toFile());
    assertThat(root.path("benchmark").asText()).isEqualTo("stop-page");
    assertThat(root.path("figures").findValuesAsText("name"))
        .contains("stop page ours p50", "stop page ours/twin p50", "stop page rest p50");
    for (JsonNode figure : root.path("figures")) {
      assertThat(figure.path("value").asDouble()).as("%s", figure).isPositive();
    }
    assertThat(root.path("curves")).hasSize(3);
    for (JsonNode curve : root.path("curves")) {
      assertThat(curve.path("count").asInt()).as("%s", curve.path("name")).isEqualTo(2);
    }
    assertThat(out.toString()).contains("bare twin", "plunger at rest", "target ");
  }

  @Test
  void aTouchInABrowserStopsBoth(@TempDir Path folder) throws IOException {
    assumeThat(Chromium.find()).as("chromium on the PATH").isNotNull();
    Path json = folder.resolve("stop-page.json");

    int code = run("--stops", "1", "--warm-up", "0", "--json", json.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode root = new ObjectMapper().readTree(json.toFile());
    assertThat(root.path("figures").findValuesAsText("name"))
        .contains("stop touch ours p50", "stop touch ours/twin p50", "stop touch rest p50");
    for (JsonNode figure : root.path("figures")) {
      assertThat(figure.path("value").asDouble()).as("%s", figure).isPositive();
    }
    assertThat(out.toString()).contains("From the touch of Stop in a browser");
  }

  @ParameterizedTest
  @CsvSource({
    "--stops, 0, 1 to 10000",
    "--stops, 10001, 1 to 10000",
    "--warm-up, -1, 0 to 10000",
    "--json, missing/stop-page.json, a file in a folder that exists"
  })
  void aBadFigureIsToldBeforeAnythingIsMeasured(String option, String value, String expected) {
    assertThat(run(option, value)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("bench stop-page: " + option + " " + value + ": expected " + expected + "\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void withoutALauncherItSaysSo() {
    int code =
        new CommandLine(new PageStopCommand(new Launcher(Path.of("nowhere"))))
            .setErr(new PrintWriter(err))
            .execute();

    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "bench stop-page: nowhere: no such launcher, expected to be started by ./tenuto\n");
  }

  @Test
  void aSlowStopMissesItsTargets() {
    var times = new PageStopTimes(false);
    times.begin(false);
    times.ours(1_000_000_000, 1_000_000_000);
    times.begin(true);
    times.ours(21_000_000, 30_000_000);
    times.twin(1_000_000);
    new PageStopReport(Machine.here(), Machine.here(), times).print(new PrintWriter(out));

    assertThat(times.ours().count()).isOne();
    assertThat(out.toString())
        .contains("p50 at most 20 ms: not met", "twin's, is 2")
        .doesNotContain(": met");
  }
}
