package org.tenuto.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.simulator.device.VirtualDevice.MS;
import static org.tenuto.simulator.device.VirtualDevice.S;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.alarm.BurstPattern;
import org.tenuto.alarm.LampColour;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.Answer;
import org.tenuto.control.Panel;
import org.tenuto.control.StationCommand;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pump.PumpState;

/** The executor's own lamp and buzzer on the whole device: who is seen and heard, on which ms. */
class SoundersTest {

  private final VirtualDevice device = new VirtualDevice();
  private final List<Long> onsetsNs = new ArrayList<>();
  private final List<Long> litNs = new ArrayList<>();
  private boolean sounding;
  private boolean lit;

  @BeforeEach
  void listen() {
    device.eachStep(
        () -> {
          boolean sounds = device.panel.sounding != null;
          if (sounds && !sounding) {
            onsetsNs.add(device.nowNs);
          }
          sounding = sounds;
          boolean lights = device.panel.lit != null;
          if (lights && !lit) {
            litNs.add(device.nowNs);
          }
          lit = lights;
        });
  }

  private boolean active(AlarmCondition condition) {
    return (device.station.snapshot().alarmBits & condition.bit()) != 0;
  }

  private long awaitNs(AlarmCondition condition) {
    long endNs = device.nowNs + 60 * S;
    while (!active(condition)) {
      assertThat(device.nowNs).as("%s", device.station.events).isLessThan(endNs);
      device.step();
    }
    return device.nowNs;
  }

  private void forget() {
    onsetsNs.clear();
    litNs.clear();
  }

  private static List<Long> bursts(BurstPattern burst, long fromNs, int times) {
    return LongStream.range(0, (long) times * burst.pulses())
        .map(
            i ->
                fromNs
                    + i / burst.pulses() * burst.repeatNs()
                    + burst.onsetNs((int) (i % burst.pulses())))
        .boxed()
        .toList();
  }

  @Test
  void nothingSoundsWhileAllIsWell() {
    device.run(device.usualOrder());
    device.pass(60 * S);
    assertThat(onsetsNs).isEmpty();
    assertThat(litNs).isEmpty();
    assertThat(device.station.all(ExecutorEvent.Booted.class).getFirst().buzzer()).isTrue();
  }

  @Test
  void aHighAlarmSoundsAndLightsInTheVeryCycleItIsRaisedIn() {
    device.run(device.usualOrder());
    device.line.cut = true;
    long raisedNs = awaitNs(AlarmCondition.PUMP_LINE_LOST);
    device.pass(BurstPattern.HIGH.repeatNs() * 2 - MS);
    assertThat(onsetsNs).isEqualTo(bursts(BurstPattern.HIGH, raisedNs, 2));
    assertThat(litNs).hasSize(34).startsWith(raisedNs, raisedNs + 500 * MS, raisedNs + S);
  }

