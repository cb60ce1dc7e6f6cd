package org.tenuto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import picocli.CommandLine;

class PageCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  private int run(String... args) {
    return new CommandLine(new BenchMain())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  private Path results(List<Figure> figures, List<Curve> curves) throws IOException {
    Path file = folder.resolve("jitter.json");
    new Results("jitter", Machine.here(), Machine.here(), figures, curves).write(file);
    return file;
  }

  private static Curve curve(String name, long... values) {
    var histogram = new Histogram(3);
    for (long value : values) {
      histogram.recordValue(value);
    }
    return new Curve(name, "us", 1e3, histogram);
  }

  private Document page(Path json) throws Exception {
    Path html = folder.resolve("out.html");
    assertThat(run("report", json.toString(), "--html", html.toString())).isZero();
    assertThat(err.toString()).isEmpty();
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(html.toFile());
  }

  @Test
  void aMissedTargetIsSaidAndMarked() throws Exception {
    Document page =
        page(
            results(
                List.of(
                    new Figure("loop p50", "us", 40, 1, 50),
                    new Figure("loop p99", "us", 140, Double.NaN, 100),
                    Figure.of("loop longest", "us", 900, Double.NaN)),
                List.of()));

    var rows = page.getElementsByTagName("tr");
    List<String> missed =
        java.util.stream.IntStream.range(0, rows.getLength())
            .mapToObj(i -> (org.w3c.dom.Element) rows.item(i))
            .filter(row -> row.getAttribute("class").equals("missed"))
            .map(row -> row.getTextContent().strip().replaceAll("\\s+", " "))
            .toList();
    assertThat(missed).containsExactly("loop p99 140 - 100 µs ✗ missed");
    assertThat(page.getDocumentElement().getTextContent())
        .contains("1 of 2 targets met; missed: loop p99.", "✓ met", "kernel", "JVM flags");
  }

  @Test
  void aCurveIsDrawnAsPercentilesAndHistogram() throws Exception {
    Document page =
        page(
            results(
                List.of(),
                List.of(
                    curve("jitter ours", 10_000, 20_000, 30_000, 500_000),
                    curve("jitter twin", 10_000, 11_000))));

    assertThat(page.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(3);
    assertThat(page.getElementsByTagName("rect").getLength()).isGreaterThan(3);
  }

  @Test
  void curvesOfNothingAndOfOneValueAreDrawnToo() throws Exception {
    Document page =
        page(results(List.of(), List.of(curve("none"), curve("zero", 0), curve("one", 5_000))));

    assertThat(page.getDocumentElement().getTextContent()).doesNotContain("NaN", "Infinity");
  }

  @Test
  void nothingIsLoadedAndWhatStandsInAFileIsText() throws Exception {
    Path json =
        results(List.of(Figure.of("<script>alert(1)</script>&'\"", "us", 1, 1)), List.of());
    page(json);
    String html = Files.readString(folder.resolve("out.html"));

    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;&quot;")
        .doesNotContain("<script", "src=", "href=", "url(", "@import");
    assertThat(html.replace("http://www.w3.org/", "")).doesNotContain("http:", "https:");
  }

  @Test
  void aBarIsAsHighAsItsPartOfAllValues() {
    var half =
        new DrawnCurve(
            "half",
            "us",
            4,
            List.of(new DrawnCurve.Point(50, 10), new DrawnCurve.Point(100, 30)));

    assertThat(half.shareUpTo(9.99)).isZero();
    assertThat(half.shareUpTo(10)).isEqualTo(0.5);
    assertThat(half.shareUpTo(20)).isEqualTo(0.75);
    assertThat(half.shareUpTo(30)).isEqualTo(1);
  }

  @Test
  void aScaleOfPowersOfTenHasRoundTicks() {
    LogScale scale = LogScale.of(3, 40, 0, 100);

    assertThat(scale.ticks()).containsExactly(5.0, 10.0, 20.0);
    assertThat(LogScale.of(20, 90, 0, 100).ticks()).hasSizeGreaterThan(3);
    assertThat(LogScale.of(2, 9_000, 0, 100).ticks()).containsExactly(10.0, 100.0, 1_000.0);
    assertThat(scale.at(3)).isZero();
    assertThat(scale.at(40)).isEqualTo(100);
    assertThat(scale.at(1)).isZero();
  }

  @Test
  void badInputIsToldInOneLine() throws IOException {
    String gone = folder.resolve("gone.json").toString();

    assertThat(run("report", gone, "--html", folder.resolve("o.html").toString())).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("bench report: " + gone + ": missing: expected a file that --json wrote\n");
    assertThat(folder.resolve("o.html")).doesNotExist();
    String nowhere = folder.resolve("missing/o.html").toString();
    assertThat(run("report", results(List.of(), List.of()).toString(), "--html", nowhere))
        .isEqualTo(2);
    assertThat(err.toString()).hasLineCount(2).contains("--html");
  }
}
