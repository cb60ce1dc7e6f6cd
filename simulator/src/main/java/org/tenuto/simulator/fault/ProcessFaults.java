package org.tenuto.simulator.fault;

import static org.tenuto.simulator.fault.Allowance.anyOf;
import static org.tenuto.simulator.fault.Allowance.upTo;

/**
 * What may go wrong with who lives.
 *
 * <p>A dead executor ends the order: the plunger rests by the pump's watchdog. A dead station
 * pauses it after 4 s; a restarted one is adopted, and staff resume.
 *
 * @param executor the executor dies; mild: once, and back within 10 s
 * @param station the station dies; mild: back within 30 s
 * @param board everything of ours is gone, the pump is not; mild: once, and back within a minute
 */
public record ProcessFaults(Allowance executor, Allowance station, Allowance board)
    implements BoundaryFaults {

  /** Nothing. */
  public static ProcessFaults none() {
    return new ProcessFaults(Allowance.NONE, Allowance.NONE, Allowance.NONE);
  }

  /** What an order may outlive, or end of with a stated reason. */
  public static ProcessFaults survivable() {
    return new ProcessFaults(
        upTo(1).lastingMs(100, 10_000),
        upTo(2).lastingMs(100, 30_000),
        upTo(1).lastingMs(1_000, 60_000));
  }

  /** Everything there is: only what must never happen can be asked of such a session. */
  public static ProcessFaults unlimited() {
    return new ProcessFaults(
        anyOf(FaultKind.EXECUTOR_KILLED, 3),
        anyOf(FaultKind.STATION_KILLED, 4),
        anyOf(FaultKind.BOARD_OFF, 2));
  }

  @Override
  public void drawInto(FaultDraw draw) {
    draw.some(FaultKind.EXECUTOR_KILLED, executor);
    draw.some(FaultKind.STATION_KILLED, station);
    draw.some(FaultKind.BOARD_OFF, board);
  }
}
