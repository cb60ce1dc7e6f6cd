package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.benchmarks.Launcher.Cache;
import picocli.CommandLine;

/** Real starts of an installation of its own; how long they take is nothing a test may depend on. */
class StartupCommandTest {

  private static final Path BUILT =
      Path.of(System.getProperty("tenuto.home", "..")).toAbsolutePath().normalize();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path home;

  @BeforeEach
  void install() throws IOException {
    Files.copy(BUILT.resolve("tenuto"), home.resolve("tenuto"));
    for (String module : List.of("controller", "simulator")) {
      Path target = Files.createDirectories(home.resolve(module).resolve("target"));
      for (String name : List.of("lib", "tenuto-" + module + "-0.1.0.jar")) {
        Files.createSymbolicLink(
            target.resolve(name), BUILT.resolve(module).resolve("target").resolve(name));
      }
    }
  }

  private int run(String... args) {
    return new CommandLine(new StartupCommand(new Launcher(home.resolve("tenuto"))))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void startsAreMeasuredWithTheCachesAndWithout() throws Exception {
    Process aot =
        new ProcessBuilder("env", "TENUTO_NO_BUILD=1", home.resolve("tenuto").toString(), "aot")
            .inheritIO()
            .start();
    assertThat(aot.waitFor()).isZero();
    Path json = home.resolve("startup.json");

    int code = run("--runs", "1", "--json", json.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode root = new ObjectMapper().readTree(json.toFile());
    assertThat(root.path("benchmark").asText()).isEqualTo("startup");
    for (JsonNode figure : root.path("figures")) {
      if (!figure.path("name").asText().endsWith(" locked")) { // not everybody may lock
        assertThat(figure.path("value").asDouble()).as("%s", figure).isPositive();
      }
    }
    assertThat(root.path("figures").findValuesAsText("name"))
        .contains(
            "startup executor plain first-cycle",
            "startup executor cache first-cycle",
            "startup executor cache/plain",
            "startup executor cache locked",
            "startup station cache page");
    assertThat(out.toString()).contains("first cycle of the loop", "page answers 200", "target ");
  }

  @Test
  void withoutACacheNothingIsMeasured() {
    assertThat(run("--runs", "1")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "bench startup: the executor started without a cache: expected one of this build and"
                + " this JDK, made by ./tenuto aot\n");
    assertThat(out.toString()).doesNotContain("target");
  }

  @ParameterizedTest
  @CsvSource({
    "--runs, 0, 1 to 1000",
    "--runs, 1001, 1 to 1000",
    "--json, missing/startup.json, a file in a folder that exists"
  })
  void aBadFigureIsToldBeforeAnythingIsMeasured(String option, String value, String expected) {
    assertThat(run(option, value)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("bench startup: " + option + " " + value + ": expected " + expected + "\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void withoutALauncherItSaysSo() throws IOException {
    Files.delete(home.resolve("tenuto"));

    assertThat(run()).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "bench startup: "
                + home.resolve("tenuto")
                + ": no such launcher, expected to be started by ./tenuto\n");
  }

  @Test
  void ratiosAreOfStartsOfTheSameRound() {
    var times = new StartTimes();
    double[][] rounds = {{1_000, 500}, {3_000, 2_100}, {2_000, 1_200}};
    for (double[] round : rounds) {
      for (Cache cache : Cache.values()) {
        double ms = round[cache == Cache.PLAIN ? 0 : 1];
        times.link(cache, ms);
        times.firstCycle(cache, ms, ms, ms);
        times.page(cache, ms, ms);
      }
      times.pair();
    }
    Figure ratio = times.ratioFigure(StartTimes.Stage.FIRST_CYCLE);
    assertThat(ratio.value()).isEqualTo(0.6);
    assertThat(ratio.atMost()).isEqualTo(0.65);
    assertThat(ratio.misses()).isFalse();
    assertThat(times.ratioFigure(StartTimes.Stage.PAGE).atMost()).isNaN();
  }

  @Test
  void theMedianOfFewIsAsSureAsItsRanks() {
    var few = new Repeats();
    assertThat(few.median()).isNaN();
    few.add(7);
    assertThat(few.median()).isEqualTo(7);
    assertThat(few.spread()).isNaN();
    for (double value : new double[] {1, 9, 3, 100}) {
      few.add(value);
    }
    assertThat(few.median()).isEqualTo(7);
    assertThat(few.spread()).isEqualTo((100 - 1) / 2.0);
    for (int value = 0; value < 95; value++) {
      few.add(50);
    }
    assertThat(few.median()).isEqualTo(50);
    assertThat(few.spread()).isZero();
  }
}
