package org.tenuto.simulator.scenario;

import java.util.SplittableRandom;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.simulator.fault.FaultScript;
import org.tenuto.simulator.virtual.PumpKind;

/**
 * What a session is made of, all of it: the same plan gives the same session.
 *
 * @param seed of everything that is drawn while it runs: bytes, nonces, noise
 * @param wish what is ordered
 * @param habits who orders it
 * @param sensing whether the pump has sensors for pressure, air and plunger; an NE-1000 has none
 * @param faults what goes wrong, ns from the start of the session
 * @param budget what the faults were drawn from, and what is asked of it
 */
public record SessionPlan(
    long seed, Wish wish, Habits habits, boolean sensing, FaultScript faults, Budget budget) {

  private static final long S = 1_000_000_000;

  /** From power-up to Start, about. */
  private static final long BEFORE_S = 30;

  /** What staff need, at their slowest, to settle what has happened. */
  private static final long SETTLED_S = 1_800;

  /** Draws one from its seed, for an NE-1000. */
  public static SessionPlan draw(long seed, Budget budget, DrugLibrary library) {
    return draw(seed, budget, library, PumpKind.NE1000);
  }

  /** Draws one from its seed, with what can go wrong with that pump. */
  static SessionPlan draw(long seed, Budget budget, DrugLibrary library, PumpKind pump) {
    var random = new SplittableRandom(seed);
    Wish wish = Wish.draw(library, random);
    Habits habits = Habits.draw(random);
    boolean sensing = random.nextInt(3) == 0;
    long horizonNs = (BEFORE_S + wish.durationS()) * S;
    FaultScript script = budget.faults(pump).draw(random, horizonNs);
    return new SessionPlan(seed, wish, habits, sensing, script, budget);
  }

  /** The same with another script. */
  public SessionPlan with(FaultScript script) {
    return new SessionPlan(seed, wish, habits, sensing, script, budget);
  }

  /** The same with another order. */
  SessionPlan ordering(Wish other) {
    return new SessionPlan(seed, other, habits, sensing, faults, budget);
  }

  /** When it is over whatever happens, ns from its start. */
  long limitNs() {
    long orders = 1L + habits.ordersAgain();
    return (BEFORE_S + 2 * orders * wish.durationS() + SETTLED_S) * S;
  }
}
