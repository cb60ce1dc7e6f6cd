package org.tenuto.link;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A snapshot that the sequence lock calls whole is of one cycle. Judged before its CRC is: the CRC
 * is there for damage, not to hide what the lock lets through.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "being replaced at every try")
@Outcome(id = {"1", "2", "3"}, expect = Expect.ACCEPTABLE, desc = "of one cycle")
@Outcome(expect = Expect.FORBIDDEN, desc = "of two cycles")
@State
public class SnapshotStress {

  private final LinkFile file = StressedFile.of(1);
  private final SlotWriter writer = new SlotWriter(StressedFile.SLOT_BYTES);
  private final SlotReader reader = new SlotReader(StressedFile.SLOT_BYTES);

  public SnapshotStress() {
    publish(1);
  }

  private void publish(int cycle) {
    StressedFile.build(writer, cycle);
    SequenceLock.write(file, writer);
  }

  /** The executor's loop. */
  @Actor
  public void write() {
    publish(2);
    publish(3);
  }

  /** A reader of the station: the cycle it saw; 0 for none, -1 for parts of two. */
  @Actor
  public void read(I_Result result) {
    if (SequenceLock.copyWhole(file, reader)) {
      result.r1 = reader.isGood() ? StressedFile.number(reader) : -1;
    }
  }
}
