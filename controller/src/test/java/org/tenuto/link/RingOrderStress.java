package org.tenuto.link;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A slot is never seen before its payload: what the position says is there, is there whole. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "nothing yet")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "the first, whole")
@Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "both, whole, in order")
@Outcome(expect = Expect.FORBIDDEN, desc = "announced, but torn, lost or another one")
@State
public class RingOrderStress {

  private final LinkFile file = StressedFile.of(1);
  private final SlotWriter writer = new SlotWriter(StressedFile.SLOT_BYTES);
  private final SlotReader reader = new SlotReader(StressedFile.SLOT_BYTES);

  /** The producing side. */
  @Actor
  public void write() {
    for (int seq = 1; seq <= StressedFile.SLOTS; seq++) {
      StressedFile.build(writer, seq);
      StressedFile.RING.put(file, writer, seq);
    }
  }

  /** The consuming side: how many were announced, how many were read whole and in order. */
  @Actor
  public void read(II_Result result) {
    result.r1 = (int) StressedFile.RING.written(file, 0);
    for (int seq = 1; seq <= result.r1; seq++) {
      boolean good = StressedFile.RING.take(file, reader, seq);
      result.r2 += good && StressedFile.number(reader) == seq ? 1 : 0;
    }
  }
}
