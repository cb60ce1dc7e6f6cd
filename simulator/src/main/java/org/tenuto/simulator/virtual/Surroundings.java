package org.tenuto.simulator.virtual;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tenuto.pump.Pump;
import org.tenuto.simulator.boundary.FaultyMotor;
import org.tenuto.simulator.fault.Fault;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.FaultListener;
import org.tenuto.simulator.fault.PresentFaults;
import org.tenuto.simulator.firmware.Motor;
import org.tenuto.simulator.firmware.Shaft;
import org.tenuto.simulator.sensor.SensingPump;
import org.tenuto.simulator.sensor.Sensors;
import org.tenuto.simulator.world.DeliveryPath;

/**
 * What lies beyond the pump's code: the motor with what can be wrong with it, the way to the vein,
 * and the sensors, if the pump has any. One session, one thread.
 */
final class Surroundings implements FaultListener {

  private static final double MM_PER_CM = 10;
  private static final double MINUTES_PER_H = 60;

  private final PresentFaults present;
  private final double orderedStepNl;
  private final DeliveryPath path;
  private final CountingMotor turned;
  private final CountingMotor believed;
  private final @Nullable Sensors sensors;
  private long nowNs;

  /**
   * A loaded syringe on a connected line.
   *
   * @param microstepPm pusher travel of one microstep, pm
   * @param orderedUm inner diameter of the syringe that is ordered, µm
   * @param loadedUm of the one that is really loaded, µm
   * @param sensing whether the pump has sensors for pressure, air and plunger
   */
  Surroundings(
      long microstepPm,
      long orderedUm,
      long loadedUm,
      boolean sensing,
      PresentFaults present,
      SplittableRandom random,
      long nowNs) {
    this.present = present;
    this.nowNs = nowNs;
    var ordered = DeliveryPath.ideal(orderedUm, microstepPm, nowNs);
    orderedStepNl = ordered.stepNl();
    path = DeliveryPath.usual(loadedUm, microstepPm, nowNs);
    turned = new CountingMotor(path);
    believed = new CountingMotor(new FaultyMotor(turned, present, random.split()));
    sensors = sensing ? Sensors.usual(path, random.nextLong(), nowNs) : null;
  }

  /** What the pump's code turns. */
  Motor motor() {
    return believed;
  }

  /** The same as a bare stepper turns it: it feels how hard the plunger pushes. */
  Shaft shaft() {
    return new Shaft() {
      @Override
      public double plungerForceN() {
        return path.plungerForceN();
      }

      @Override
      public boolean step(boolean forward) {
        return believed.step(forward);
      }

      @Override
      public void runAt(long speedNmPerH) {
        believed.runAt(speedNmPerH);
      }
    };
  }

  /** Microsteps the screw has made, forward less back. */
  long turnedSteps() {
    return turned.netSteps();
  }

  /** The driver as the controller gets it: with the sensors, if there are any. */
  Pump sensed(Pump driver) {
    return sensors == null ? driver : new SensingPump(driver, sensors);
  }

  /** Lets what flows flow. */
  void step(long now) {
    nowNs = now;
    path.advance(now);
  }

  /** What the motor has pushed out, by its travel and the syringe that was ordered, nL. */
  long pushedNl() {
    return (long) (turned.furthestSteps() * orderedStepNl);
  }

  /** What the pump's code believes beyond that, nL. */
  long slippedNl() {
    return (long) (believed.furthestSteps() * orderedStepNl) - pushedNl();
  }

  /** Volume of one microstep in the syringe that was ordered, nL. */
  double stepNl() {
    return orderedStepNl;
  }

  /** What has flowed into the vein, nL. */
  double intoVeinNl() {
    return path.intoVeinNl();
  }

  /** Whether the pump's code turns the motor, and the e-stop leaves it its supply. */
  boolean turning() {
    return believed.turning() && !present.has(FaultKind.E_STOP);
  }

  /** Whether the rotor followed its last microstep. */
  boolean rotorFree() {
    return believed.rotorFree();
  }

  @Override
  public void begins(Fault fault) {
    switch (fault.kind()) {
      case OCCLUSION -> path.occlude();
      case HEIGHT_STEP -> path.moveHeight(fault.size() / MM_PER_CM);
      case AIR -> path.letAirIn((double) fault.size());
      case LOOSE_PLUNGER -> path.loosen();
      case SENSOR_STUCK, SENSOR_SILENT, SENSOR_DRIFT, SENSOR_NOISE -> {
        if (sensors != null) {
          spoil(sensors, fault);
        }
      }
      default -> {
        // Not of this side.
      }
    }
  }

  @Override
  public void ends(Fault fault) {
    switch (fault.kind()) {
      case OCCLUSION -> {
        if (!present.has(FaultKind.OCCLUSION)) {
          path.release();
        }
      }
      case LOOSE_PLUNGER -> {
        if (!present.has(FaultKind.LOOSE_PLUNGER)) {
          path.seat();
        }
      }
      case SENSOR_STUCK, SENSOR_SILENT, SENSOR_DRIFT, SENSOR_NOISE -> mend();
      default -> {
        // Not of this side.
      }
    }
  }

  private void spoil(Sensors spoilt, Fault fault) {
    switch (fault.kind()) {
      case SENSOR_STUCK -> {
        spoilt.pressure().stick();
        spoilt.air().stick();
        spoilt.plunger().stick();
      }
      case SENSOR_SILENT -> spoilt.silence();
      case SENSOR_DRIFT -> spoilt.pressure().drift(fault.size() * MINUTES_PER_H, nowNs);
      default -> spoilt.pressure().scatter((double) fault.size());
    }
  }

  private void mend() {
    if (sensors != null) {
      sensors.pressure().mend(nowNs);
      sensors.air().mend(nowNs);
      sensors.plunger().mend();
    }
  }
}
