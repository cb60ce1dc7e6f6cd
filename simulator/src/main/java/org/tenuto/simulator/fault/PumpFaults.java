package org.tenuto.simulator.fault;

import static org.tenuto.simulator.fault.Allowance.anyOf;
import static org.tenuto.simulator.fault.Allowance.upTo;

/**
 * What may go wrong with the pump itself.
 *
 * <p>Its watchdog stops it after 1 s without a packet; no reply for 500 ms, or word of a reset,
 * ends the order with a reason.
 *
 * @param reset its power blinks; mild: once, for it ends the order
 * @param off it has no power; mild: once, for it ends the order, and back within 10 s
 * @param mute it does not reply; mild: less than the 500 ms of a reading
 * @param deaf it does not hear; mild: as mute, and less than the 1 s of its watchdog
 */
public record PumpFaults(Allowance reset, Allowance off, Allowance mute, Allowance deaf)
    implements BoundaryFaults {

  /** Nothing. */
  public static PumpFaults none() {
    return new PumpFaults(Allowance.NONE, Allowance.NONE, Allowance.NONE, Allowance.NONE);
  }

  /** What an order may outlive, or end of with a stated reason. */
  public static PumpFaults survivable() {
    return new PumpFaults(
        upTo(1),
        upTo(1).lastingMs(100, 10_000),
        upTo(2).lastingMs(20, 300),
        upTo(2).lastingMs(20, 300));
  }

  /** Everything there is: only what must never happen can be asked of such a session. */
  public static PumpFaults unlimited() {
    return new PumpFaults(
        anyOf(FaultKind.PUMP_RESET, 3),
        anyOf(FaultKind.PUMP_OFF, 3),
        anyOf(FaultKind.PUMP_MUTE, 3),
        anyOf(FaultKind.PUMP_DEAF, 3));
  }

  @Override
  public void drawInto(FaultDraw draw) {
    draw.some(FaultKind.PUMP_RESET, reset);
    draw.some(FaultKind.PUMP_OFF, off);
    draw.some(FaultKind.PUMP_MUTE, mute);
    draw.some(FaultKind.PUMP_DEAF, deaf);
  }
}
