package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The line work of a tick beside its twin in C, and what is locked beside what is locked naively,
 * held against {@code benchmarks/baseline-tick.json}: twice the ratio fails the build. Only the
 * middle of the line's times is, taken in turn with the twin's: a busy machine delays both alike.
 * What was measured stays in {@code benchmarks/target/bench}.
 */
class TickBaselineTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new BenchMain())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  private static Path module() {
    String home = System.getProperty("tenuto.home");
    return home == null ? Path.of("") : Path.of(home, "benchmarks");
  }

  @Test
  void noRatioIsTwiceAsBadAsBefore() throws IOException {
    Path folder = Files.createDirectories(module().resolve("target/bench"));
    String json = folder.resolve("tick.json").toString();

    int measured =
        run("tick", "--ticks", "1000", "--rounds", "3", "--processes", "1", "--json", json);

    assertThat(err.toString()).isEmpty();
    assertThat(measured).isZero();
    Figures figures = Figures.in(Path.of(json));
    assertThat(figures.value("tick line ours/twin p50")).isPositive();
    assertThat(figures.value("tick locked ours/naive")).isBetween(0.0, 1.0);
    int compared =
        run("compare", module().resolve("baseline-tick.json").toString(), json, "--fail-over", "2");
    assertThat(err.toString()).isEmpty();
    assertThat(compared).as(out.toString()).isZero();
  }
}
