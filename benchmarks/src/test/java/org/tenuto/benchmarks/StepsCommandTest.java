package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command as it is called: what is counted, never how fast it was. */
class StepsCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new BenchMain())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void everyCycleAndEveryEdgeIsCounted(@TempDir Path folder) throws IOException {
    Path json = folder.resolve("steps.json");

    int code = run("steps", "--seconds", "2", "--json", json.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    Figures figures = Figures.in(json);
    assertThat(figures.count("steps wake")).isEqualTo(2_000);
    // 84 a second; a loop that missed a cycle goes slower for a while.
    long edges = figures.count("steps edge");
    boolean missed = figures.value("steps deadlines missed") > 0;
    assertThat(edges).isBetween(missed ? 0L : 167L, 169L);
    assertThat(figures.count("steps interval")).isEqualTo(Math.max(0, edges - 1));
    assertThat(out.toString()).contains("STEP rises after that deadline", "timing: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--seconds=0 | bench steps: --seconds 0: expected 1 to 2000",
        "--seconds=2001 | bench steps: --seconds 2001: expected 1 to 2000",
        "--cpu=1024 | bench steps: --cpu 1024: expected 0 to 1023",
        "--json=/nowhere/x.json | bench steps: --json /nowhere/x.json: expected a file in a folder that exists"
      })
  void badInputIsNamedInOneLine(String arg, String line) {
    assertThat(run("steps", arg)).isEqualTo(2);
    assertThat(err.toString().strip()).isEqualTo(line);
  }
}
