package org.tenuto.report;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.session.DrugBalance;
import org.tenuto.session.SessionItem;
import org.tenuto.session.SessionItems;
import org.tenuto.session.SessionStep;
import org.tenuto.session.Signature;
import org.tenuto.session.TherapySession;

/**
 * The steps of the therapy session around the order: who answered what and when, what was given by
 * hand, where the drug went, how it ended, notes. Nothing where no session is on record.
 */
final class TherapySection {

  private TherapySection() {}

  static void write(Html html, SessionFacts facts) {
    TherapySession session = facts.therapy().session();
    if (session == null) {
      return;
    }
    begun(html, session);
    for (SessionStep step : SessionStep.values()) {
      answers(html, step, session);
    }
    session.balances().values().stream()
        .sorted(Comparator.comparingLong(one -> one.fact().concentrationNgPerMl()))
        .forEach(one -> balance(html, one, facts.delivered()));
    notes(html, session.notes());
    ended(html, session.end());
  }

  private static void begun(Html html, TherapySession session) {
    html.heading("Therapy session").facts();
    html.fact("begun", signed(session.begun()));
    html.fact("patient", session.newPatient() ? "another than before" : "the same as before");
    if (!session.reason().isEmpty()) {
      html.fact("so soon after the one before because", session.reason());
    }
    if (session.weightG() > 0) {
      html.fact("weight measured", Figures.weight(session.weightG()));
    }
    html.end();
  }

  private static void answers(Html html, SessionStep step, TherapySession session) {
    List<SessionItem> seen =
        SessionItems.all().stream()
            .filter(item -> item.step() == step && by(session, item) != null)
            .toList();
    if (seen.isEmpty()) {
      return;
    }
    html.heading(step.title());
    html.table("words", "item", "answer", "why, and who takes it", "who", "when");
    for (SessionItem item : seen) {
      row(html, item, session);
    }
    html.end();
  }

  private static @Nullable Signature by(TherapySession session, SessionItem item) {
    TherapySession.Loading loading = session.loadings().get(item.id());
    TherapySession.Answer answer = session.answers().get(item.id());
    return loading != null ? loading.by() : answer == null ? null : answer.by();
  }

  private static void row(Html html, SessionItem item, TherapySession session) {
    TherapySession.Loading loading = session.loadings().get(item.id());
    TherapySession.Answer answer = session.answers().get(item.id());
    Signature by = by(session, item);
    String said =
        loading == null
            ? session.value(item.id())
            : loading.fact().syringeId()
                + ", "
                + Figures.concentration(loading.fact().concentrationNgPerMl());
    String why =
        answer == null || answer.fact().reason().isEmpty()
            ? ""
            : answer.fact().reason() + " (" + answer.fact().prescriberId() + ")";
    html.row(
        "item-" + item.id(),
        item.text(),
        said,
        why,
        by == null ? "" : Words.staff(by.staffId()),
        by == null ? "" : Times.ofWall(by.wallMs()));
  }

  /** Doses the pump had no part in; said as such. */
  static void byHand(Html html, SessionFacts facts) {
    TherapySession session = facts.therapy().session();
    html.heading("Other drugs and routes");
    if (session == null || session.byHand().isEmpty()) {
      html.paragraph("None recorded.");
      return;
    }
    html.note("Given by hand, not by the pump; counted for the limit of 24 h.");
    html.table("words", "drug", "dose", "route", "given at", "by", "witness");
    for (TherapySession.ByHand one : session.byHand()) {
      html.row(
          "",
          one.fact().drugId(),
          Figures.drug(one.fact().ng()),
          one.fact().route().text(),
          Times.ofWall(one.fact().givenWallMs()),
          Words.staff(one.by().staffId()),
          Words.staff(one.by().secondStaffId()));
    }
    html.end();
  }

  private static void balance(Html html, TherapySession.Balance one, Bracket delivered) {
    DrugBalance fact = one.fact();
    html.heading("Drug balance, " + Figures.concentration(fact.concentrationNgPerMl()));
    html.facts();
    html.fact("drawn up", both(fact, fact.drawnNl()));
    html.fact("given by the pump in this order, at least", both(fact, delivered.atLeastNl()));
    html.fact("given by the pump in this order, at most", both(fact, delivered.atMostNl()));
    html.fact("left in the syringe", both(fact, fact.residualNl()));
    html.fact("discarded", both(fact, fact.wasteNl()));
    if (fact.flushNl() > 0) {
      html.fact(
          "flushed out of the line into the patient, on top of what the pump gave",
          both(fact, fact.flushedNl()) + " at " + Figures.flowRate(fact.flushRateNlPerH()));
    }
    html.fact("not accounted for is explained by", fact.reason().isEmpty() ? "" : fact.reason());
    html.fact("read by", signed(one.by()));
    html.fact("witness", Words.staff(one.by().secondStaffId()));
    html.end();
  }

  private static String both(DrugBalance balance, long nl) {
    return Figures.volume(nl) + ", " + Figures.drug(balance.ng(nl));
  }

  private static void notes(Html html, List<TherapySession.Note> notes) {
    if (notes.isEmpty()) {
      return;
    }
    html.heading("Notes").table("words", "when", "who", "note");
    for (TherapySession.Note note : notes) {
      html.row("", Times.ofWall(note.by().wallMs()), Words.staff(note.by().staffId()), note.text());
    }
    html.end();
  }

  private static void ended(Html html, TherapySession.@Nullable End end) {
    html.heading("End of the session");
    if (end == null) {
      html.paragraph("Its end is not on record.");
      return;
    }
    html.facts();
    html.fact("ended", signed(end.by()));
    if (!end.fact().notDone().isEmpty()) {
      html.fact("not done", String.join("; ", end.fact().notDone()));
      html.fact("because", end.fact().reason());
    }
    html.end();
  }

  private static String signed(Signature by) {
    return Words.staff(by.staffId()) + ", " + Times.ofWall(by.wallMs());
  }
}
