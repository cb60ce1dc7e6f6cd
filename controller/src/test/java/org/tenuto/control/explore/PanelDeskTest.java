package org.tenuto.control.explore;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.control.explore.Input.PROPOSE;
import static org.tenuto.control.explore.Input.PUMP_CONFIRMS;
import static org.tenuto.control.explore.Input.RESET;
import static org.tenuto.control.explore.Input.START;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.control.ExecutorEvent.Answer;
import org.tenuto.control.ExecutorEvent.PanelPressed.Button;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pump.PumpState;

/** E-stop and buttons at the device, on the executor's real cycle. */
class PanelDeskTest {

  private static final long E_STOP_LINE = 16;

  private final World world = new World();

  @BeforeEach
  void listen() {
    world.station().listen();
  }

  private ExecutorEvent.Answered answered() {
    return requireNonNull(world.station().answered());
  }

  private void happen(Input... inputs) {
    for (Input input : inputs) {
      input.happenTo(world);
    }
  }

  private void infuse() {
    happen(PUMP_CONFIRMS, PROPOSE, START, PUMP_CONFIRMS, PUMP_CONFIRMS);
    assertThat(world.state()).isEqualTo(InfusionState.INFUSING);
    assertThat(world.pump().reading().state).isEqualTo(PumpState.RUNNING);
  }

  /** What makes the pump stop: an open e-stop, and lines that nobody can rely on. */
  enum Cause {
    OPEN(AlarmCondition.E_STOP_OPEN),
    LOST(AlarmCondition.PANEL_LOST);

    private final AlarmCondition condition;

    Cause(AlarmCondition condition) {
      this.condition = condition;
    }

    void set(World world, boolean there) {
      if (this == OPEN) {
        world.inputs().setEStop(there);
      } else {
        world.inputs().setFaulty(there);
      }
      world.run();
    }

    boolean isPresent(World world) {
      return (world.snapshot().alarmPresentBits & condition.bit()) != 0;
    }
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void stopsThePumpInTheVeryCycle(Cause cause) {
    infuse();
    int stops = world.pump().stopCalls();
    long cycle = world.snapshot().cycle;
    cause.set(world, true);
    assertThat(world.snapshot().cycle).isEqualTo(cycle + 1);
    assertThat(world.pump().stopCalls()).isGreaterThan(stops);
    assertThat(world.pump().reading().state).isEqualTo(PumpState.STOPPING);
    assertThat(world.state()).isEqualTo(InfusionState.FAULT);
    assertThat(cause.isPresent(world)).isTrue();
    assertThat(world.station().heard(ExecutorEvent.AlarmRaised.class))
        .extracting(ExecutorEvent.AlarmRaised::condition)
        .contains(cause.condition);
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void releaseResumesNothingAndResetWaitsForIt(Cause cause) {
    infuse();
    cause.set(world, true);
    happen(PUMP_CONFIRMS, RESET);
    assertThat(answered().answer()).isEqualTo(Answer.REFUSED);
    assertThat(answered().code()).isEqualTo("CAUSE_PRESENT");
    cause.set(world, false);
    world.pass(61 * World.S);
    assertThat(world.state()).isEqualTo(InfusionState.FAULT);
    assertThat(world.pump().moving()).isFalse();
    int programs = world.pump().programs();
    happen(RESET);
    assertThat(answered().answer()).isEqualTo(Answer.ACCEPTED);
    world.pass(61 * World.S);
    assertThat(world.state()).isEqualTo(InfusionState.IDLE);
    assertThat(world.pump().programs()).isEqualTo(programs);
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void anExecutorThatStartsWithItTakesNoOrder(Cause cause) {
    cause.set(world, true);
    happen(PUMP_CONFIRMS, PROPOSE, START);
    assertThat(world.state()).isEqualTo(InfusionState.FAULT);
    assertThat(world.pump().programs()).isZero();
  }

  @Test
  void theStopButtonNeedsNoStationAndIsOnRecordByItsName() {
    infuse();
    world.station().setAlive(false);
    world.inputs().pressStop();
    world.run();
    assertThat(world.state()).isEqualTo(InfusionState.IDLE);
    assertThat(world.snapshot().reason).isEqualTo(NotDeliveringReason.STOPPED_BY_STAFF);
    assertThat(world.pump().reading().state).isEqualTo(PumpState.STOPPING);
    assertThat(pressed()).containsExactly(Button.STOP);
    assertThat(world.station().heard(ExecutorEvent.HaltTaken.class)).isEmpty();
  }

  /** What was decided on the page before the press is void, as with Stop on the page. */
  @Test
  void theStopButtonEndsAnOrderThatIsBeingReadBack() {
    happen(PUMP_CONFIRMS, Input.PROPOSE_AND_DO_NOT_WAIT);
    assertThat(world.proposalIsOpen()).isTrue();
    world.inputs().pressStop();
    world.run();
    happen(Input.ORDER_IS_READ_BACK, START);
    assertThat(world.state()).isEqualTo(InfusionState.IDLE);
    assertThat(world.shown()).isNull();
    assertThat(world.pump().programs()).isZero();
  }

  @Test
  void theStartButtonStartsNothingWhateverIsShown() {
    List<Input> ways =
        List.of(PUMP_CONFIRMS, PROPOSE, START, PUMP_CONFIRMS, Input.PAUSE, PUMP_CONFIRMS);
    int presses = 0;
    for (Input way : ways) {
      happen(way);
      Facts before = Facts.of(world);
      world.inputs().pressStart();
      world.run();
      assertThat(Facts.of(world).state()).isEqualTo(before.state());
      assertThat(Facts.of(world).programs()).isEqualTo(before.programs());
      assertThat(pressed()).hasSize(++presses).containsOnly(Button.START);
    }
    assertThat(world.state()).isEqualTo(InfusionState.PAUSED);
  }

  @Test
  void theSnapshotSaysThatTheLineIsObserved() {
    assertThat(world.snapshot().monitoredBits & E_STOP_LINE).isNotZero();
  }

  private List<Button> pressed() {
    return world.station().heard(ExecutorEvent.PanelPressed.class).stream()
        .map(ExecutorEvent.PanelPressed::button)
        .toList();
  }
}
