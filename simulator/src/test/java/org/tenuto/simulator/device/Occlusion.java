package org.tenuto.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.device.VirtualDevice.S;
import static org.tenuto.simulator.device.VirtualDevice.START_NS;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.control.check.Threshold;
import org.tenuto.dose.Order;
import org.tenuto.infusion.InfusionState;
import org.tenuto.simulator.firmware.PumpModel;
import org.tenuto.simulator.sensor.GaugeKind;
import org.tenuto.simulator.sensor.GaugeSpec;
import org.tenuto.simulator.sensor.Sensors;
import org.tenuto.simulator.world.Barrel;
import org.tenuto.simulator.world.DeliveryPath;
import org.tenuto.simulator.world.Drive;
import org.tenuto.simulator.world.Line;

/** One line that closes while a primed syringe delivers, opened again once the alarm was there. */
final class Occlusion {

  final double limitPa;
  final double offsetPa;

  /** Pressure while the line was open. */
  final double openPa;

  final long alarmAfterNs;

  /** True pressure when the alarm came. */
  final double alarmPa;

  /** What the vein got when the line was opened again. */
  final double bolusNl;

  /** Pressure after that. */
  final double restPa;

  private final DeliveryPath path;
  private final VirtualDevice device;

  /**
   * Runs it.
   *
   * @param rateMlPerH 52.5 or 5.25
   * @param limitPa at which pressure the controller alarms
   * @param offsetPa what the sensor shows too much
   * @param seed of the sensor's noise
   */
  Occlusion(
      double rateMlPerH, int limitPa, double offsetPa, Barrel barrel, Line line, long seed) {
    this.limitPa = limitPa;
    this.offsetPa = offsetPa;
    var primed = Drive.usual(PumpModel.NE1000.microstepPm()).withPlay(0, 0);
    path = new DeliveryPath(primed, barrel, line, START_NS);
    var gauge = GaugeSpec.usual(GaugeKind.PRESSURE).withOffset(offsetPa);
    device =
        new VirtualDevice(
            CheckThresholds.USUAL.with(Threshold.PRESSURE_PA, limitPa),
            path,
            Sensors.withPressure(path, gauge, seed, START_NS));
    deliver(rateMlPerH);
    openPa = path.pressurePa();
    long closedNs = device.nowNs;
    path.occlude();
    awaitAlarm();
    alarmAfterNs = device.nowNs - closedNs;
    alarmPa = path.pressurePa();
    awaitRest();
    double beforeNl = path.intoVeinNl();
    path.release();
    path.advance(device.nowNs + 300 * S);
    bolusNl = path.intoVeinNl() - beforeNl;
    restPa = path.pressurePa();
  }

  private void deliver(double rateMlPerH) {
    device.run(order(rateMlPerH));
    while (path.intoVeinNl() < 100_000) {
      device.step();
    }
  }

  private void awaitAlarm() {
    long endNs = device.nowNs + 600 * S;
    while ((device.station.snapshot().alarmBits & AlarmCondition.PRESSURE_HIGH.bit()) == 0) {
      assertThat(device.nowNs).as("no alarm at %d Pa", path.pressurePa()).isLessThan(endNs);
      device.step();
    }
  }

  private void awaitRest() {
    device.pass(S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.PAUSED);
    assertThat(path.moving()).isFalse();
  }

  /** 35 mL over 40 min, or 7 mL over 80. */
  private Order order(double rateMlPerH) {
    Order usual = device.usualOrder();
    boolean slow = rateMlPerH < 10;
    return Order.ofDose(
        usual.libraryHash(),
        usual.drugId(),
        usual.protocolId(),
        70_000,
        500_000,
        slow ? 4_800 : 2_400,
        slow ? 5_000_000 : 1_000_000,
        usual.syringeId(),
        usual.loadedNl(),
        usual.staffId());
  }
}
