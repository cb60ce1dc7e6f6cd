package org.tenuto.simulator.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lets the faults of a script begin and end when their time has come. One thread. */
public final class FaultSchedule {

  private record Turn(long atNs, boolean end, Fault fault) {}

  /** What ends at a moment ends before anything begins. */
  private static final Comparator<Turn> BY_TIME =
      Comparator.comparingLong(Turn::atNs)
          .thenComparing(turn -> !turn.end())
          .thenComparing(Turn::fault);

  private final List<Turn> turns = new ArrayList<>();
  private final List<FaultListener> listeners;
  private int next;
  private long nextNs;

  /**
   * Waits with a script.
   *
   * @param listeners who is told, in this order
   */
  public FaultSchedule(FaultScript script, FaultListener... listeners) {
    for (Fault fault : script.faults()) {
      turns.add(new Turn(fault.atNs(), false, fault));
      if (fault.kind().span() == Span.LASTING) {
        turns.add(new Turn(fault.endNs(), true, fault));
      }
    }
    turns.sort(BY_TIME);
    this.listeners = List.of(listeners);
    look();
  }

  /**
   * Tells what has begun and ended. Costs a comparison while there is nothing to tell.
   *
   * @param sinceStartNs ns since the session began, never less than before
   */
  public void advance(long sinceStartNs) {
    while (sinceStartNs >= nextNs) {
      Turn turn = turns.get(next++);
      look();
      for (FaultListener listener : listeners) {
        if (turn.end()) {
          listener.ends(turn.fault());
        } else {
          listener.begins(turn.fault());
        }
      }
    }
  }

  private void look() {
    nextNs = isOver() ? Long.MAX_VALUE : turns.get(next).atNs();
  }

  /** Whether everything has begun and ended. */
  public boolean isOver() {
    return next == turns.size();
  }

  /** When something begins or ends next, ns since the session began; never if all is over. */
  public long nextNs() {
    return nextNs;
  }
}
