package org.tenuto.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.device.VirtualDevice.MS;
import static org.tenuto.simulator.device.VirtualDevice.S;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.control.check.Threshold;
import org.tenuto.dose.PriorDose;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pump.PumpState;
import org.tenuto.simulator.firmware.SafePacket;

/**
 * Provokes each alarm condition on the whole device, at twenty moments spread over the interval in
 * which the pump is read, and holds the time from its cause to its signal against the latency its
 * table states.
 */
class AlarmLatencyTest {

  /** The pump is read every 100 ms. */
  private static final long READ_EVERY_NS = 100 * MS;

  private static final long MOMENT_NS = 5 * MS;

  /** The watch's tolerance below 2 mL, and one digit of the pump's counter below 10 mL. */
  private static final long PROVEN_NL = 20_000 + 1_000;

  /** Conditions that this device can't be brought to, and who shows them instead. */
  private static final Map<AlarmCondition, String> ELSEWHERE =
      new EnumMap<>(
          Map.of(
              AlarmCondition.CONCENTRATION_CEILING,
              "an order that could reach it is refused by the look-ahead, and what a pump delivers"
                  + " beyond its order is OVER_DELIVERY long before;"
                  + " ConcentrationWatchTest and ExplorationTest"));

  static Stream<AlarmCondition> provoked() {
    return Stream.of(AlarmCondition.values()).filter(c -> !ELSEWHERE.containsKey(c));
  }

  private VirtualDevice device = new VirtualDevice();

  @ParameterizedTest
  @MethodSource("provoked")
  void isRaisedWithinTheLatencyOfItsTable(AlarmCondition condition) {
    for (long momentNs = 0; momentNs < READ_EVERY_NS; momentNs += MOMENT_NS) {
      device = new VirtualDevice();
      long causeNs = provoke(condition, momentNs);
      awaitRaised(condition, causeNs, momentNs);
    }
  }

  @Test
  void noneIsForgotten() {
    assertThat(ELSEWHERE).containsOnlyKeys(AlarmCondition.CONCENTRATION_CEILING);
    assertThat(ELSEWHERE.values()).allMatch(reason -> reason.contains("Test"));
  }

  private void awaitRaised(AlarmCondition condition, long causeNs, long momentNs) {
    long latestNs = causeNs + condition.latencyMs() * MS;
    while (!isActive(condition)) {
      assertThat(device.nowNs)
          .as("%s at moment %d ms: %s", condition, momentNs / MS, device.station.events)
          .isLessThan(latestNs);
      device.step();
    }
    assertThat(device.nowNs).isBetween(causeNs, latestNs);
    assertThat(raisedNs(condition)).isBetween(causeNs, latestNs);
  }

  private boolean isActive(AlarmCondition condition) {
    return (device.station.snapshot().alarmBits & condition.bit()) != 0;
  }

  private long raisedNs(AlarmCondition condition) {
    return device.station.all(ExecutorEvent.AlarmRaised.class).stream()
        .filter(raised -> raised.condition() == condition)
        .findFirst()
        .orElseThrow()
        .stamp()
        .monoNs();
  }

  /** Brings the cause about; when it was there, ns. */
  private long provoke(AlarmCondition condition, long momentNs) {
    return switch (condition) {
      case PUMP_LINE_LOST -> running(momentNs, () -> device.line.cut = true);
      case PUMP_SILENT -> idle(momentNs, () -> device.line.mute = true);
      case PUMP_STOP_UNCONFIRMED -> running(momentNs, this::stopUnheard);
      case PUMP_START_UNCONFIRMED -> startUnanswered(momentNs);
      case PUMP_SETTING_REFUSED -> settingChanged(momentNs);
      case PUMP_STALLED -> running(momentNs, device.syringe::block);
      case PUMP_RESET -> running(momentNs, () -> device.firmware.powerCycle(device.nowNs));
      case PUMP_WATCHDOG -> watchdogRunsOut(momentNs);
      case PUMP_PROGRAM_ERROR -> running(momentNs, () -> pumpIsTold("STP"));
      case MOTION_WITHOUT_COMMAND -> idle(momentNs, () -> pumpIsTold("PUR"));
      case OVER_DELIVERY -> rateChanged(momentNs, "RAT500.0", 1);
      case UNDER_DELIVERY -> rateChanged(momentNs, "RAT5.000", -1);
      case STALE_READING -> readingsEnd(momentNs);
      case STATION_SILENT -> running(momentNs, () -> device.station.alive = false);
      case EVENTS_LOST -> running(momentNs, this::pauseUnrecorded);
      case CYCLE_OVERRUN -> lateLoop(momentNs);
      case NEAR_COMPLETION -> shortOrderRuns();
      case PAGE_UNSEEN, PAGE_GONE -> running(momentNs, () -> device.station.watched = false);
      case CUMULATIVE_DOSE -> counterJumps(momentNs, 36_000_000);
      case ROLLING_DOSE -> anotherOrderAfterTooMuch();
      case PRESSURE_HIGH -> sensing(momentNs, () -> device.world.pressurePa = 68_900);
      case PRESSURE_RISING -> pressureRises(momentNs);
      case AIR_IN_LINE -> sensing(momentNs, () -> device.world.airNl = 200_001);
      case PLUNGER_LOOSE -> sensing(momentNs, () -> device.world.plungerSeated = false);
      case SENSOR_SILENT -> sensing(momentNs, () -> device.sensors.silence());
      case SYRINGE_NEARLY_EMPTY -> counterJumps(momentNs, 49_100_000);
      case SYRINGE_EMPTY -> counterJumps(momentNs, 49_600_000);
      case CLOCK_STEPPED -> running(momentNs, () -> device.wallMs += 3_000);
      case SELF_TEST_FAILED -> clockLost();
      case E_STOP_OPEN -> running(momentNs, () -> device.buttons.eStopOpen = true);
      case PANEL_LOST -> running(momentNs, () -> device.buttons.faulty = true);
      case CONCENTRATION_CEILING -> throw new AssertionError(ELSEWHERE.get(condition));
    };
  }

