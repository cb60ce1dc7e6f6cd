package org.tenuto.simulator.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.simulator.oracle.Happening;
import org.tenuto.simulator.oracle.Ordered;

/** What was really given, order by order. One session, one thread; looking allocates nothing. */
public final class PhysicalTruth {

  private final List<GivenOrder> orders = new ArrayList<>();
  private @Nullable GivenOrder running;
  private long pushedNl;
  private long slippedNl;
  private long nowNs;

  /** Staff did something. */
  public void happened(Happening happening) {
    GivenOrder order = running;
    switch (happening) {
      case Happening.Started(var inputs, long nonce) -> {
        running = new GivenOrder(nonce, Ordered.of(inputs), pushedNl, slippedNl, nowNs);
        orders.add(running);
      }
      case Happening.Changed(var inputs) when order != null ->
          order.changed(Ordered.of(inputs));
      case Happening.PrimingStarted _ -> running = null;
      default -> {
        // Begins nothing.
      }
    }
  }

  /**
   * Looks at the plunger.
   *
   * @param pushed out since the session began, nL
   * @param slipped counted by the pump and not pushed out, nL
   */
  public void look(long now, long pushed, long slipped) {
    nowNs = now;
    pushedNl = pushed;
    slippedNl = slipped;
    if (running != null) {
      running.look(pushed, slipped, now);
    }
  }

  /** All orders that were started, oldest first. */
  List<GivenOrder> orders() {
    return orders;
  }
}
