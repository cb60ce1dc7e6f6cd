package org.tenuto.simulator.accuracy;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The results as one page: the figures, two charts for each rate, and everything that went in.
 *
 * @param report what is shown
 */
record AccuracyPage(AccuracyReport report) {

  private static final String TITLE = "Accuracy of a simulated infusion";

  /** The page, well-formed as XML too. */
  String html() throws IOException {
    Page page = new Page(TITLE);
    page.add(
        "<p class=\"caveat\"><strong>"
            + AccuracyReport.CAVEAT
            + "</strong> Research and teaching"
            + " software: never connect it to a person.</p>");
    page.paragraph(
        "The test of IEC 60601-2-24 for syringe pumps: an infusion runs for two hours at each set"
            + " rate, what comes out is weighed every half minute. Here the pump's own code turns"
            + " the motor of a simulated drive, syringe and line, in virtual time.");
    summary(page);
    reading(page);
    report.results().forEach(result -> rate(page, result));
    conditions(page);
    parameters(page);
    return page.end();
  }

  private void summary(Page page) {
    page.heading("Results");
    page.add("<div class=\"wide\">\n<table class=\"figures\">\n<thead>");
    row(page, "th", "set rate", result -> result.set().text());
    page.add("</thead>\n<tbody>");
    group(page, "error over the second hour, most and least flow, % of the set rate");
    row(page, "td", "overall, A", result -> signed(result.overallPercent()));
    for (int i = 0; i < FlowError.WINDOWS_MIN.size(); i++) {
      int window = i;
      String name = "worst " + Figures.number(FlowError.WINDOWS_MIN.get(i)) + " min";
      row(page, "td", name, result -> pair(result.trumpet().get(window)));
    }
    group(page, "start-up, min after the start");
    row(page, "td", "10 % of the rate", each -> Figures.minutes(each.startUp().firstFlowMin()));
    row(page, "td", "steady within ±10 %", each -> Figures.minutes(each.startUp().steadyMin()));
    page.add("</tbody>\n</table>\n</div>");
  }

  private void group(Page page, String name) {
    int columns = report.results().size() + 1;
    page.add("<tr class=\"group\"><th colspan=\"" + columns + "\">" + name + "</th></tr>");
  }

  private void row(Page page, String tag, String name, Function<FlowResult, String> cell) {
    String cells =
        report.results().stream()
            .map(result -> "<" + tag + ">" + cell.apply(result) + "</" + tag + ">")
            .collect(Collectors.joining());
    page.add("<tr><th scope=\"row\">" + name + "</th>" + cells + "</tr>");
  }

  private static String pair(FlowError error) {
    return signed(error.maxPercent()) + "<br/>" + signed(error.minPercent());
  }

  private static String signed(double percent) {
    return Page.minus(Figures.signed(percent));
  }

  private static void reading(Page page) {
    page.heading("How to read it");
    page.add(
        """
        <p><strong>Start-up curve.</strong> How the flow comes up after Start, before it is steady:
        play of the drive is taken up, syringe and line are put under pressure, the stopper breaks
        loose.</p>
        <p><strong>Trumpet curve.</strong> Of all stretches of 2 minutes in the second hour, the one
        with the most flow and the one with the least; likewise of 1, 5, 11, 19 and 31 minutes. What
        comes too much in one minute is mostly missing in another, so that the two curves come
        together the longer one looks. A drug that is gone within minutes feels the left end, one
        that stays for hours only the right.</p>
        <p><strong>A</strong> is the error of the whole second hour; it does not fade, however long
        one looks.</p>\
        """);
  }

  private void rate(Page page, FlowResult result) {
    page.add("<section>");
    page.heading(result.set().text());
    String notes = turning(result) + late(result);
    if (!notes.isEmpty()) {
      page.paragraph(notes.strip());
    }
    Curves curves = new Curves(result);
    page.add("<div class=\"charts\">\n" + curves.startUp() + curves.trumpet() + "</div>");
    page.add("</section>");
  }

  private String turning(FlowResult result) {
    Specimen specimen = report.conditions().specimen();
    return specimen.drive().screwErrorPercent() == 0
        ? ""
        : "The screw turns once in "
            + Figures.duration(specimen.turnMin(result.setMlPerH()))
            + ": its error comes and goes in that time, and hides in windows of whole turns.";
  }

  private static String late(FlowResult result) {
    boolean inTime =
        result.startUp().steadyMin().orElse(FlowResult.RUN_MIN) <= FlowResult.ANALYSED_FROM_MIN;
    return inTime
        ? ""
        : " The flow was not steady within ±10 % when the second hour began: the trumpet curve"
            + " shows that too.";
  }

  private void conditions(Page page) {
    page.heading("What was simulated");
    page.add("<table class=\"facts\">");
    fact(page, "pump", "NE-1000, its protocol and volume target as simulated; watchdog off");
    fact(
        page,
        "syringe",
        "BD Plastipak 50 mL, "
            + Specimen.DIAMETER_MM
            + " mm; without an end,"
            + " because two hours at 52.5 mL/h and more need more than one: the pump is tested");
    fact(page, "specimen", report.conditions().specimen().title());
    fact(page, "before the start", report.before());
    fact(page, "back pressure", report.conditions().backPressureMmHg() + " mmHg, by height");
    for (FlowResult result : report.results()) {
      String program = String.join(" · ", AccuracyRun.program(result.set()));
      fact(page, "told at " + result.set().text(), program + " · RUN");
    }
    fact(
        page,
        "weighed",
        "every 0.5 min: the volume in the vein, exactly; no balance, no" + " evaporation");
    fact(page, "flow sample", "Q = 60 (V − V before) / 0.5 mL/h");
    fact(
        page,
        "window error",
        "mean of 100 (Q − r) / r over every window of 1, 2, 5, 11, 19 and"
            + " 31 min in minutes 60 to 120; r is the set rate");
    fact(page, "again", "./tenuto accuracy" + report.options());
    page.add("</table>");
  }

  private static void fact(Page page, String name, String text) {
    page.add(
        "<tr><th scope=\"row\">"
            + Page.escaped(name)
            + "</th><td>"
            + Page.escaped(text)
            + "</td></tr>");
  }

  private void parameters(Page page) {
    page.heading("Every number of the simulated world");
    page.add(
        "<div class=\"wide\">\n<table class=\"facts\">\n<thead><tr><th>what</th><th>value</th>"
            + "<th>source</th><th>note</th></tr></thead>\n<tbody>");
    for (Conditions.Setting setting : report.conditions().settings()) {
      String value = Figures.number(setting.value());
      String unit = value.equals(Figures.NO_LIMIT) ? "" : " " + setting.parameter().unit();
      List<String> cells =
          List.of(value + unit, setting.parameter().origin().text(), setting.parameter().note());
      page.add(
          "<tr><th scope=\"row\">"
              + Page.escaped(setting.parameter().name())
              + "</th>"
              + cells.stream()
                  .map(cell -> "<td>" + Page.escaped(cell) + "</td>")
                  .collect(Collectors.joining())
              + "</tr>");
    }
    page.add("</tbody>\n</table>\n</div>");
  }
}
