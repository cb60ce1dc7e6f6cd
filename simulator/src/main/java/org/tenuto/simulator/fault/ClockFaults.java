package org.tenuto.simulator.fault;

import static org.tenuto.simulator.fault.Allowance.anyOf;
import static org.tenuto.simulator.fault.Allowance.upTo;

/**
 * What may go wrong with clocks and turns.
 *
 * <p>The executor goes by the monotonic clock alone. A loop that is late by more than the lease
 * stops the pump by its watchdog; 4 s without the station pause the delivery.
 *
 * @param step the wall clock is set; mild: any step, it only makes recorded doses count as recent
 * @param drift the wall clock runs off; mild: 500 ppm, as fast as a clock is slewed (ntpd)
 * @param executor the loop gets no turn; mild: with the 100 ms between two readings less than the
 *     500 ms that one may be old
 * @param station the station gets no turn; mild: less than the 4 s after which it counts as silent
 */
public record ClockFaults(Allowance step, Allowance drift, Allowance executor, Allowance station)
    implements BoundaryFaults {

  /** Nothing. */
  public static ClockFaults none() {
    return new ClockFaults(Allowance.NONE, Allowance.NONE, Allowance.NONE, Allowance.NONE);
  }

  /** What an order may outlive, or end of with a stated reason. */
  public static ClockFaults survivable() {
    return new ClockFaults(
        upTo(2).of(-86_400_000, 86_400_000),
        upTo(1).lastingMs(1_000, 600_000).of(-500, 500),
        upTo(3).lastingMs(1, 300),
        upTo(3).lastingMs(10, 3_000));
  }

  /** Everything there is: only what must never happen can be asked of such a session. */
  public static ClockFaults unlimited() {
    return new ClockFaults(
        anyOf(FaultKind.WALL_STEP, 4),
        anyOf(FaultKind.WALL_DRIFT, 2),
        anyOf(FaultKind.EXECUTOR_STALL, 5),
        anyOf(FaultKind.STATION_STALL, 5));
  }

  @Override
  public void drawInto(FaultDraw draw) {
    draw.some(FaultKind.WALL_STEP, step);
    draw.some(FaultKind.WALL_DRIFT, drift);
    draw.some(FaultKind.EXECUTOR_STALL, executor);
    draw.some(FaultKind.STATION_STALL, station);
  }
}
