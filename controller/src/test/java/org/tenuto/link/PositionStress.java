package org.tenuto.link;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** A position is never taken for that of another boot, while one boot's makes way for the next's. */
@JCStressTest
@Outcome(
    id = {"1000, -1", "-1, 7", "-1, -1", "1000, 7"},
    expect = Expect.ACCEPTABLE,
    desc = "each boot's own, or none")
@Outcome(expect = Expect.FORBIDDEN, desc = "one boot's position under another's name")
@State
public class PositionStress {

  private static final long FORMER = 1;
  private static final long NEXT = 2;

  private final LinkFile file = StressedFile.of(1);

  public PositionStress() {
    file.setPosition(LinkLayout.EVENTS_DURABLE, FORMER, 1000);
  }

  /** The station joins the next boot of the executor. */
  @Actor
  public void write() {
    file.setPosition(LinkLayout.EVENTS_DURABLE, NEXT, 7);
  }

  /** Both boots of the executor look for theirs. */
  @Actor
  public void read(JJ_Result result) {
    result.r1 = file.position(LinkLayout.EVENTS_DURABLE, FORMER);
    result.r2 = file.position(LinkLayout.EVENTS_DURABLE, NEXT);
  }
}
