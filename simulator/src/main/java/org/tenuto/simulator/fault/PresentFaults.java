package org.tenuto.simulator.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * Which faults are on now: switched by a session, asked by the boundaries in every step. Asking
 * costs an array access and allocates nothing. One thread.
 */
public final class PresentFaults implements FaultListener {

  private final List<Fault> present = new ArrayList<>();
  private final boolean[] on = new boolean[FaultKind.values().length];
  private final long[] sizes = new long[FaultKind.values().length];
  private final int[] begun = new int[FaultKind.values().length];

  @Override
  public void begins(Fault fault) {
    begun[fault.kind().ordinal()]++;
    if (fault.kind().span() == Span.LASTING) {
      present.add(fault);
      look(fault.kind());
    }
  }

  @Override
  public void ends(Fault fault) {
    present.remove(fault);
    look(fault.kind());
  }

  private void look(FaultKind kind) {
    on[kind.ordinal()] = false;
    sizes[kind.ordinal()] = 0;
    for (Fault fault : present) {
      if (fault.kind() == kind) {
        on[kind.ordinal()] = true;
        if (Math.abs(fault.size()) > Math.abs(sizes[kind.ordinal()])) {
          sizes[kind.ordinal()] = fault.size();
        }
      }
    }
  }

  /** Whether a fault of this kind is on. */
  public boolean has(FaultKind kind) {
    return on[kind.ordinal()];
  }

  /** Size of the strongest of this kind that is on, in the kind's unit; 0 if none is. */
  public long size(FaultKind kind) {
    return sizes[kind.ordinal()];
  }

  /** How many of this kind have begun so far. */
  public int begun(FaultKind kind) {
    return begun[kind.ordinal()];
  }
}
