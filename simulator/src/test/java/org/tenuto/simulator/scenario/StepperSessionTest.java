package org.tenuto.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.simulator.boundary.Tripwire;
import org.tenuto.simulator.fault.FaultScript;
import org.tenuto.simulator.firmware.StepperMotor;
import org.tenuto.simulator.virtual.PumpKind;

/** Whole sessions on a stepper, judged by the same oracles. */
class StepperSessionTest {

  private static final Site SITE = Site.shipped(PumpKind.STEPPER);
  private static final boolean FULL = Boolean.parseBoolean(System.getenv("CI"));

  /** BD Plastipak 50 mL, 0.3125 µm of travel, rounded up. */
  private static final long MICROSTEP_NL = 174;

  private static SessionResult run(long seed, Budget budget, String faults) {
    var plan =
        new SessionPlan(
            seed,
            Wish.usual(SITE.library(), "DEMO-1MIN"),
            Habits.BY_THE_BOOK,
            false,
            FaultScript.parse(faults),
            budget);
    return new Session(SITE, plan, Tripwire.never(), new Trace(null)).run();
  }

  @Test
  void theMechanismThatIsSimulatedIsTheOneThatIsDriven() {
    StepperBuild driven = StepperBuild.USUAL;
    StepperMotor built = StepperMotor.USUAL;
    assertThat(built.microstepsPerTurn()).isEqualTo(driven.fullStepsPerTurn() * driven.microsteps());
    assertThat(built.leadMm() * 1_000).isEqualTo(driven.leadUm());
    assertThat(driven.encoderCountsPerMm()).isEqualTo(100);
  }

  /** 0.7 mL are 4,030 microsteps and a bit: the truth is the last of them, never above. */
  @Test
  void anOrderIsCompletedAtItsLastMicrostep() {
    SessionResult result = run(1, Budget.NONE, "");
    assertThat(result.violations()).isEmpty();
    assertThat(result.outcome()).isEqualTo("COMPLETE");
    assertThat(result.pushedNl()).isBetween(700_000 - 2 * MICROSTEP_NL, 700_000L);
  }

  /** Each comes to the reason that staff read, and to no other. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "motor-stall@40s+3s           | OVER FAULT PUMP_STALLED",
        "motor-slip@30s+20s:500       | OVER FAULT PUMP_STALLED",
        "encoder-stuck@40s+10s        | OVER FAULT PUMP_STALLED",
        "pump-off@40s+5s              | OVER FAULT PUMP_STALLED",
        "end-stop@45s+2s              | OVER FAULT SYRINGE_EMPTY",
        "executor-killed@40s+3s       | OVER NO_ORDER",
        "board-off@40s+5s             | OVER NO_ORDER",
        "executor-stall@40s+400ms     | COMPLETE",
        "serial-cut@40s+5s            | COMPLETE",
        "key-pause@40s                | COMPLETE",
        "dose-change@40s:300          | COMPLETE",
      })
  void whatGoesWrongEndsForItsReason(String faults, String outcome) {
    SessionResult result = run(1, Budget.SURVIVABLE, faults);
    assertThat(result.violations()).isEmpty();
    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(result.pushedNl()).isLessThanOrEqualTo(1_000_000);
  }

  /** Only another start of the executor opens them again. */
  @Test
  void linesThatAreLostStayAFault() {
    SessionResult result = run(1, Budget.UNLIMITED, "lines-lost@40s+1s");
    assertThat(result.violations()).isEmpty();
    assertThat(result.outcome()).startsWith("OPEN FAULT");
    SessionResult again = run(1, Budget.UNLIMITED, "lines-lost@40s+1s;executor-killed@60s+1s");
    assertThat(again.violations()).isEmpty();
    assertThat(again.outcome()).isEqualTo("OVER FAULT PUMP_LINE_LOST");
  }

  @ParameterizedTest
  @CsvSource({"SURVIVABLE", "UNLIMITED"})
  void stormsBreakNoPromise(Budget budget) throws InterruptedException {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    var task = new Storm.Task(1, 1_000_000, FULL ? 2 : 1, budget, threads);
    SessionResult failure = new Storm(SITE, task).run(progress -> {}).failure();
    assertThat(
            failure == null
                ? ""
                : failure.violations() + " " + Replay.command(failure.plan(), PumpKind.STEPPER))
        .isEmpty();
  }

  @Test
  void theReplayNamesThePump() {
    SessionPlan plan = SessionPlan.draw(3, Budget.NONE, SITE.library(), PumpKind.STEPPER);
    assertThat(Replay.command(plan, PumpKind.STEPPER)).contains(" --pump stepper ");
    assertThat(Replay.command(plan)).doesNotContain("--pump");
  }

  @Test
  void anotherPumpIsRefusedInOneLine() {
    assertThatThrownBy(() -> PumpKind.of("alaris"))
        .hasMessage("pump 'alaris': expected ne1000 or stepper");
  }
}
