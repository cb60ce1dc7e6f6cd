package org.tenuto.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Results as one HTML file that loads nothing and runs nothing, for light and dark screens. */
final class BenchPage {

  private static final String WARNING =
      "Research and teaching software; never connected to a person.";

  private static final Map<String, String> MACHINE =
      Map.of(
          "processor", "processor",
          "processors", "processors",
          "load_average_before", "load average before",
          "load_average_after", "load average after",
          "kernel", "kernel",
          "jdk", "JDK",
          "jvm_flags", "JVM flags");

  private final List<ResultsFile> all;
  private final Markup html = new Markup();

  private BenchPage(List<ResultsFile> all) {
    this.all = all;
  }

  /** The page; the same results make the same page, byte for byte. */
  static String of(List<ResultsFile> all) {
    return new BenchPage(all).write();
  }

  private String write() {
    html.raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>");
    html.raw("<meta charset=\"utf-8\"/>");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
    html.element("title", "Tenuto benchmarks");
    html.raw("<style>\n" + style() + "</style>\n</head>\n<body>\n<main>");
    html.element("p class=\"warning\"", WARNING);
    html.element("h1", "Tenuto benchmarks");
    targets();
    all.forEach(this::section);
    html.raw("<section>").element("h2", "How to read it");
    html.element(
        "p",
        "Less is better everywhere. Times are of the machine they were taken on, with all that ran"
            + " on it: compare ratios (x), which are taken in one run beside a twin, and bytes"
            + " (B/op). The spread is half the width within which the same run again is expected;"
            + " a dash where that is not known. Plots have logarithmic axes; histograms are drawn"
            + " from the percentiles on record.");
    html.element("p class=\"warning\"", WARNING);
    return html.raw("</section>\n</main>\n</body>\n</html>").toString();
  }

  private void targets() {
    List<Figure> judged =
        all.stream().flatMap(file -> file.figures().stream()).filter(BenchPage::hasTarget).toList();
    List<Figure> missed = judged.stream().filter(Figure::misses).toList();
    if (judged.isEmpty()) {
      html.element("p class=\"result\"", "None of these figures has a target.");
      return;
    }
    html.element(
        missed.isEmpty() ? "p class=\"result\"" : "p class=\"result missed\"",
        (judged.size() - missed.size()) + " of " + judged.size() + " targets met"
            + (missed.isEmpty()
                ? "."
                : "; missed: "
                    + missed.stream().map(Figure::name).collect(Collectors.joining(", ")) + "."));
  }

  private static boolean hasTarget(Figure figure) {
    return !Double.isNaN(figure.atMost());
  }

  private void section(ResultsFile file) {
    html.raw("<section>").element("h2", "bench " + file.benchmark());
    figures(file.figures());
    plots(file.curves());
    html.raw("<table class=\"facts\"><tbody>");
    for (ResultsFile.Fact fact : file.machine()) {
      fact(MACHINE.getOrDefault(fact.name(), fact.name()), readable(fact.value()));
    }
    fact("commit", file.commit());
    fact("date", file.date());
    html.raw("</tbody></table>").raw("</section>");
  }

  /** Load averages come with a dozen digits. */
  private static String readable(String value) {
    return value.matches("\\d+\\.\\d{3,}") ? Decimals.of(Double.parseDouble(value)) : value;
  }

  private void fact(String name, String value) {
    html.raw("<tr>")
        .element("th scope=\"row\"", name)
        .element("td", value.isEmpty() ? "none" : value)
        .raw("</tr>");
  }

  private void figures(List<Figure> figures) {
    html.raw("<div class=\"wide\"><table class=\"figures\"><thead><tr>");
    html.element("th scope=\"col\"", "figure");
    for (String column : List.of("value", "spread ±", "at most")) {
      html.element("th scope=\"col\" class=\"figure\"", column);
    }
    html.element("th scope=\"col\"", "unit").element("th scope=\"col\"", "target");
    html.raw("</tr></thead><tbody>");
    figures.forEach(this::row);
    html.raw("</tbody></table></div>");
  }

  private void row(Figure figure) {
    String cell = "td class=\"figure\"";
    html.raw(figure.misses() ? "<tr class=\"missed\">" : "<tr>")
        .element("td", figure.name())
        .element(cell, Decimals.of(figure.value()))
        .element(cell, Decimals.of(figure.spread()))
        .element(cell, Decimals.of(figure.atMost()))
        .element("td", unit(figure.unit()))
        .element("td", verdict(figure))
        .raw("</tr>");
  }

  /** As people write it; a file has ASCII. */
  static String unit(String unit) {
    return unit.equals("us") ? "µs" : unit;
  }

  private static String verdict(Figure figure) {
    if (!hasTarget(figure)) {
      return "";
    }
    return figure.misses() ? "✗ missed" : "✓ met";
  }

  /** One plot for all curves of a unit, then each by itself. */
  private void plots(List<DrawnCurve> curves) {
    Map<String, List<DrawnCurve>> byUnit =
        curves.stream()
            .filter(curve -> !curve.points().isEmpty())
            .collect(
                Collectors.groupingBy(
                    DrawnCurve::unit, LinkedHashMap::new, Collectors.toList()));
    for (List<DrawnCurve> ofUnit : byUnit.values()) {
      html.raw("<figure>").raw(new PercentilePlot(ofUnit).svg()).raw("</figure>");
      html.raw("<div class=\"histograms\">");
      ofUnit.forEach(curve -> html.raw(HistogramPlot.svg(curve)));
      html.raw("</div>");
    }
  }

  private static String style() {
    try (InputStream in =
        Objects.requireNonNull(BenchPage.class.getResourceAsStream("bench.css"), "bench.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("resource bench.css can't be read", e);
    }
  }
}
