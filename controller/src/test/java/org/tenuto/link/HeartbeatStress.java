package org.tenuto.link;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** A beat is earned: who sees it sees the durable position that came before it. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "nothing yet")
@Outcome(id = "0, 5", expect = Expect.ACCEPTABLE, desc = "durable, not yet told by a beat")
@Outcome(id = "1, 5", expect = Expect.ACCEPTABLE, desc = "beat and durable position")
@Outcome(expect = Expect.FORBIDDEN, desc = "a beat before what it stands for")
@State
public class HeartbeatStress {

  private final LinkFile file = StressedFile.of(1);

  /** The station's command thread after a commit. */
  @Actor
  public void commit() {
    file.set(LinkLayout.EVENTS_DURABLE, 5);
    file.increment(LinkLayout.HEARTBEAT);
  }

  /** The executor's loop. */
  @Actor
  public void look(JJ_Result result) {
    result.r1 = file.get(LinkLayout.HEARTBEAT, -1);
    result.r2 = file.get(LinkLayout.EVENTS_DURABLE, -1);
  }
}
