package org.tenuto.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.device.VirtualDevice.S;

import org.junit.jupiter.api.Test;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.ExecutorEvent.Answer;
import org.tenuto.control.StationCommand;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.control.check.SelfTest;
import org.tenuto.control.check.Threshold;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;

/** What a pump with sensors changes, and a self-test that fails, on the whole device. */
class SensingDeviceTest {

  private static final CheckThresholds WITH_RISE =
      CheckThresholds.USUAL.with(Threshold.PRESSURE_RISE_PA_PER_S, 1_000);

  private long monitored(VirtualDevice device) {
    device.await(InfusionState.IDLE, 5 * S);
    return device.station.snapshot().monitoredBits;
  }

  /** The virtual device has both, whatever the pump has. */
  private static final long BUZZER_AND_E_STOP = 64 | 16;

  @Test
  void onlyWhatHasASensorAndALimitIsMonitored() {
    assertThat(monitored(new VirtualDevice())).isEqualTo(BUZZER_AND_E_STOP);
    assertThat(monitored(new VirtualDevice(true, CheckThresholds.USUAL)))
        .isEqualTo(1 | 2 | 4 | BUZZER_AND_E_STOP);
    assertThat(monitored(new VirtualDevice(true, WITH_RISE)))
        .isEqualTo(1 | 2 | 4 | 32 | BUZZER_AND_E_STOP);
    assertThat(monitored(new VirtualDevice(false, WITH_RISE))).isEqualTo(BUZZER_AND_E_STOP);
  }

  @Test
  void thePressureIsShownWhileItIsFresh() {
    var device = new VirtualDevice(true, CheckThresholds.USUAL);
    device.await(InfusionState.IDLE, 5 * S);
    device.world.pressurePa = 2_500;
    device.pass(S);
    assertThat(device.station.snapshot().pressureKnown).isEqualTo(1);
    assertThat(device.station.snapshot().pressurePa).isEqualTo(2_500);
    device.sensors.silence();
    device.pass(S);
    assertThat(device.station.snapshot().pressureKnown).isZero();
    assertThat(device.station.snapshot().pressurePa).isZero();
  }

  @Test
  void withoutASensorNoPressureIsShown() {
    var device = new VirtualDevice();
    device.await(InfusionState.IDLE, 5 * S);
    device.counter.reading().pressureKnown = true;
    device.counter.reading().pressurePa = 1_000;
    device.step();
    assertThat(device.station.snapshot().pressureKnown).isZero();
  }

  @Test
  void anOrderDoesNotStartWithAirInTheLineNorBeforeStaffAcknowledged() {
    var device = new VirtualDevice(true, CheckThresholds.USUAL);
    device.await(InfusionState.IDLE, 5 * S);
    ReadBack readBack = device.propose(device.usualOrder());
    device.world.airNl = 200_001;
    device.step();
    assertThat(device.start(readBack).code()).isEqualTo("ALARM_ACTIVE");
    device.world.airNl = 0;
    assertThat(device.start(readBack).code()).isEqualTo("ALARM_ACTIVE");
    device.ask(StationCommand.AcknowledgeAlarms::new);
    assertThat(device.start(readBack).answer()).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void aBlockedLinePausesAndStaffResumeOnceItIsFree() {
    var device = new VirtualDevice(true, CheckThresholds.USUAL);
    ReadBack readBack = device.run(device.usualOrder());
    device.pass(2 * S);
    device.world.pressurePa = 68_900;
    device.pass(S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.PAUSED);
    assertThat(device.syringe.moving()).isFalse();
    device.world.pressurePa = 0;
    device.step();
    device.ask(StationCommand.AcknowledgeAlarms::new);
    device.ask(header -> new StationCommand.Resume(header, readBack.nonce()));
    assertThat(device.cycle.state()).isEqualTo(InfusionState.INFUSING);
  }

  @Test
  void aFailedSelfTestKeepsTheDeviceFromOrdersAndSaysWhy() {
    var device = new VirtualDevice();
    long setMs = device.wallMs;
    device.wallMs = 0;
    device.pass(5 * S);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.SELF_TEST);
    assertThat(device.station.snapshot().selfTestFailedBits).isEqualTo(SelfTest.Item.CLOCK.bit());
    assertThat(device.station.snapshot().alarmBits)
        .isEqualTo(AlarmCondition.SELF_TEST_FAILED.bit());
    device.wallMs = setMs;
    device.step();
    assertThat(device.cycle.state()).isEqualTo(InfusionState.IDLE);
    assertThat(device.station.snapshot().selfTestFailedBits).isZero();
  }
}
