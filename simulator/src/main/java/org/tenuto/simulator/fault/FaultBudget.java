package org.tenuto.simulator.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/** What may go wrong in one session, boundary by boundary, and the script that is drawn of it. */
public record FaultBudget(
    SerialFaults serial,
    PumpFaults pump,
    MotorFaults motor,
    ClockFaults clock,
    DiskFaults disk,
    BrokerFaults broker,
    ProcessFaults process,
    SensorFaults sensor,
    WorldFaults world,
    PeopleFaults people,
    PanelFaults panel,
    StepperFaults stepper) {

  /** Of so many sessions a boundary has faults in one. */
  private static final int ONE_IN = 4;

  /** Nothing goes wrong. */
  public static FaultBudget none() {
    return new FaultBudget(
        SerialFaults.none(),
        PumpFaults.none(),
        MotorFaults.none(),
        ClockFaults.none(),
        DiskFaults.none(),
        BrokerFaults.none(),
        ProcessFaults.none(),
        SensorFaults.none(),
        WorldFaults.none(),
        PeopleFaults.none(),
        PanelFaults.none(),
        StepperFaults.none());
  }

  /**
   * Faults that end, and are mild enough for the order to be brought to its end or to end for a
   * stated reason: each boundary says by which safeguard.
   */
  public static FaultBudget survivable() {
    return new FaultBudget(
        SerialFaults.survivable(),
        PumpFaults.survivable(),
        MotorFaults.survivable(),
        ClockFaults.survivable(),
        DiskFaults.survivable(),
        BrokerFaults.survivable(),
        ProcessFaults.survivable(),
        SensorFaults.survivable(),
        WorldFaults.survivable(),
        PeopleFaults.survivable(),
        PanelFaults.survivable(),
        StepperFaults.none());
  }

  /** Anything, as hard as it comes: only what must never happen can be asked of such a session. */
  public static FaultBudget unlimited() {
    return new FaultBudget(
        SerialFaults.unlimited(),
        PumpFaults.unlimited(),
        MotorFaults.unlimited(),
        ClockFaults.unlimited(),
        DiskFaults.unlimited(),
        BrokerFaults.unlimited(),
        ProcessFaults.unlimited(),
        SensorFaults.unlimited(),
        WorldFaults.unlimited(),
        PeopleFaults.unlimited(),
        PanelFaults.unlimited(),
        StepperFaults.none());
  }

  /** The same for a stepper, whose lines have faults of their own. */
  public FaultBudget with(StepperFaults ofStepper) {
    return new FaultBudget(
        serial,
        pump,
        motor,
        clock,
        disk,
        broker,
        process,
        sensor,
        world,
        people,
        panel,
        ofStepper);
  }

  /**
   * The script of one session: the same seed, the same script. In each session only some
   * boundaries have faults, so that in most of them the others have time to matter.
   *
   * @param horizonNs by when everything is over, ns since the session began
   */
  public FaultScript draw(RandomGenerator random, long horizonNs) {
    FaultDraw draw = new FaultDraw(random, horizonNs);
    for (BoundaryFaults boundary : boundaries()) {
      if (random.nextInt(ONE_IN) == 0) {
        boundary.drawInto(draw);
      }
    }
    return new FaultScript(draw.faults());
  }

  private List<BoundaryFaults> boundaries() {
    // The latest comes last: what a seed draws of the others stays as it was.
    return List.of(
        serial, pump, motor, clock, disk, broker, process, sensor, world, people, panel, stepper);
  }
}
