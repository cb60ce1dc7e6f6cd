package org.tenuto.report;

import java.math.RoundingMode;
import java.util.List;
import org.tenuto.proto.journal.ReadBack;

/** What was delivered, with its bracket: the whole, each phase, the primings; what is left. */
final class DeliverySection {

  private DeliverySection() {}

  static void write(Html html, SessionFacts facts) {
    html.heading("Delivered");
    Bracket whole = facts.delivered();
    long ngPerMl = facts.order().concentrationNgPerMl();
    html.table(
        "figures", "", "#at least", "#at most", "#commanded", "#drug at least", "#drug at most");
    row(html, "delivered", "whole order", whole, ngPerMl);
    List<Bracket> phases = PhaseDelivery.of(facts.trail().points(), whole);
    for (int i = 0; i < phases.size() && phases.size() > 1; i++) {
      row(html, "delivered-" + (i + 1), "phase " + (i + 1), phases.get(i), ngPerMl);
    }
    html.end();
    ordered(html, facts, whole);
    blind(html, facts);
    primings(html, facts, ngPerMl);
    left(html, facts, whole);
    gaps(html, facts);
  }

  private static void row(Html html, String id, String name, Bracket one, long ngPerMl) {
    html.row(
        id,
        name,
        Figures.volume(one.atLeastNl()),
        Figures.volume(one.atMostNl()),
        Figures.volume(one.commandedNl()),
        Figures.drugIn(one.atLeastNl(), ngPerMl, RoundingMode.DOWN),
        Figures.drugIn(one.atMostNl(), ngPerMl, RoundingMode.UP));
  }

  private static void ordered(Html html, SessionFacts facts, Bracket whole) {
    ReadBack inForce = facts.order().inForce();
    String ordered =
        inForce == null
            ? "What was ordered is not on record."
            : "Ordered at last: "
                + Figures.volume(inForce.getVolumeNl())
                + ", "
                + Figures.drug(inForce.getAchievedNg())
                + ".";
    html.paragraph(
        ordered
            + " The truth lies between at least and at most; "
            + (whole.atLeastNl() == whole.atMostNl()
                ? "here they agree."
                : "they are " + Figures.volume(whole.atMostNl() - whole.atLeastNl()) + " apart."));
    html.paragraph(
        "Infusing "
            + Figures.durationOfNs(StateTimes.ns(facts, "INFUSING"))
            + ", paused "
            + Figures.durationOfNs(StateTimes.ns(facts, "PAUSED"))
            + ", as far as it is on record.");
  }

  private static void blind(Html html, SessionFacts facts) {
    TrailPoint last = facts.trail().last();
    if (!facts.trail().endIsBlind()) {
      return;
    }
    String heard =
        last == null
            ? "Nothing of the delivery is on record."
            : "The last word of it, "
                + facts.span().times().sinceStart(last.monoNs())
                + " after Start, says at most "
                + Figures.volume(last.atMostNl())
                + ".";
    html.raw(
        "<p class=\"doubt\">"
            + Html.escaped(
                heard
                    + " The pump was not known to rest: at most is widened by "
                    + Figures.durationOfNs(facts.trail().blindNs())
                    + " at "
                    + Figures.flowRate(facts.highestNlPerH())
                    + ", the highest rate permitted, but not beyond what was ordered.")
            + "</p>");
  }

  private static void primings(Html html, SessionFacts facts, long ngPerMl) {
    html.subheading("Primings, booked apart from the order");
    List<PrimingLog.Priming> primings = facts.primings().all();
    if (primings.isEmpty()) {
      html.paragraph("None on record.");
      return;
    }
    html.table("figures", "when", "#asked for", "#at least", "#at most", "#drug at most", "end");
    for (PrimingLog.Priming one : primings) {
      html.row(
          "priming-" + one.kept().seq(),
          Moment.of(facts, one.kept(), one.begunNs()),
          Figures.volume(one.volumeNl()),
          Figures.volume(one.delivered().atLeastNl()),
          Figures.volume(one.delivered().atMostNl()),
          Figures.drugIn(one.delivered().atMostNl(), ngPerMl, RoundingMode.UP),
          one.ended() ? "pump at rest" : "not on record: widened as above");
    }
    html.end();
  }

  private static void left(Html html, SessionFacts facts, Bracket whole) {
    ReadBack readBack = facts.order().first();
    if (readBack == null || readBack.getOrder().getLoadedNl() == 0) {
      return;
    }
    long loadedNl = readBack.getOrder().getLoadedNl();
    html.paragraph(
        "Left in syringe and line, by the loaded volume staff entered ("
            + Figures.volume(loadedNl)
            + ") and what was delivered: "
            + Figures.volume(Math.max(0, loadedNl - whole.atMostNl()))
            + " to "
            + Figures.volume(Math.max(0, loadedNl - whole.atLeastNl()))
            + ". Whether a priming came from the same loading is not on record.");
  }

  private static void gaps(Html html, SessionFacts facts) {
    html.subheading("Gaps in the record");
    List<Gap> gaps = facts.trail().gaps();
    if (gaps.isEmpty()) {
      html.paragraph("None while the order ran.");
    } else {
      html.table("figures", "#from", "#to", "#long", "why");
      for (Gap gap : gaps) {
        html.row(
            "",
            facts.span().times().sinceStart(gap.fromNs()),
            facts.span().times().sinceStart(gap.toNs()),
            Figures.durationOfNs(gap.toNs() - gap.fromNs()),
            gap.why());
      }
      html.end();
    }
    doubts(html, facts.device());
  }

  private static void doubts(Html html, DeviceFacts device) {
    if (device.eventsMissing() > 0) {
      html.raw(
          "<p class=\"doubt\">"
              + device.eventsMissing()
              + " events of the controller are missing in the record.</p>");
    }
    if (device.cyclesSkipped() > 0) {
      html.note(
          "The control loop skipped "
              + device.cyclesSkipped()
              + " cycles of 1 ms; none was made up for.");
    }
    if (!device.unreadable().isEmpty()) {
      html.raw(
          "<p class=\"doubt\">This version can't read "
              + Html.escaped(device.unreadable())
              + ".</p>");
    }
  }
}
