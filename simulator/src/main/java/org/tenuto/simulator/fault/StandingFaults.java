package org.tenuto.simulator.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The faults of {@code --fault} in real time: each comes at its moment and stays. One thread. */
public final class StandingFaults {

  private static final long NOT_YET = Long.MIN_VALUE;

  private final List<FaultSpec> waiting;
  private final Map<FaultKind, Fault> standing = new EnumMap<>(FaultKind.class);
  private final PresentFaults present;
  private final long startNs;
  private long firstMoveNs = NOT_YET;

  /**
   * Waits with them.
   *
   * @param present what they are switched on in
   * @param startNs when the simulator started, monotonic ns
   */
  public StandingFaults(List<FaultSpec> faults, PresentFaults present, long startNs) {
    this.waiting = new ArrayList<>(faults);
    this.present = present;
    this.startNs = startNs;
  }

  /**
   * Switches what is due.
   *
   * @param everMoved whether the plunger has moved at all so far
   * @param nowNs monotonic ns, never less than before
   */
  public void advance(boolean everMoved, long nowNs) {
    if (firstMoveNs == NOT_YET && everMoved) {
      firstMoveNs = nowNs;
    }
    for (Iterator<FaultSpec> next = waiting.iterator(); next.hasNext(); ) {
      FaultSpec spec = next.next();
      if (due(spec, nowNs)) {
        next.remove();
        turn(spec);
      }
    }
  }

  private boolean due(FaultSpec spec, long nowNs) {
    if (!spec.afterFirstMove()) {
      return nowNs - startNs >= spec.delayNs();
    }
    return firstMoveNs != NOT_YET && nowNs - firstMoveNs >= spec.delayNs();
  }

  private void turn(FaultSpec spec) {
    Fault before = standing.remove(spec.kind());
    if (before != null) {
      present.ends(before);
    }
    if (!spec.ends()) {
      long forNs = spec.kind().span() == Span.LASTING ? Long.MAX_VALUE - spec.delayNs() : 0;
      Fault fault = new Fault(spec.kind(), spec.delayNs(), forNs, 0);
      standing.put(spec.kind(), fault);
      present.begins(fault);
    }
  }
}
