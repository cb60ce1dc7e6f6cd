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
 * The cycle and all around it beside {@code benchmarks/baseline.json}: what allocates more than it
 * did fails the build. Times are not looked at: they are the machine's. What was measured stays in
 * {@code benchmarks/target/bench}.
 */
class CycleBaselineTest {

  private static final String TWICE = "2";

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
  void nothingAllocatesTwiceAsMuchAsBefore() throws IOException {
    Path baseline = module().resolve("baseline.json");
    Path folder = Files.createDirectories(module().resolve("target/bench"));
    String json = folder.resolve("cycle.json").toString();

    int measured = run("cycle", "--quick", "--json", json);

    assertThat(err.toString()).isEmpty();
    assertThat(measured).isZero();
    assertThat(out.toString()).contains("CycleBenchmark.infusing");
    int compared = run("compare", baseline.toString(), json, "--fail-over", TWICE);
    assertThat(err.toString()).isEmpty();
    assertThat(compared).isZero();
    assertThat(out.toString()).doesNotContain("only in one");
    requireEverySubject(Figures.in(Path.of(json)));
  }

  private void requireEverySubject(Figures figures) {
    assertThat(figures.root().path("figures")).hasSize(Subjects.ofCycle().size());
    for (Subject subject : Subjects.ofCycle()) {
      String name = subject.name() + " memory";
      if (subject.mayAllocate()) {
        assertThat(name).doesNotStartWith("CycleBenchmark").doesNotContain("pkStep", "Frame");
        assertThat(figures.value(name)).as(name).isGreaterThan(10);
      } else {
        assertThat(figures.value(name)).as(name).isLessThan(0.5);
        assertThat(figures.of(name).path("at_most").asDouble()).as(name).isEqualTo(0.5);
      }
      assertThat(out.toString()).contains(subject.name());
    }
  }
}
