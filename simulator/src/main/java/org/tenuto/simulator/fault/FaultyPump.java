package org.tenuto.simulator.fault;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.tenuto.simulator.firmware.Ne1000;
import org.tenuto.simulator.world.Syringe;

/** A pump with its syringe, to which things happen when their time has come. One thread. */
public final class FaultyPump {

  private static final byte[] NOTHING = {};
  private static final long NOT_YET = Long.MIN_VALUE;

  private final Ne1000 pump;
  private final Syringe syringe;
  private final List<FaultSpec> waiting;
  private final Set<FaultKind> present = EnumSet.noneOf(FaultKind.class);
  private final long startNs;
  private long firstMoveNs = NOT_YET;

  public FaultyPump(Ne1000 pump, Syringe syringe, List<FaultSpec> faults, long startNs) {
    this.pump = pump;
    this.syringe = syringe;
    this.waiting = new ArrayList<>(faults);
    this.startNs = startNs;
  }

  /**
   * Lets pump and syringe live up to now.
   *
   * @param in bytes from the line
   * @param nowNs monotonic ns, never less than before
   * @return bytes for the line
   */
  public byte[] step(byte[] in, long nowNs) {
    for (Iterator<FaultSpec> next = waiting.iterator(); next.hasNext(); ) {
      FaultSpec fault = next.next();
      if (due(fault, nowNs)) {
        next.remove();
        strike(fault.kind(), nowNs);
      }
    }
    byte[] out = pump.step(hears() ? in : NOTHING, nowNs);
    if (firstMoveNs == NOT_YET && syringe.everMoved()) {
      firstMoveNs = nowNs;
    }
    return speaks() ? out : NOTHING;
  }

  /** Whether the line between computer and pump is cut. */
  public boolean lineCut() {
    return present.contains(FaultKind.LINE_CUT);
  }

  private boolean due(FaultSpec fault, long nowNs) {
    if (!fault.afterFirstMove()) {
      return nowNs - startNs >= fault.delayNs();
    }
    return firstMoveNs != NOT_YET && nowNs - firstMoveNs >= fault.delayNs();
  }

  private void strike(FaultKind kind, long nowNs) {
    if (kind == FaultKind.LINE_BACK) {
      present.remove(FaultKind.LINE_CUT);
      return;
    }
    present.add(kind);
    if (kind == FaultKind.STALL) {
      syringe.block();
    } else if (kind == FaultKind.RESET) {
      pump.powerCycle(nowNs);
    }
  }

  private boolean hears() {
    return !lineCut() && !present.contains(FaultKind.DEAF);
  }

  private boolean speaks() {
    return hears() && !present.contains(FaultKind.MUTE);
  }
}
