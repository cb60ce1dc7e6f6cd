package org.tenuto.link;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads of the station ask for a stop at once: each counts, none for a pause. */
@JCStressTest
@Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "both counted")
@Outcome(expect = Expect.FORBIDDEN, desc = "one was lost, or told as a pause")
@State
public class StopCounterStress {

  private final LinkFile file = StressedFile.of(1);

  /** One browser's request. */
  @Actor
  public void one() {
    file.increment(LinkLayout.STOPS);
  }

  /** The record keeper, for which the disk is full. */
  @Actor
  public void other() {
    file.increment(LinkLayout.STOPS);
  }

  /** What the executor finds afterwards. */
  @Arbiter
  public void found(II_Result result) {
    result.r1 = (int) file.get(LinkLayout.STOPS, -1);
    result.r2 = (int) file.get(LinkLayout.PAUSES, -1);
  }
}
