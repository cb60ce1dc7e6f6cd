package org.tenuto.simulator.fault;

import static org.tenuto.simulator.fault.Allowance.anyOf;
import static org.tenuto.simulator.fault.Allowance.upTo;

/**
 * What may go wrong at the panel of the device: somebody uses it, or its wires fail.
 *
 * <p>Each stops the delivery for good but the Start button, which does nothing; staff reset and may
 * order again. The e-stop latches: nobody turns it back before the pump's own watchdog of 1 s has
 * stopped a pump that nobody reaches, for the hardware lets the motor go on by then.
 *
 * @param eStop the e-stop is hit, then released; mild: once
 * @param wire its wire is broken, the motor keeps its supply; mild: also for a moment
 * @param lost its lines can't be read; mild: also for a moment
 * @param stop the Stop button
 * @param start the Start button
 */
public record PanelFaults(
    Allowance eStop, Allowance wire, Allowance lost, Allowance stop, Allowance start)
    implements BoundaryFaults {

  /** How long it stays pressed: until the watchdog has run out twice, up to a minute. */
  private static final long SHORTEST_MS = 2_000;

  private static final long LONGEST_MS = 60_000;

  /** Nothing. */
  public static PanelFaults none() {
    return new PanelFaults(
        Allowance.NONE, Allowance.NONE, Allowance.NONE, Allowance.NONE, Allowance.NONE);
  }

  /** What an order may outlive, or end of with a stated reason. */
  public static PanelFaults survivable() {
    return new PanelFaults(
        upTo(1).lastingMs(SHORTEST_MS, LONGEST_MS),
        upTo(1).lastingMs(1, LONGEST_MS),
        upTo(1).lastingMs(1, LONGEST_MS),
        upTo(1),
        upTo(3));
  }

  /** Everything there is: only what must never happen can be asked of such a session. */
  public static PanelFaults unlimited() {
    return new PanelFaults(
        upTo(4).lastingMs(SHORTEST_MS, LONGEST_MS),
        anyOf(FaultKind.E_STOP_WIRE, 4),
        anyOf(FaultKind.PANEL_LOST, 4),
        anyOf(FaultKind.PANEL_STOP, 4),
        anyOf(FaultKind.PANEL_START, 5));
  }

  @Override
  public void drawInto(FaultDraw draw) {
    draw.some(FaultKind.E_STOP, eStop);
    draw.some(FaultKind.E_STOP_WIRE, wire);
    draw.some(FaultKind.PANEL_LOST, lost);
    draw.some(FaultKind.PANEL_STOP, stop);
    draw.some(FaultKind.PANEL_START, start);
  }
}
