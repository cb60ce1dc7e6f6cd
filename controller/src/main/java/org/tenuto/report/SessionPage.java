package org.tenuto.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The report as one HTML file that loads nothing and runs nothing. */
final class SessionPage {

  static final String WARNING =
      "Research and teaching software; never connected to a person.";

  private SessionPage() {}

  static String of(SessionFacts facts, Soundness soundness) {
    Html html = new Html();
    String title =
        "Session report, order " + facts.span().number() + ", "
            + Times.ofWall(facts.span().startWallMs());
    html.raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>");
    html.raw("<meta charset=\"utf-8\"/>");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
    html.raw("<title>" + Html.escaped(title) + "</title>");
    html.raw("<style>\n" + style() + "</style>\n</head>\n<body>\n<main>");
    html.raw("<p class=\"warning\">" + WARNING + "</p>");
    banner(html, soundness);
    html.raw("<h1>Session report</h1>");
    html.raw("<p class=\"drug\">" + Html.escaped(drug(facts)) + "</p>");
    HeadSection.write(html, facts);
    html.raw("<section class=\"curves\">").heading("Curves");
    html.raw(new CurveSheet(facts).svg());
    html.raw("</section>");
    captions(html, facts);
    DeliverySection.write(html, facts);
    OrderSection.write(html, facts);
    AlarmSection.write(html, facts);
    TherapySection.write(html, facts);
    ActSection.write(html, facts);
    ActSection.signatures(html, facts);
    foot(html, facts, soundness);
    return html.raw("</main>\n</body>\n</html>").toString();
  }

  private static String drug(SessionFacts facts) {
    String drug = facts.span().drug();
    String name = drug.isEmpty() ? "Order whose read-back is not on record" : drug;
    return "Order " + facts.span().number() + " of this record: " + name;
  }

  private static void banner(Html html, Soundness soundness) {
    if (soundness.broken() != null) {
      html.raw(
          "<p class=\"banner\" id=\"not-verified\">Chain NOT verified: "
              + Html.escaped(soundness.broken())
              + ". What follows may not be what was recorded.</p>");
    }
  }

  private static void captions(Html html, SessionFacts facts) {
    html.note(
        "Volume: the truth lies between at least (dashed) and at most. Flow rate: while the pump"
            + " was confirmed running. Hatched: nothing on record, nothing drawn.");
    html.note(
        "Concentrations: computed from what the ledger says was delivered at most, with the earlier"
            + " doses of the order; the shade below is what was delivered at least. After the last"
            + " word: if nothing else was given. The models publish no band for one person; people"
            + " differ from them severalfold.");
    html.note(
        "Alarms: H high, M medium (hatched), L low (dotted). Time everywhere: hours, minutes and"
            + " seconds by the monotonic clock since Start, "
            + facts.span().times().day(facts.span().startNs())
            + "; in brackets the time of day, UTC.");
  }

  private static void foot(Html html, SessionFacts facts, Soundness soundness) {
    html.raw("<section class=\"record\">").heading("The record");
    html.facts();
    html.fact(
        "records used",
        "seq " + facts.span().fromSeq() + " to " + facts.span().toSeq()
            + ", and what was said before of device and alarms");
    html.fact("chain", soundness.broken() == null ? "verified, all records" : "NOT verified");
    html.fact("chain head", "record " + soundness.headSeq() + ", SHA-256 " + soundness.headHash());
    html.fact("order", "nonce " + HeadSection.hex(facts.span().nonce()));
    html.end();
    html.raw("<p class=\"warning\">" + WARNING + "</p>").raw("</section>");
  }

  private static String style() {
    try (InputStream in =
        Objects.requireNonNull(SessionPage.class.getResourceAsStream("report.css"), "report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("resource report.css can't be read", e);
    }
  }
}
