package org.tenuto.simulator.fault;

import static org.tenuto.simulator.fault.Allowance.anyOf;
import static org.tenuto.simulator.fault.Allowance.upTo;

/**
 * What may go wrong with the sensors, where a pump has them.
 *
 * <p>A silent sensor pauses the delivery after 500 ms, a pressure at its limit (68.9 kPa) too;
 * staff resume. One that is stuck nobody can tell from a quiet line.
 *
 * @param stuck the last figures again and again; mild: any
 * @param drift wanders off; mild: within a minute not up to the limit
 * @param silent tells nothing; mild: a pause, then staff resume
 * @param noise off by so much; mild: 10 mmHg, as real ones are
 */
public record SensorFaults(Allowance stuck, Allowance drift, Allowance silent, Allowance noise)
    implements BoundaryFaults {

  /** Nothing. */
  public static SensorFaults none() {
    return new SensorFaults(Allowance.NONE, Allowance.NONE, Allowance.NONE, Allowance.NONE);
  }

  /** What an order may outlive, or end of with a stated reason. */
  public static SensorFaults survivable() {
    return new SensorFaults(
        upTo(2).lastingMs(100, 60_000),
        upTo(1).lastingMs(1_000, 60_000).of(-5_000, 5_000),
        upTo(2).lastingMs(10, 5_000),
        upTo(2).lastingMs(100, 60_000).of(1, 1_333));
  }

  /** Everything there is: only what must never happen can be asked of such a session. */
  public static SensorFaults unlimited() {
    return new SensorFaults(
        anyOf(FaultKind.SENSOR_STUCK, 4),
        anyOf(FaultKind.SENSOR_DRIFT, 2),
        anyOf(FaultKind.SENSOR_SILENT, 4),
        anyOf(FaultKind.SENSOR_NOISE, 4));
  }

  @Override
  public void drawInto(FaultDraw draw) {
    draw.some(FaultKind.SENSOR_STUCK, stuck);
    draw.some(FaultKind.SENSOR_DRIFT, drift);
    draw.some(FaultKind.SENSOR_SILENT, silent);
    draw.some(FaultKind.SENSOR_NOISE, noise);
  }
}
