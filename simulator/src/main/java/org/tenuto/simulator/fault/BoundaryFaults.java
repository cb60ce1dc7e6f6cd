package org.tenuto.simulator.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/** What may go wrong at one boundary in one session: how often, how long, how much. Immutable. */
public interface BoundaryFaults {

  /** Draws what is allowed of each kind, always in the same order. */
  void drawInto(FaultDraw draw);

  /**
   * The faults of one session: the same seed, the same faults.
   *
   * @param horizonNs by when all of them are over, ns since the session began
   */
  default List<Fault> draw(RandomGenerator random, long horizonNs) {
    FaultDraw draw = new FaultDraw(random, horizonNs);
    drawInto(draw);
    return draw.faults();
  }
}
