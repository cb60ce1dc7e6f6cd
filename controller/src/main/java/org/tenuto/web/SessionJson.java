package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tenuto.session.SessionItem;
import org.tenuto.session.SessionProgress;
import org.tenuto.session.SessionProgress.Standing;
import org.tenuto.session.SessionStep;
import org.tenuto.session.TherapySession;

/** The therapy session in the live message: where it stands, what each step asks and lacks. */
final class SessionJson {

  private static final int KG_SCALE = 3;
  private static final int ML_SCALE = 6;

  private SessionJson() {}

  static void put(ObjectNode json, SessionProgress progress) {
    TherapySession session = progress.session();
    json.put("on", progress.rules().on());
    json.put("open", session != null && session.open());
    SessionStep next = progress.next();
    json.put("next", next == null ? "" : next.name());
    ArrayNode steps = json.putArray("steps");
    for (SessionStep step : SessionStep.values()) {
      if (progress.standing(step) != Standing.OFF) {
        step(steps.addObject(), step, progress);
      }
    }
    if (session != null) {
      session(json, session);
      progress.notDone().forEach(json.putArray("notDone")::add);
    }
  }

  private static void session(ObjectNode json, TherapySession session) {
    json.put("id", session.id());
    json.put("newPatient", session.newPatient());
    json.put("infusing", session.infusing());
    json.put("gave", session.gaveAny());
    if (session.weightG() > 0) {
      LiveJson.figure(
          json, "weight", session.weightG(), Texts.typed(session.weightG(), KG_SCALE));
    }
    session.loadings().values().stream()
        .map(TherapySession.Loading::fact)
        .findFirst()
        .ifPresent(
            loaded ->
                json.putObject("loaded")
                    .put("syringe", loaded.syringeId())
                    .put(
                        "concentration", Texts.typed(loaded.concentrationNgPerMl(), ML_SCALE)));
    session.unbalancedNgPerMl().stream()
        .findFirst()
        .ifPresent(one -> json.put("unbalanced", Texts.typed(one, ML_SCALE)));
    json.put("byHand", session.byHand().size());
    json.put("notes", session.notes().size());
  }

  private static void step(ObjectNode json, SessionStep step, SessionProgress progress) {
    json.put("id", step.name()).put("title", step.title());
    json.put("standing", progress.standing(step).name());
    progress.missing(step).forEach(json.putArray("missing")::add);
    ArrayNode items = json.putArray("items");
    for (SessionItem item : progress.rules().items(step)) {
      item(items.addObject(), item, progress);
    }
  }

  private static void item(ObjectNode json, SessionItem item, SessionProgress progress) {
    json.put("id", item.id()).put("text", item.text());
    String wanting = progress.observed().get(item.id());
    if (wanting != null) {
      json.put("kind", "OBSERVED").put("value", wanting.isEmpty() ? "DONE" : "");
      return;
    }
    TherapySession session = progress.session();
    json.put("kind", item.kind().name());
    boolean loaded = session != null && session.loadings().containsKey(item.id());
    json.put("value", session == null ? "" : loaded ? "DONE" : session.value(item.id()));
  }
}
