package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What a tick is made of is measured on real processes; what its figures are no test depends on. */
class TickCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new BenchMain())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void everyPartIsMeasured(@TempDir Path folder) throws IOException {
    Path json = folder.resolve("tick.json");

    int code =
        run(
            "tick", "--ticks", "50", "--warm-up", "50", "--rounds", "1", "--processes", "1", "--json",
            json.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode root = new ObjectMapper().readTree(json.toFile());
    assertThat(root.path("benchmark").asText()).isEqualTo("tick");
    assertThat(root.path("figures").findValuesAsText("name"))
        .contains(
            "tick line ours p99",
            "tick alarm first/hundredth",
            "tick locked ours/naive");
    assertThat(root.path("figures"))
        .allSatisfy(figure -> assertThat(figure.path("value").asDouble()).isPositive());
    assertThat(root.path("curves").path(0).path("count").asInt()).isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({
    "--ticks, 0, 1 to 1000000",
    "--warm-up, -1, 0 to 1000000",
    "--rounds, 101, 1 to 100",
    "--processes, 0, 1 to 100",
    "--cpu, 1024, 0 to 1023",
    "--json, missing/tick.json, a file in a folder that exists"
  })
  void aBadFigureIsToldBeforeAnythingIsMeasured(String option, String value, String expected) {
    assertThat(run("tick", option, value)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("bench tick: " + option + " " + value + ": expected " + expected + "\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theMedianIsTheMiddleOrBetweenTheTwo() {
    assertThat(TickReport.median(List.of(9L, 1L, 3L))).isEqualTo(3);
    assertThat(TickReport.median(List.of(9L, 1L, 3L, 4L))).isEqualTo(3.5);
  }
}
