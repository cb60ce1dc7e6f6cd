package org.tenuto.simulator.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tenuto.simulator.scenario.Budget;
import org.tenuto.simulator.scenario.SessionPlan;
import org.tenuto.simulator.scenario.Site;

/**
 * The sessions a fleet plays, by their seeds from one on: those of a usual length, so that devices
 * are neither switched off all the time nor recorded for half a minute each.
 *
 * @param site what all sessions share
 */
record Repertoire(Site site) {

  private static final long SHORTEST_NS = 300_000_000_000L;
  private static final long SHORTEST_ORDER_S = 600;
  private static final long LONGEST_ORDER_S = 5_400;

  /**
   * Records sessions; the first without faults, the others with those their seed draws.
   *
   * @param count above 0
   * @param watcher told of each one that is kept
   */
  List<Recording> record(long firstSeed, int count, Consumer<Recording> watcher) {
    List<Recording> kept = new ArrayList<>();
    for (long seed = firstSeed; kept.size() < count; seed++) {
      Budget faults = kept.isEmpty() ? Budget.NONE : Budget.SURVIVABLE;
      SessionPlan plan = plan(seed, faults);
      long orderS = plan.wish().durationS();
      if (orderS < SHORTEST_ORDER_S || orderS > LONGEST_ORDER_S) {
        continue;
      }
      Recording recording = Recorder.record(site, plan);
      if (recording.durationNs() >= SHORTEST_NS) { // not if it was refused or given up at once
        kept.add(recording);
        watcher.accept(recording);
      }
    }
    return kept;
  }

  SessionPlan plan(long seed, Budget faults) {
    return SessionPlan.draw(seed, faults, site.library());
  }
}
