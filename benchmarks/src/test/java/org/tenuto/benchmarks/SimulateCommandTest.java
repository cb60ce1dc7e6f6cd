package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Whole sessions; how much faster than real time they are is nothing a test may depend on. */
class SimulateCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new BenchMain())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void theSameSessionsAreMeasuredBlockByBlock(@TempDir Path folder) throws IOException {
    Path json = folder.resolve("simulate.json");

    int code = run("simulate", "--sessions", "1", "--blocks", "2", "--json", json.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode root = new ObjectMapper().readTree(json.toFile());
    assertThat(root.path("benchmark").asText()).isEqualTo("simulate");
    assertThat(root.path("figures")).hasSize(1);
    JsonNode figure = root.path("figures").get(0);
    assertThat(figure.path("name").asText()).isEqualTo("simulate cpu per simulated s");
    assertThat(figure.path("unit").asText()).isEqualTo("ms");
    assertThat(figure.path("value").asDouble()).isPositive();
    assertThat(figure.path("spread").isNumber()).isTrue();
    assertThat(out.toString()).contains("times real time", "2 of 1 sessions", " simulated hours each");
  }

  @ParameterizedTest
  @CsvSource({
    "--sessions, 0, 1 to 10000",
    "--sessions, 10001, 1 to 10000",
    "--blocks, 0, 1 to 10000",
    "--json, missing/simulate.json, a file in a folder that exists"
  })
  void aBadFigureIsToldBeforeAnythingIsMeasured(String option, String value, String expected) {
    assertThat(run("simulate", option, value)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("bench simulate: " + option + " " + value + ": expected " + expected + "\n");
    assertThat(out.toString()).isEmpty();
  }
}
