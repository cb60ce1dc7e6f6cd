package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Real processes on real pseudo-terminals; how fast they are is nothing a test may depend on. */
class StopCommandTest {

  private static final Path TMPFS = Path.of("/dev/shm");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new BenchMain())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void everyStopIsMeasuredInBlocksThatTakeTurns(@TempDir Path folder) throws IOException {
    List<Path> before = left();
    Path json = folder.resolve("stop.json");

    int code = run(
            "stop", "--stops", "3", "--block", "2", "--warm-up", "1", "--json", json.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode root = new ObjectMapper().readTree(json.toFile());
    requireMeasured(root.path("ours"), 3, 2);
    requireMeasured(root.path("ours_new"), 2, 2);
    if (hasGcc()) {
      requireMeasured(root.path("twin"), 3, 2);
      assertThat(root.path("ratio").path("p99").asDouble()).isPositive();
      assertThat(out.toString()).contains("twin in C", "target");
    } else {
      assertThat(root.path("twin").isNull()).isTrue();
      assertThat(out.toString()).contains("no gcc");
    }
    assertThat(left()).containsExactlyInAnyOrderElementsOf(before);
  }

  private static void requireMeasured(JsonNode loop, int stops, int blocks) {
    assertThat(loop.path("stops").asInt()).isEqualTo(stops);
    assertThat(loop.path("p50_ns").asLong()).isPositive();
    assertThat(loop.path("longest_ns").asLong())
        .isGreaterThanOrEqualTo(loop.path("p99_ns").asLong());
    assertThat(loop.path("p99_ns_of_blocks")).hasSize(blocks);
    assertThat(loop.path("timing").asText()).startsWith("timing: ");
  }

  private static boolean hasGcc() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gcc")));
  }

  private static List<Path> left() throws IOException {
    if (!Files.isDirectory(TMPFS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(TMPFS)) {
      return files.filter(one -> one.getFileName().toString().startsWith("tenuto-bench")).toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--stops, 0, 1 to 100000",
    "--stops, 100001, 1 to 100000",
    "--block, 0, 1 or more",
    "--warm-up, -1, 0 to 100000",
    "--cpu, -1, 0 to 1023",
    "--json, missing/stop.json, a file in a folder that exists"
  })
  void aBadFigureIsToldBeforeAnythingIsMeasured(String option, String value, String expected) {
    assertThat(run("stop", option, value)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("bench stop: " + option + " " + value + ": expected " + expected + "\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void whereThereIsNoTwinNoRatioIsGiven(@TempDir Path folder) throws IOException {
    var ours = new StopTimes();
    ours.begin("timing: none");
    ours.add(1_000_000);
    var report = new StopReport(
            Machine.here(), Machine.here(), "timing: none", new StopTimes(), ours, null);
    report.print(new PrintWriter(out));
    report.write(folder.resolve("stop.json"));

    assertThat(out.toString())
        .contains("no gcc", "p99 at most 2 ms: met")
        .doesNotContain("ratio  ", "NaN");
    assertThat(new ObjectMapper().readTree(folder.resolve("stop.json").toFile()).has("ratio"))
        .isFalse();
  }

  @Test
  void aTargetThatIsMissedIsToldSo() {
    var ours = new StopTimes();
    ours.begin("timing: none");
    ours.add(2_100_000);
    var twins = new StopTimes();
    twins.begin("timing: none");
    twins.add(1_000_000);
    new StopReport(
            Machine.here(), Machine.here(), "timing: none", new StopTimes(), ours, twins)
        .print(new PrintWriter(out));

    assertThat(out.toString())
        .contains("p99 at most 2 ms: not met", "1.25 times the twin's: not met");
  }
}
