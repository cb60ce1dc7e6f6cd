package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CompareCommandTest {

  private static final double UNKNOWN = Double.NaN;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  private int run(String... args) {
    return new CommandLine(new BenchMain())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  private String file(String name, Figure... figures) throws IOException {
    return file(name, "cycle", figures);
  }

  private String file(String name, String benchmark, Figure... figures) throws IOException {
    Path file = folder.resolve(name);
    new Results(benchmark, Machine.here(), Machine.here(), List.of(figures), List.of()).write(file);
    return file.toString();
  }

  private static Figure time(double ns, double spreadNs) {
    return Figure.of("step time", "ns/op", ns, spreadNs);
  }

  private static Figure memory(double bytes) {
    return Figure.of("step memory", Figure.BYTES, bytes, 0);
  }

  private static Figure ratio(double value, double spread) {
    return Figure.ratio("step to twin", value, spread, UNKNOWN);
  }

  private String line(String name) {
    return out.toString().lines().filter(one -> one.startsWith(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 5, 111, 5, worse",
    "100, 5, 110, 5, same",
    "100, 5, 89, 5, better",
    "100, 5, 111, 6, same",
    "100, NaN, 900, 5, not known",
    "100, 5, 900, NaN, not known",
  })
  void aTimeHasChangedIfItIsBeyondTheSpreadOfBoth(
      double a, double spreadA, double b, double spreadB, String change) throws IOException {
    int code =
        run("compare", file("a.json", time(a, spreadA)), file("b.json", time(b, spreadB)));

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(line("step time, ns/op")).endsWith(" " + change);
  }

  @ParameterizedTest
  @CsvSource({"1.0, 1.2, worse", "1.2, 1.0, better", "1.2, 1.2, same"})
  void ratiosCompareAsTheyAre(double a, double b, String change) throws IOException {
    run("compare", file("a.json", ratio(a, UNKNOWN)), file("b.json", ratio(b, UNKNOWN)));

    assertThat(line("step to twin, x")).endsWith(change);
  }

  @Test
  void aRatioOfBothIsPrinted() throws IOException {
    run("compare", file("a.json", time(200, 1)), file("b.json", time(300, 1)));

    assertThat(line("step time")).containsPattern(" 200 +300 +1\\.50 +2 +worse$");
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, 0.4, 0",
    "0.01, 0.51, 1",
    "100, 150, 0",
    "100, 200, 1",
    "100, 20, 0",
  })
  void bytesFailByTheFactorAndFromNothingAlways(double a, double b, int expected)
      throws IOException {
    String before = file("a.json", memory(a));
    String after = file("b.json", memory(b));

    assertThat(run("compare", before, after, "--fail-over", "2")).isEqualTo(expected);
    if (expected == 1) {
      assertThat(err.toString()).startsWith("bench compare: step memory is ").hasLineCount(1);
    } else {
      assertThat(err.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"1.0, 1.9, 0", "1.0, 2.0, 1", "2.0, 1.0, 0"})
  void ratiosFailByTheFactor(double a, double b, int expected) throws IOException {
    String before = file("a.json", ratio(a, UNKNOWN));
    String after = file("b.json", ratio(b, UNKNOWN));

    assertThat(run("compare", before, after, "--fail-over", "2")).isEqualTo(expected);
  }

  @Test
  void timesNeverFail() throws IOException {
    String before = file("a.json", time(100, 1));
    String after = file("b.json", time(900, 1));

    assertThat(run("compare", before, after, "--fail-over", "2")).isZero();
  }

  @Test
  void whatOneOfThemHasNotIsSaid() throws IOException {
    run("compare", file("a.json", time(1, 1)), file("b.json", memory(1)));

    assertThat(line("step time")).endsWith("only in one");
    assertThat(line("step memory")).endsWith("only in one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | no JSON: expected a file that --json wrote",
        "[] | of another shape: expected benchmark and figures, as --json of a command writes",
        "{\"benchmark\":\"cycle\",\"figures\":[{}]} | a figure without name or unit: expected both as text",
        "{\"benchmark\":\"cycle\",\"figures\":[{\"name\":\"n\",\"unit\":\"x\",\"value\":\"1\"}]} "
            + "| n: value: expected a number or null",
        "{\"benchmark\":\"cycle\",\"figures\":[],\"curves\":[{\"name\":\"c\",\"percentiles\":"
            + "[[50,2],[40,3]]}]} | curve c: expected rising percentiles and values",
      })
  void aFileThatIsNoneIsRefused(String text, String expected) throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.json"), text);

    assertThat(run("compare", file("a.json", memory(1)), bad.toString())).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("bench compare: " + bad + ": " + expected + "\n");
  }

  @Test
  void aMissingFileIsRefused() throws IOException {
    Path gone = folder.resolve("gone.json");

    assertThat(run("compare", gone.toString(), file("b.json"))).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("bench compare: " + gone + ": missing: expected a file that --json wrote\n");
  }

  @Test
  void anotherCommandsFileIsRefused() throws IOException {
    String other = file("b.json", "jitter");

    assertThat(run("compare", file("a.json"), other)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("bench compare: " + other + ": it is of bench jitter, expected cycle\n");
  }

  @Test
  void aFactorOfOneIsRefused() throws IOException {
    assertThat(run("compare", file("a.json"), file("b.json"), "--fail-over", "1")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("bench compare: --fail-over 1.0: expected a number above 1\n");
  }
}