  private long idle(long momentNs, Runnable cause) {
    device.await(InfusionState.IDLE, 5 * S);
    device.pass(S + momentNs);
    cause.run();
    return device.nowNs;
  }

  private long running(long momentNs, Runnable cause) {
    device.run(device.usualOrder());
    device.pass(2 * S + momentNs);
    cause.run();
    return device.nowNs;
  }

  /** The same on a device whose pump has sensors. */
  private long sensing(long momentNs, Runnable cause) {
    device = new VirtualDevice(true, CheckThresholds.USUAL);
    return running(momentNs, cause);
  }

  /** 50 mL are loaded, 35 mL ordered; the cause is there with the next reading of the counter. */
  private long counterJumps(long momentNs, long aheadNl) {
    return sensing(momentNs, () -> device.counter.aheadNl = aheadNl);
  }

  /** The first order gave too much; the record that goes with the next one knows of 1 ng. */
  private long anotherOrderAfterTooMuch() {
    counterJumps(0, 36_000_000);
    device.await(InfusionState.FAULT, S);
    device.counter.aheadNl = 0;
    device.pass(5 * S);
    device.ask(StationCommand.ResetFault::new);
    device.await(InfusionState.IDLE, 5 * S);
    device.propose(device.usualOrderAfter(new PriorDose("KETAMINE-RACEMIC", 1, 60, 0, false, false)));
    return device.nowNs;
  }

  private long pressureRises(long momentNs) {
    device =
        new VirtualDevice(
            true, CheckThresholds.USUAL.with(Threshold.PRESSURE_RISE_PA_PER_S, 1_000));
    return running(momentNs, () -> device.eachStep(() -> device.world.pressurePa += 3));
  }

  private long clockLost() {
    device.wallMs = 0;
    device.step();
    return device.nowNs;
  }

  private void stopUnheard() {
    device.line.mute = true;
    device.station.stop = true;
  }

  private void pauseUnrecorded() {
    device.station.full = true;
    device.station.pause = true;
  }

  /** The pump falls silent; the cause is as old as the last reading, which answers at once. */
  private long readingsEnd(long momentNs) {
    device.run(device.usualOrder());
    long[] askedNs = {device.nowNs};
    int[] heard = {device.line.heardByPump.length()};
    device.eachStep(
        () -> {
          if (device.line.heardByPump.length() != heard[0]) {
            heard[0] = device.line.heardByPump.length();
            askedNs[0] = device.nowNs;
          }
        });
    device.pass(2 * S + momentNs);
    device.line.mute = true;
    return askedNs[0];
  }

  /** Somebody else speaks to the pump; the driver hears nothing of it. */
  private void pumpIsTold(String command) {
    device.firmware.step(SafePacket.of(command), device.nowNs);
  }

  private void stepUntil(BooleanSupplier reached) {
    long endNs = device.nowNs + 10 * S;
    while (!reached.getAsBoolean()) {
      assertThat(device.nowNs).as("%s", device.station.events).isLessThan(endNs);
      device.step();
    }
  }

  private void startAt(long momentNs) {
    device.await(InfusionState.IDLE, 5 * S);
    device.pass(momentNs);
    device.start(device.propose(device.usualOrder()));
  }

  private long startUnanswered(long momentNs) {
    startAt(momentNs);
    stepUntil(() -> device.station.snapshot().pumpState == PumpState.STARTING);
    device.line.mute = true;
    return device.nowNs;
  }

  /** Another rate than the one that was set stands in the pump before it is read back. */
  private long settingChanged(long momentNs) {
    startAt(momentNs);
    stepUntil(() -> device.line.heardByPump.indexOf("RAT52.50MH") >= 0);
    pumpIsTold("RAT99.00MH");
    return device.nowNs;
  }

  /** The loop sleeps; the pump was last spoken to at most 100 ms before, its watchdog has 1 s. */
  private long watchdogRunsOut(long momentNs) {
    device.run(device.usualOrder());
    device.pass(2 * S + momentNs);
    long earliestNs = device.nowNs + S - READ_EVERY_NS;
    device.stall(S + 5 * MS);
    return earliestNs;
  }

  /** The cause is there once the pump's counter proves it, not with the change of rate. */
  private long rateChanged(long momentNs, String command, int sign) {
    running(momentNs, () -> pumpIsTold(command));
    stepUntil(() -> sign * deliveredBeyondCommandNl() > PROVEN_NL);
    return device.nowNs;
  }

  private long deliveredBeyondCommandNl() {
    StatusSnapshot snapshot = device.station.snapshot();
    return device.syringe.deliveredNl() - snapshot.commandedNl;
  }

  private long lateLoop(long momentNs) {
    device.run(device.usualOrder());
    device.pass(2 * S + momentNs);
    device.stall(READ_EVERY_NS);
    return device.nowNs;
  }

  private long shortOrderRuns() {
    device.run(device.shortOrder());
    return device.nowNs;
  }
}
