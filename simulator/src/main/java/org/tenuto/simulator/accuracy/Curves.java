package org.tenuto.simulator.accuracy;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The two charts of one rate, each with its legend, as parts of a page.
 *
 * @param result what is drawn
 */
record Curves(FlowResult result) {

  private static final double HEADROOM = 1.2;

  /** The error axis reaches at least that far both ways, so that nothing looks like much, %. */
  private static final double LEAST_PERCENT = 1;

  private static final List<Double> MINUTES = List.of(0.0, 30.0, 60.0, 90.0, 120.0);

  /** Flow over the two hours. */
  String startUp() {
    double set = result.setMlPerH();
    double tenth = set * StartUp.TENTH_PERCENT / 100;
    double[] minutes = samples().mapToDouble(FlowSamples::endMin).toArray();
    double[] mlPerH = samples().mapToDouble(result.run()::mlPerH).toArray();
    double highest =
        Math.max(set * HEADROOM, samples().mapToDouble(result.run()::mlPerH).max().orElse(0));
    double lowest = Math.min(0, samples().mapToDouble(result.run()::mlPerH).min().orElse(0));
    Chart chart =
        new Chart(
            "Start-up curve at " + result.set().text(),
            new Axis(0, FlowResult.RUN_MIN, MINUTES),
            Axis.around(lowest, highest));
    chart.shadeAcross(FlowResult.ANALYSED_FROM_MIN, FlowResult.RUN_MIN, "hour");
    chart.shadeUpwards(set - tenth, set + tenth, "near");
    chart.axes("time since the start, min", "flow, mL/h");
    chart.level(set, "set");
    chart.curve(minutes, mlPerH, "flow");
    return figure(
        "Start-up curve",
        chart.svg(),
        key("flow", "flow into the vein, mean of each half minute")
            + key("set", "set rate, " + result.set().text())
            + key("near", "±10 % of it")
            + key("hour", "the hour that the trumpet curve analyses"));
  }

  private IntStream samples() {
    return IntStream.range(0, result.run().count());
  }

  /** Error of the worst windows over their length. */
  String trumpet() {
    List<FlowError> errors = result.trumpet();
    double highest = errors.stream().mapToDouble(FlowError::maxPercent).max().orElse(0);
    double lowest = errors.stream().mapToDouble(FlowError::minPercent).min().orElse(0);
    Chart chart =
        new Chart(
            "Trumpet curve at " + result.set().text(),
            new Axis(0, FlowError.WINDOWS_MIN.getLast() + 1, FlowError.WINDOWS_MIN),
            Axis.around(Math.min(-LEAST_PERCENT, lowest), Math.max(LEAST_PERCENT, highest)));
    chart.axes("length of the window, min", "error, % of the set rate");
    chart.level(0, "axis");
    chart.level(result.overallPercent(), "set");
    double[] windows = errors.stream().mapToDouble(FlowError::windowMin).toArray();
    chart.curve(windows, errors.stream().mapToDouble(FlowError::maxPercent).toArray(), "most");
    chart.curve(windows, errors.stream().mapToDouble(FlowError::minPercent).toArray(), "least");
    errors.forEach(error -> mark(chart, error));
    return figure(
        "Trumpet curve",
        chart.svg(),
        key("most", "window with the most flow, E<sub>p</sub>(max)")
            + key("least", "window with the least, E<sub>p</sub>(min)")
            + key(
                "set",
                "the whole hour, A = "
                    + Page.minus(Figures.signed(result.overallPercent()))
                    + " %"));
  }

  private static void mark(Chart chart, FlowError error) {
    String window = Figures.number(error.windowMin()) + " min: ";
    String most = window + Page.minus(Figures.signed(error.maxPercent())) + " %";
    String least = window + Page.minus(Figures.signed(error.minPercent())) + " %";
    chart.dot(error.windowMin(), error.maxPercent(), "most mark", most);
    chart.square(error.windowMin(), error.minPercent(), "least mark", least);
  }

  private static String figure(String title, String svg, String keys) {
    return "<figure>\n<h3>"
        + title
        + "</h3>\n"
        + svg
        + "<ul class=\"key\">\n"
        + keys
        + "</ul>\n</figure>\n";
  }

  /** One line of the legend; the sample beside it is drawn like the thing itself. */
  private static String key(String kind, String meaning) {
    String sample =
        switch (kind) {
          case "near", "hour" -> "<rect class=\"" + kind + "\" width=\"26\" height=\"12\"/>";
          case "most" ->
              "<line class=\"most\" x1=\"0\" y1=\"6\" x2=\"26\" y2=\"6\"/>"
                  + "<circle class=\"most mark\" cx=\"13\" cy=\"6\" r=\"4.5\"/>";
          case "least" ->
              "<line class=\"least\" x1=\"0\" y1=\"6\" x2=\"26\" y2=\"6\"/>"
                  + "<rect class=\"least mark\" x=\"9\" y=\"2\" width=\"8\" height=\"8\"/>";
          default -> "<line class=\"" + kind + "\" x1=\"0\" y1=\"6\" x2=\"26\" y2=\"6\"/>";
        };
    return "<li><svg class=\"sample\" viewBox=\"0 0 26 12\" aria-hidden=\"true\">"
        + sample
        + "</svg><span>"
        + meaning
        + "</span></li>\n";
  }
}
