package org.tenuto.simulator.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of one infusion of the campaign.
 *
 * @param plan the case
 * @param stateAtKill last state on record before the kill
 * @param restMs from the signal to the first reading at rest; -1 where nothing moved, or nothing
 *     had to rest
 * @param truthNl what the plunger delivered of the order
 * @param atLeastNl the record's own bracket of it
 * @param stalledMs by how much the machine's stalls widened the bound
 * @param wrong what does not hold; empty if all does
 */
record KillResult(
    KillCase plan,
    String stateAtKill,
    long restMs,
    long orderedNl,
    long truthNl,
    long atLeastNl,
    long atMostNl,
    long ledgers,
    long stalledMs,
    List<String> wrong) {

  private static final ObjectMapper JSON = new ObjectMapper();

  long widthNl() {
    return atMostNl - atLeastNl;
  }

  /** The same, and what else is wrong. */
  KillResult and(List<String> more) {
    List<String> all = Stream.concat(wrong.stream(), more.stream()).toList();
    return new KillResult(
        plan, stateAtKill, restMs, orderedNl, truthNl, atLeastNl, atMostNl, ledgers, stalledMs, all);
  }

  /** One line of the table. */
  String json() {
    ObjectNode row = JSON.createObjectNode();
    row.put("seed", plan.seed()).put("number", plan.number());
    row.put("victim", plan.victim().name()).put("moment", plan.moment().name());
    row.put("delay_ms", plan.delayMs()).put("state", stateAtKill);
    row.put("rest_ms", restMs).put("stalled_ms", stalledMs);
    row.put("ordered_nl", orderedNl).put("truth_nl", truthNl);
    row.put("at_least_nl", atLeastNl).put("at_most_nl", atMostNl).put("ledgers", ledgers);
    wrong.forEach(row.putArray("wrong")::add);
    return row.toString();
  }

  /** For whoever watches. */
  String text() {
    return "%3d %-8s %-12s +%5d ms in %-9s rest %4d ms, %6d of %d nL, record %d to %d%s%s"
        .formatted(
            plan.number(),
            plan.victim(),
            plan.moment(),
            plan.delayMs(),
            stateAtKill,
            restMs,
            truthNl,
            orderedNl,
            atLeastNl,
            atMostNl,
            stalledMs > 0 ? ", stalled " + stalledMs + " ms" : "",
            wrong.isEmpty() ? "" : " WRONG " + wrong + " " + plan.replay());
  }
}
