package org.tenuto.link;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A slot is written anew only after it was read: the reader's position, in its own file, frees it.
 * Six go through two slots.
 */
@JCStressTest
@Outcome(id = "[0-6], 0", expect = Expect.ACCEPTABLE, desc = "so many came, all of them good")
@Outcome(expect = Expect.FORBIDDEN, desc = "a slot was overwritten while it was read, or before")
@State
public class RingReuseStress {

  private static final int COUNT = 6;

  /** Looks for room, or for a slot, before an actor gives up: it must end without the other. */
  private static final int LOOKS = 200;

  private final LinkFile producers = StressedFile.of(1);
  private final LinkFile consumers = StressedFile.of(2);
  private final SlotWriter writer = new SlotWriter(StressedFile.SLOT_BYTES);
  private final SlotReader reader = new SlotReader(StressedFile.SLOT_BYTES);

  /** The producing side. */
  @Actor
  public void write() {
    int seq = 1;
    for (int look = 0; look < LOOKS && seq <= COUNT; look++) {
      if (seq - consumers.get(LinkLayout.COMMANDS_READ, 0) <= StressedFile.SLOTS) {
        StressedFile.build(writer, seq);
        StressedFile.RING.put(producers, writer, seq);
        seq++;
      }
    }
  }

  /** The consuming side: how many came, how many of them were damaged or another one. */
  @Actor
  public void read(II_Result result) {
    for (int look = 0; look < LOOKS && result.r1 < COUNT; look++) {
      int seq = result.r1 + 1;
      if (StressedFile.RING.written(producers, 0) >= seq) {
        boolean good = StressedFile.RING.take(producers, reader, seq);
        result.r2 += good && StressedFile.number(reader) == seq ? 0 : 1;
        result.r1 = seq;
        consumers.set(LinkLayout.COMMANDS_READ, seq);
      }
    }
  }
}
