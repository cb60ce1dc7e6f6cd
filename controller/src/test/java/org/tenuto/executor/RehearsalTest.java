package org.tenuto.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.dose.LibraryRefusedException;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.infusion.InfusionState;
import org.tenuto.library.ShippedLibrary;

/** What is rehearsed is everything that can be, and nothing of it stays. */
class RehearsalTest {

  /**
   * What no scripted partner causes for sure in seconds: a predicted concentration, a reading that
   * is old though the pump answers, an overflow of a ring that is drained, the end of a long order
   * or of a full syringe, too many doses, a self-test that fails; or that it has no sensor for.
   */
  private static final Set<AlarmCondition> NOT_PLAYED =
      EnumSet.of(
          AlarmCondition.CONCENTRATION_CEILING,
          AlarmCondition.STALE_READING,
          AlarmCondition.EVENTS_LOST,
          AlarmCondition.NEAR_COMPLETION,
          AlarmCondition.CUMULATIVE_DOSE,
          AlarmCondition.ROLLING_DOSE,
          AlarmCondition.PRESSURE_HIGH,
          AlarmCondition.PRESSURE_RISING,
          AlarmCondition.AIR_IN_LINE,
          AlarmCondition.PLUNGER_LOOSE,
          AlarmCondition.SENSOR_SILENT,
          AlarmCondition.SYRINGE_NEARLY_EMPTY,
          AlarmCondition.SYRINGE_EMPTY,
          AlarmCondition.SELF_TEST_FAILED);

  @TempDir Path dir;

  private Rehearsal.Played play(RehearsedDriver driven)
      throws IOException, LibraryRefusedException {
    var orders = new RehearsedOrders(ShippedLibrary.load(true), driven.resolution());
    return Rehearsal.play(dir.resolve("stage"), driven, orders.review(), orders.first());
  }

  @Test
  void goesThroughEveryStateAndAlarm() throws Exception {
    Rehearsal.Played played = play(RehearsedDriver.newEra(NewEraModel.NE_1000));
    assertThat(played.states())
        .contains(
            InfusionState.SELF_TEST,
            InfusionState.IDLE,
            InfusionState.PRIMING,
            InfusionState.READY,
            InfusionState.INFUSING,
            InfusionState.PAUSED,
            InfusionState.COMPLETE,
            InfusionState.FAULT);
    assertThat(played.alarms()).containsAll(EnumSet.complementOf(EnumSet.copyOf(NOT_PLAYED)));
  }

  /** What goes wrong with a motor that is stepped; its order would take hours to complete. */
  @Test
  void aStepperIsRehearsedAsAStepper() throws Exception {
    Rehearsal.Played played = play(RehearsedDriver.stepper(StepperBuild.USUAL));
    assertThat(played.states())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(InfusionState.COMPLETE)));
    assertThat(played.alarms())
        .contains(
            AlarmCondition.PUMP_LINE_LOST,
            AlarmCondition.PUMP_STALLED,
            AlarmCondition.MOTION_WITHOUT_COMMAND,
            AlarmCondition.STATION_SILENT,
            AlarmCondition.CYCLE_OVERRUN,
            AlarmCondition.PAGE_GONE,
            AlarmCondition.E_STOP_OPEN,
            AlarmCondition.PANEL_LOST,
            AlarmCondition.CLOCK_STEPPED);
  }

  @Test
  void leavesNothingBehind() throws Exception {
    play(RehearsedDriver.newEra(NewEraModel.NE_1000));
    try (Stream<Path> left = Files.list(dir)) {
      assertThat(left).isEmpty();
    }
  }
}
