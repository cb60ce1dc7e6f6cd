package org.tenuto.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tenuto.session.DrugBalance;
import org.tenuto.session.SessionItem;
import org.tenuto.session.SessionItems;
import org.tenuto.session.Signature;
import org.tenuto.session.TherapySession;

/** The therapy session around the order, for programs. */
final class TherapyJson {

  private TherapyJson() {}

  static void write(ObjectNode report, SessionFacts facts) {
    TherapySession session = facts.therapy().session();
    if (session == null) {
      report.putNull("therapy_session");
      return;
    }
    ObjectNode into = report.putObject("therapy_session");
    into.put("id", session.id());
    signed(into.putObject("begun"), session.begun());
    into.put("new_patient", session.newPatient());
    into.put("so_soon_because", JsonFigures.known(session.reason()));
    into.put(
        "weight_kg", session.weightG() > 0 ? JsonFigures.milli(session.weightG()) : null);
    ArrayNode items = into.putArray("items");
    SessionItems.all().forEach(item -> item(items, item, session));
    ArrayNode byHand = into.putArray("given_by_hand");
    session.byHand().forEach(one -> byHand(byHand.addObject(), one));
    ArrayNode balances = into.putArray("drug_balances");
    session.balances().values().stream()
        .sorted(Comparator.comparingLong(one -> one.fact().concentrationNgPerMl()))
        .forEach(one -> balance(balances.addObject(), one));
    ArrayNode notes = into.putArray("notes");
    for (TherapySession.Note note : session.notes()) {
      signed(notes.addObject().put("text", note.text()), note.by());
    }
    end(into, session.end());
  }

  private static void signed(ObjectNode into, Signature by) {
    into.put("staff_id", JsonFigures.known(by.staffId()));
    into.put("second_staff_id", JsonFigures.known(by.secondStaffId()));
    into.put("at_utc", JsonFigures.utc(by.wallMs()));
  }

  private static void item(ArrayNode into, SessionItem item, TherapySession session) {
    TherapySession.Loading loading = session.loadings().get(item.id());
    TherapySession.Answer answer = session.answers().get(item.id());
    if (loading == null && answer == null) {
      return;
    }
    ObjectNode one = into.addObject().put("item", item.id()).put("text", item.text());
    one.put("step", item.step().name());
    if (loading != null) {
      one.put("syringe_id", loading.fact().syringeId());
      one.put(
          "concentration_mg_per_ml", JsonFigures.micro(loading.fact().concentrationNgPerMl()));
      signed(one, loading.by());
    } else if (answer != null) {
      one.put("answer", session.value(item.id()));
      one.put("reason", JsonFigures.known(answer.fact().reason()));
      one.put("prescriber_id", JsonFigures.known(answer.fact().prescriberId()));
      signed(one, answer.by());
    }
  }

  private static void byHand(ObjectNode into, TherapySession.ByHand one) {
    into.put("drug_id", one.fact().drugId()).put("dose_mg", JsonFigures.micro(one.fact().ng()));
    into.put("route", one.fact().route().text());
    into.put("given_utc", JsonFigures.utc(one.fact().givenWallMs()));
    signed(into, one.by());
  }

  private static void balance(ObjectNode into, TherapySession.Balance one) {
    DrugBalance fact = one.fact();
    into.put("concentration_mg_per_ml", JsonFigures.micro(fact.concentrationNgPerMl()));
    into.put("drawn_ml", JsonFigures.micro(fact.drawnNl()));
    into.put("left_in_syringe_ml", JsonFigures.micro(fact.residualNl()));
    into.put("discarded_ml", JsonFigures.micro(fact.wasteNl()));
    into.put("flushed_into_patient_ml", JsonFigures.micro(fact.flushedNl()));
    into.put("flushed_into_patient_mg", JsonFigures.micro(fact.flushedNg()));
    into.put("flush_rate_ml_per_h", JsonFigures.micro(fact.flushRateNlPerH()));
    into.put("reason", JsonFigures.known(fact.reason()));
    signed(into, one.by());
  }

  private static void end(ObjectNode into, TherapySession.@Nullable End end) {
    if (end == null) {
      into.putNull("end");
      return;
    }
    ObjectNode last = into.putObject("end");
    ArrayNode notDone = last.putArray("not_done");
    end.fact().notDone().forEach(notDone::add);
    last.put("reason", JsonFigures.known(end.fact().reason()));
    signed(last, end.by());
  }
}
