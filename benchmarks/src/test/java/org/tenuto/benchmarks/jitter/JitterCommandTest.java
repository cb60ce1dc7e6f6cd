package org.tenuto.benchmarks.jitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.benchmarks.BenchMain;
import picocli.CommandLine;

/** Real processes; how punctual they are is nothing a test may depend on. */
class JitterCommandTest {

  private static final Duration LONG = Duration.ofMinutes(3);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new BenchMain())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void oursAndItsTwinAreMeasuredInTurns(@TempDir Path folder) throws IOException {
    List<Path> before = left();
    Path json = folder.resolve("jitter.json");

    int code =
        run(
            "jitter", "--seconds", "1", "--rounds", "1", "--warm-up", "0", "--loads", "idle",
            "--subjects", "ours,twin", "--json", json.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode root = new ObjectMapper().readTree(json.toFile());
    assertThat(out.toString()).doesNotContain("left out twice", "did not run", "not measured");
    assertThat(root.path("benchmark").asText()).isEqualTo("jitter");
    assertThat(figure(root, "jitter idle ours p99").path("value").asDouble()).isPositive();
    assertThat(figure(root, "jitter idle ours max").path("unit").asText()).isEqualTo("us");
    assertThat(root.path("curves").path(0).path("count").asLong()).isPositive();
    if (Programs.find("gcc") == null) {
      assertThat(out.toString()).contains("twin left out: this machine has no gcc");
    } else {
      JsonNode ratio = figure(root, "jitter idle ours/twin p99");
      assertThat(ratio.path("value").asDouble()).isPositive();
      assertThat(ratio.path("at_most").asDouble()).isEqualTo(1.25);
      assertThat(out.toString()).contains("ours/twin", "target", "met");
    }
    assertThat(out.toString()).contains("machine  ");
    assertThat(left()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void everyRivalKeepsItsBeatAndStorms(@TempDir Path folder) throws IOException {
    Path json = folder.resolve("jitter.json");

    int code =
        run(
            "jitter", "--seconds", "1", "--rounds", "1", "--warm-up", "0", "--loads", "allocation",
            "--subjects", "scheduled,sleep-fifo,park,agrona", "--json", json.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode root = new ObjectMapper().readTree(json.toFile());
    assertThat(root.path("curves")).hasSize(4);
    assertThat(figure(root, "jitter allocation scheduled p50").path("value").asDouble())
        .isPositive();
  }

  private static JsonNode figure(JsonNode root, String name) {
    for (JsonNode figure : root.path("figures")) {
      if (figure.path("name").asText().equals(name)) {
        return figure;
      }
    }
    throw new AssertionError("no figure " + name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--seconds 0        | --seconds 0: expected 1 to 3600",
        "--seconds 3601     | --seconds 3601: expected 1 to 3600",
        "--rounds 0         | --rounds 0: expected 1 to 100",
        "--warm-up 61       | --warm-up 61: expected 0 to 60",
        "--cpu 1024         | --cpu 1024: expected a processor of this machine, 0 to 1023",
        "--cpu -1           | --cpu -1: expected a processor of this machine, 0 to 1023",
        "--pair --rounds 3  | --rounds 3: expected an even number with --pair, half on each"
            + " processor",
        "--pair --subjects sleep | --subjects sleep: expected none with --pair, which is ours and"
            + " twin",
        "--loads noise      | --loads noise: expected every, or some of idle, cpu, memory, disk,"
            + " network, allocation, all",
        "--subjects ours,me | --subjects me: expected every, or some of ours, twin, cyclictest,"
            + " station, station-fifo, scheduled, scheduled-fifo, sleep, sleep-fifo, park,"
            + " park-fifo, agrona, agrona-fifo",
        "--quick --thorough | --quick --thorough: expected at most one of the two",
        "--json no/j.json   | --json no/j.json: expected a file in a folder that exists",
      })
  void badInputIsOneLine(String arguments, String refusal) {
    List<String> all = new ArrayList<>(List.of("jitter"));
    all.addAll(List.of(arguments.split(" ", -1)));

    assertThat(run(all.toArray(new String[0]))).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("bench jitter: " + refusal + "\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void whoIsToldToEndMeanwhileLeavesNothing() throws IOException, InterruptedException {
    List<Path> before = left();
    Process bench =
        new ProcessBuilder(
                Programs.java(
                    List.of(),
                    BenchMain.class,
                    List.of(
                        "jitter", "--loads", "allocation", "--subjects", "twin,park", "--seconds",
                        "600")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    await().atMost(LONG).until(() -> storms(bench) || !bench.isAlive());
    List<ProcessHandle> children = bench.descendants().toList();
    assertThat(children).isNotEmpty();

    bench.destroy();

    assertThat(bench.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    await().atMost(LONG).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(left()).containsExactlyInAnyOrderElementsOf(before);
  }

  /** Whether its first child is there that is no compiler. */
  private static boolean storms(Process bench) {
    return bench
        .descendants()
        .anyMatch(child -> child.info().command().orElse("").endsWith("java"));
  }

  private static List<Path> left() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String parent : List.of("/dev/shm", System.getProperty("java.io.tmpdir"))) {
      Path folder = Path.of(parent);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files
              .filter(one -> one.getFileName().toString().startsWith("tenuto-bench-jitter"))
              .forEach(all::add);
        }
      }
    }
    return all;
  }
}
