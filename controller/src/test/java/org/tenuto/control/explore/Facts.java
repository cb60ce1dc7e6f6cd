package org.tenuto.control.explore;

import org.jspecify.annotations.Nullable;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pump.PumpState;

/**
 * What a promise is judged by: a world at one moment.
 *
 * @param programs programs the pump took so far
 * @param stopCalls times the pump was told to stop
 * @param truthNl what the plunger gave of the order it runs
 * @param primingNl volume of the priming that runs or ran last; 0 if there is none
 * @param primedAtLeastNl what its own ledger says it gave at least
 * @param primedAtMostNl what its own ledger says it gave at most
 * @param programNl volume of the last program; 0 before the first
 * @param longestUnseenNs longest that the pump was driven while no page showed its order
 * @param ranNonce the order the truth is of; 0 if it is that of a priming
 * @param changing whether a confirmed change waits for the pump to rest
 * @param order in force
 */
record Facts(
    InfusionState state,
    PumpState pumpState,
    boolean moving,
    int programs,
    int stopCalls,
    int phase,
    long orderNonce,
    long atLeastNl,
    long atMostNl,
    long truthNl,
    long primingNl,
    long primedAtLeastNl,
    long primedAtMostNl,
    long programNl,
    long ranNonce,
    long alarmPresentBits,
    long longestUnseenNs,
    boolean changing,
    @Nullable ReadBack order) {

  static Facts of(World world) {
    StatusSnapshot now = world.snapshot();
    var program = world.pump().program();
    return new Facts(
        world.state(),
        world.pump().reading().state,
        world.pump().moving(),
        world.pump().programs(),
        world.pump().stopCalls(),
        (int) now.phase,
        now.orderNonce,
        now.atLeastNl,
        now.atMostNl,
        world.pump().truthNl(),
        now.primingNl,
        now.primedAtLeastNl,
        now.primedAtMostNl,
        program == null ? 0 : program.permitted().volume().nl(),
        world.ranNonce(),
        now.alarmPresentBits,
        world.longestUnseenNs(),
        now.changing != 0,
        world.inForce());
  }

  /** Whether the pump is being set in motion or moves as told. */
  boolean driven() {
    return pumpState == PumpState.PROGRAMMING
        || pumpState == PumpState.STARTING
        || pumpState == PumpState.RUNNING;
  }

  /** Whether something is being delivered, of an order or to fill the line. */
  boolean delivering() {
    return state == InfusionState.INFUSING || state == InfusionState.PRIMING;
  }

  /** Whether the truth is that of a priming. */
  boolean truthIsOfPriming() {
    return ranNonce == 0 && programs > 0;
  }

  /** Volume of the order's phases up to the present one, nL. */
  long upToPhaseNl() {
    return order == null
        ? 0
        : order.phases().stream().limit(phase + 1L).mapToLong(ReadBack.Phase::volumeNl).sum();
  }

  /** Whether the truth is that of the order that is shown. */
  boolean truthIsOfOrder() {
    return orderNonce != 0 && orderNonce == ranNonce;
  }

  @Override
  public String toString() {
    return ("%s, pump %s%s, phase %d, order %d, delivered %d to %d nL, primed %d to %d of %d nL,"
            + " truth %d nL of order %d")
        .formatted(
            state,
            pumpState,
            moving ? " moving" : "",
            phase,
            orderNonce,
            atLeastNl,
            atMostNl,
            primedAtLeastNl,
            primedAtMostNl,
            primingNl,
            truthNl,
            ranNonce);
  }
}
