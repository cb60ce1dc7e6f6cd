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
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command as it is called, with JMH in it. */
class BenchCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object command, String... args) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  private static Subject planted(String method) {
    return new Subject(PlantedBenchmark.class, method, false, "planted");
  }

  @Test
  void aCycleAllocatesNothing(@TempDir Path folder) throws IOException {
    Path json = folder.resolve("cycle.json");

    int code = run(new BenchMain(), "cycle", "--quick", "--json", json.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode results = new ObjectMapper().readTree(json.toFile()).path("results");
    assertThat(results).hasSize(Subject.ofCycle().size());
    for (JsonNode result : results) {
      String name = result.path("name").asText();
      assertThat(result.path("ns_per_op").asDouble()).as(name).isPositive();
      if (!result.path("may_allocate").asBoolean()) {
        assertThat(result.path("bytes_per_op").asDouble()).as(name).isLessThan(0.5);
      } else {
        assertThat(name).doesNotStartWith("CycleBenchmark").doesNotEndWith("pkStep");
        assertThat(result.path("bytes_per_op").asDouble()).as(name).isGreaterThan(10);
      }
      assertThat(out.toString()).contains(name);
    }
  }

  @Test
  void anAllocationInACycleFailsByName() {
    int code = run(new CycleCommand(List.of(planted("allocates"))), "--quick");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .containsPattern("bench cycle: PlantedBenchmark.allocates allocates \\d+\\.\\d B");
  }

  @Test
  void aDeviceThatStoppedGivesNoNumber() {
    int code = run(new CycleCommand(List.of(planted("ends"))), "--quick");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .hasLineCount(1)
        .containsAnyOf("expected INFUSING and no event", "the driver wrote ");
    assertThat(out.toString()).doesNotContain("PlantedBenchmark.ends");
  }

  @Test
  void aFileThatCannotBeWrittenIsToldBeforeMeasuring(@TempDir Path folder) {
    Path json = folder.resolve("missing").resolve("cycle.json");

    int code = run(new BenchMain(), "cycle", "--json", json.toString());

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains(json.toString(), "expected").hasLineCount(1);
  }

  @Test
  void aChipThatIsNotThereIsToldBeforeMeasuring() {
    int code =
        run(new BenchMain(), "gpio", "--chip", "/dev/gpiochip-nowhere", "--lines", "1,2,3,4");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("bench gpio: gpio /dev/gpiochip-nowhere: no such chip, expected ")
        .hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2,3", "1,2,2,4"})
  void fourLinesAreExpected(String lines) {
    int code = run(new BenchMain(), "gpio", "--chip", "/dev/gpiochip0", "--lines", lines);

    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .contains("bench gpio: --lines [1, 2, ", "expected four different numbers")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"startup", "all"})
  void whatIsNotThereYetSaysSo(String name) {
    assertThat(run(new BenchMain(), name)).isEqualTo(2);
    assertThat(err.toString()).contains("bench: " + name + ": not yet").hasLineCount(1);
  }
}