  @Test
  void noPageIsMediumAfterTenSecondsAndPausedAfterThirty() {
    ReadBack readBack = device.run(device.usualOrder());
    device.pass(2 * S);
    device.station.watched = false;
    long goneNs = device.nowNs;
    long unseenNs = awaitNs(AlarmCondition.PAGE_UNSEEN);
    assertThat(unseenNs - goneNs).isEqualTo(10 * S);
    assertThat(device.panel.lit).isEqualTo(LampColour.YELLOW);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.INFUSING);
    device.pass(20 * S - MS);
    assertThat(device.cycle.state()).isEqualTo(InfusionState.INFUSING);
    assertThat(onsetsNs).isEqualTo(bursts(BurstPattern.MEDIUM, unseenNs, 2));
    forget();
    device.step();
    assertThat(device.cycle.state()).isEqualTo(InfusionState.PAUSED);
    assertThat(device.station.snapshot().reason).isEqualTo(NotDeliveringReason.PAGE_GONE);
    assertThat(active(AlarmCondition.PAGE_GONE)).isTrue();
    assertThat(device.panel.lit).isEqualTo(LampColour.RED);
    assertThat(onsetsNs).containsExactly(device.nowNs);
    theyComeBack(readBack);
  }

  private void theyComeBack(ReadBack readBack) {
    device.pass(2 * S);
    assertThat(device.syringe.moving()).isFalse();
    assertThat(resume(readBack).code()).isEqualTo("ALARM_ACTIVE");
    device.station.watched = true;
    device.pass(10 * S);
    assertThat(device.panel.lit).isNull();
    assertThat(device.panel.sounding).isNull();
    assertThat(device.cycle.state()).isEqualTo(InfusionState.PAUSED);
    assertThat(device.syringe.moving()).as("nothing resumes by itself").isFalse();
    assertThat(resume(readBack).answer()).isEqualTo(Answer.ACCEPTED);
    device.pass(2 * S);
    assertThat(device.station.snapshot().pumpState).isEqualTo(PumpState.RUNNING);
  }

  private ExecutorEvent.Answered resume(ReadBack readBack) {
    return device.ask(header -> new StationCommand.Resume(header, readBack.nonce()));
  }

  @Test
  void withoutAnOrderNobodyNeedLook() {
    device.station.watched = false;
    device.await(InfusionState.IDLE, 5 * S);
    device.pass(60 * S);
    assertThat(onsetsNs).isEmpty();
    device.run(device.usualOrder());
    long startedNs = device.nowNs;
    assertThat(awaitNs(AlarmCondition.PAGE_UNSEEN) - startedNs).isLessThanOrEqualTo(10 * S);
  }

  @Test
  void aPauseSilencesForTwoMinutesAndTheLampGoesOn() {
    assertThat(pauseAudio().code()).isEqualTo("NO_ALARM");
    stall();
    device.pass(S);
    assertThat(pauseAudio().answer()).isEqualTo(Answer.ACCEPTED);
    long pausedNs = device.nowNs;
    forget();
    device.pass(120 * S - MS);
    assertThat(onsetsNs).isEmpty();
    assertThat(litNs).hasSizeBetween(239, 241);
    assertThat(device.station.snapshot().audioPauseLeftNs).isEqualTo(MS);
    device.step();
    assertThat(onsetsNs).containsExactly(pausedNs + 120 * S);
  }

  @Test
  void aNewAlarmAsUrgentBreaksThePauseAndAcknowledgingIsAnotherThing() {
    stall();
    device.pass(S);
    assertThat(device.ask(StationCommand.AcknowledgeAlarms::new).answer())
        .isEqualTo(Answer.ACCEPTED);
    assertThat(device.station.snapshot().audioPauseLeftNs).isZero();
    pauseAudio();
    device.pass(S);
    forget();
    device.line.cut = true;
    long raisedNs = awaitNs(AlarmCondition.PUMP_LINE_LOST);
    device.pass(4 * S);
    assertThat(onsetsNs).isEqualTo(bursts(BurstPattern.HIGH, raisedNs, 1));
    assertThat(device.station.snapshot().audioPauseLeftNs).isZero();
  }

  private void stall() {
    device.run(device.usualOrder());
    device.pass(S);
    device.syringe.block();
    awaitNs(AlarmCondition.PUMP_STALLED);
  }

  private ExecutorEvent.Answered pauseAudio() {
    device.await(
        device.cycle.state() == InfusionState.SELF_TEST ? InfusionState.IDLE : device.cycle.state(),
        5 * S);
    return device.ask(StationCommand.PauseAudio::new);
  }

  @Test
  void theSignOfLifeIsTenHertzAndOnlyACompletedCycleGivesIt() {
    device.await(InfusionState.IDLE, 5 * S);
    List<Long> changesNs = new ArrayList<>();
    boolean[] before = {device.panel.beat};
    device.eachStep(
        () -> {
          if (device.panel.beat != before[0]) {
            changesNs.add(device.nowNs);
          }
          before[0] = device.panel.beat;
        });
    device.pass(S);
    assertThat(changesNs).hasSize(20);
    for (int i = 1; i < changesNs.size(); i++) {
      assertThat(changesNs.get(i) - changesNs.get(i - 1)).isEqualTo(Panel.BEAT_NS);
    }
    long shows = device.panel.shows;
    device.stall(S);
    assertThat(device.panel.shows).isEqualTo(shows + 1);
  }
}
