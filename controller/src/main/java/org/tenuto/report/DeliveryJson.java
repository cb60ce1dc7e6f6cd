package org.tenuto.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.RoundingMode;
import org.tenuto.proto.journal.ReadBack;

/** What was delivered, for programs: always at least and at most. */
final class DeliveryJson {

  private DeliveryJson() {}

  static void write(ObjectNode into, SessionFacts facts) {
    Bracket whole = facts.delivered();
    long ngPerMl = facts.order().concentrationNgPerMl();
    bracket(into, whole, ngPerMl);
    ArrayNode phases = into.putArray("phases");
    for (Bracket phase : PhaseDelivery.of(facts.trail().points(), whole)) {
      bracket(phases.addObject(), phase, ngPerMl);
    }
    ordered(into, facts.order());
    into.put("infusing_s", JsonFigures.seconds(StateTimes.ns(facts, "INFUSING")));
    into.put("paused_s", JsonFigures.seconds(StateTimes.ns(facts, "PAUSED")));
    blind(into, facts);
    left(into, facts, whole);
    primings(into.putArray("primings"), facts, ngPerMl);
    gaps(into.putArray("gaps"), facts);
    into.put("events_missing", facts.device().eventsMissing());
    into.put("cycles_skipped", facts.device().cyclesSkipped());
    into.put("unreadable", JsonFigures.known(facts.device().unreadable()));
  }

  private static void bracket(ObjectNode into, Bracket one, long ngPerMl) {
    into.put("at_least_ml", JsonFigures.micro(one.atLeastNl()));
    into.put("at_most_ml", JsonFigures.micro(one.atMostNl()));
    into.put("commanded_ml", JsonFigures.micro(one.commandedNl()));
    into.put("at_least_mg", JsonFigures.mgIn(one.atLeastNl(), ngPerMl, RoundingMode.DOWN));
    into.put("at_most_mg", JsonFigures.mgIn(one.atMostNl(), ngPerMl, RoundingMode.UP));
  }

  private static void ordered(ObjectNode into, OrderFacts order) {
    ReadBack inForce = order.inForce();
    if (inForce == null) {
      into.putNull("ordered_at_last_ml").putNull("ordered_at_last_mg");
    } else {
      into.put("ordered_at_last_ml", JsonFigures.micro(inForce.getVolumeNl()));
      into.put("ordered_at_last_mg", JsonFigures.micro(inForce.getAchievedNg()));
    }
  }

  /** How at most was widened for a pump that was not heard to rest. */
  private static void blind(ObjectNode into, SessionFacts facts) {
    if (!facts.trail().endIsBlind()) {
      into.putNull("widened");
      return;
    }
    into.putObject("widened")
        .put("for_s", JsonFigures.seconds(facts.trail().blindNs()))
        .put("at_ml_per_h", JsonFigures.micro(facts.highestNlPerH()));
  }

  private static void left(ObjectNode into, SessionFacts facts, Bracket whole) {
    ReadBack readBack = facts.order().first();
    long loadedNl = readBack == null ? 0 : readBack.getOrder().getLoadedNl();
    if (loadedNl == 0) {
      into.putNull("left_at_least_ml").putNull("left_at_most_ml");
    } else {
      into.put(
          "left_at_least_ml", JsonFigures.micro(Math.max(0, loadedNl - whole.atMostNl())));
      into.put("left_at_most_ml", JsonFigures.micro(Math.max(0, loadedNl - whole.atLeastNl())));
    }
  }

  private static void primings(ArrayNode into, SessionFacts facts, long ngPerMl) {
    for (PrimingLog.Priming one : facts.primings().all()) {
      ObjectNode priming = into.addObject().put("seq", one.kept().seq());
      JsonFigures.moment(priming, "begun", facts, one.kept(), one.begunNs());
      priming.put("asked_for_ml", JsonFigures.micro(one.volumeNl()));
      priming.put("rate_ml_per_h", JsonFigures.micro(one.nlPerH()));
      bracket(priming, one.delivered(), ngPerMl);
      priming.put("end_on_record", one.ended());
    }
  }

  private static void gaps(ArrayNode into, SessionFacts facts) {
    Times times = facts.span().times();
    for (Gap gap : facts.trail().gaps()) {
      into.addObject()
          .put("from_since_start_s", JsonFigures.since(times, gap.fromNs()))
          .put("to_since_start_s", JsonFigures.since(times, gap.toNs()))
          .put("why", gap.why());
    }
  }
}
