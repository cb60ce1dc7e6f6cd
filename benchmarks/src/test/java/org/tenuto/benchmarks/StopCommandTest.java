package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    Figures figures = Figures.in(json);
    requireMeasured(figures, "stop ours", 3);
    requireMeasured(figures, "stop new", 2);
    assertThat(figures.of("stop ours p99").path("at_most").asDouble()).isEqualTo(2);
    if (hasGcc()) {
      requireMeasured(figures, "stop twin", 3);
      assertThat(figures.value("stop ours to twin p99")).isPositive();
      assertThat(out.toString()).contains("twin in C", "target", "timing: ");
    } else {
      assertThat(figures.has("stop twin p50")).isFalse();
      assertThat(out.toString()).contains("no gcc");
    }
    assertThat(left()).containsExactlyInAnyOrderElementsOf(before);
  }

  private static void requireMeasured(Figures figures, String loop, int stops) {
    assertThat(figures.count(loop)).isEqualTo(stops);
    assertThat(figures.value(loop + " p50")).isPositive();
    assertThat(figures.value(loop + " longest"))
        .isGreaterThanOrEqualTo(figures.value(loop + " p99"));
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
  void whereThereIsNoTwinNoRatioIsGiven() {
    var ours = new StopTimes();
    ours.begin("timing: none");
    ours.add(1_000_000);
    var report = new StopReport(
            Machine.here(), Machine.here(), "timing: none", new StopTimes(), ours, null);
    report.print(new PrintWriter(out));

    assertThat(out.toString())
        .contains("no gcc", "p99 at most 2 ms: met")
        .doesNotContain("ratio  ", "NaN");
    assertThat(report.results().figures()).extracting(Figure::unit).containsOnly("ms");
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

  @Test
  void blocksTellHowFarAFigureIsOff() {
    var ours = new StopTimes();
    var twins = new StopTimes();
    for (long ms : new long[] {1, 2, 3}) {
      ours.begin("timing: none");
      ours.add(ms * 1_000_000);
      twins.begin("timing: none");
      twins.add(1_000_000);
    }
    Map<String, Figure> figures =
        new StopReport(
                Machine.here(), Machine.here(), "timing: none", new StopTimes(), ours, twins)
            .results().figures().stream()
                .collect(Collectors.toMap(Figure::name, Function.identity()));

    // Standard deviation 1 ms, of three: two standard errors are 2/√3 ms.
    assertThat(figures.get("stop ours p50"))
        .satisfies(figure -> assertThat(figure.spread()).isCloseTo(1.1547, offset(1e-3)));
    assertThat(figures.get("stop twin p50"))
        .satisfies(figure -> assertThat(figure.spread()).isZero());
    assertThat(figures.get("stop ours to twin p50"))
        .satisfies(figure -> assertThat(figure.value()).isCloseTo(2, offset(1e-3)))
        .satisfies(figure -> assertThat(figure.spread()).isCloseTo(1.1547, offset(2e-3)));
  }
}
