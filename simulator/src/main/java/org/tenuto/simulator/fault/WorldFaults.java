package org.tenuto.simulator.fault;

import static org.tenuto.simulator.fault.Allowance.anyOf;
import static org.tenuto.simulator.fault.Allowance.upTo;

/**
 * What may go wrong with syringe, line and patient.
 *
 * <p>What a pump without sensors can't see shows in the motor (a stall) or not at all: the oracle
 * judges what our side knew, never what it could not.
 *
 * @param occlusion a closed line, then its release; mild: once, and open within 30 s, before the
 *     motor stalls
 * @param height the pump is moved; mild: 50 cm, from bed to pole
 * @param air a bubble; mild: half of the 200 µL that are an alarm
 * @param plunger not held; mild: once, for where it is seen it ends the order
 * @param brand another barrel than ordered; mild: 0.15 mm, the spread of one brand; unlimited:
 *     another brand
 */
public record WorldFaults(
    Allowance occlusion, Allowance height, Allowance air, Allowance plunger, Allowance brand)
    implements BoundaryFaults {

  /** Nothing. */
  public static WorldFaults none() {
    return new WorldFaults(
        Allowance.NONE, Allowance.NONE, Allowance.NONE, Allowance.NONE, Allowance.NONE);
  }

  /** What an order may outlive, or end of with a stated reason. */
  public static WorldFaults survivable() {
    return new WorldFaults(
        upTo(1).lastingMs(1_000, 30_000),
        upTo(2).of(-500, 500),
        upTo(1).of(1, 100_000),
        upTo(1).lastingMs(100, 10_000),
        upTo(1).of(-150, 150));
  }

  /** Everything there is: only what must never happen can be asked of such a session. */
  public static WorldFaults unlimited() {
    return new WorldFaults(
        anyOf(FaultKind.OCCLUSION, 2),
        anyOf(FaultKind.HEIGHT_STEP, 4),
        anyOf(FaultKind.AIR, 2),
        anyOf(FaultKind.LOOSE_PLUNGER, 2),
        anyOf(FaultKind.WRONG_BRAND, 1));
  }

  @Override
  public void drawInto(FaultDraw draw) {
    draw.some(FaultKind.OCCLUSION, occlusion);
    draw.some(FaultKind.HEIGHT_STEP, height);
    draw.some(FaultKind.AIR, air);
    draw.some(FaultKind.LOOSE_PLUNGER, plunger);
    draw.some(FaultKind.WRONG_BRAND, brand);
  }
}
