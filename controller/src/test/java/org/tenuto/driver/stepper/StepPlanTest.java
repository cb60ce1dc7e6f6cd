package org.tenuto.driver.stepper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.seeded.Draw;
import org.tenuto.seeded.SeededCases;

/** The planned microsteps against numbers of any size. */
class StepPlanTest {

  private static final int BD_50_UM = 26_600;
  private static final long CYCLES_PER_S = 1_000;
  private static final long DAY_S = 86_400;

  private final StepPlan plan = new StepPlan();

  private static StepperBuild build(int microsteps, int acceleration) {
    return new StepperBuild(1_000, 200, microsteps, 100, 500, acceleration, 40, true, true);
  }

  private static StepperBuild any(Draw draw) {
    return new StepperBuild(
        draw.number(StepperBuild.SHORTEST_LEAD_UM, StepperBuild.LONGEST_LEAD_UM),
        draw.number(StepperBuild.FEWEST_FULL_STEPS, StepperBuild.MOST_FULL_STEPS),
        1 << draw.number(0, 8),
        draw.number(80, 2_000),
        draw.number(1, 500),
        draw.number(StepperBuild.LEAST_ACCELERATION, StepperBuild.MOST_ACCELERATION),
        200,
        true,
        true);
  }

  /** Every second of a day and its end: not one microstep off. */
  @ParameterizedTest
  @ValueSource(longs = {100_000, 5_250_000, 52_500_000, 250_000_000})
  void inADayNotOneMicrostepIsOff(long rateNlPerH) {
    StepperBuild build = build(16, 2_000);
    var exact = new ExactSteps(build, BD_50_UM);
    long volumeNl = rateNlPerH * 25;
    assertThat(plan.begin(new StepVolume(build, BD_50_UM), build, rateNlPerH, volumeNl)).isTrue();
    for (long second = 1; second <= DAY_S; second++) {
      for (int i = 0; i < CYCLES_PER_S; i++) {
        plan.advance(0);
      }
      if (plan.steps() != exact.afterCycles(rateNlPerH, second * CYCLES_PER_S)) {
        assertThat(plan.steps())
            .as("second %d", second)
            .isEqualTo(exact.afterCycles(rateNlPerH, second * CYCLES_PER_S));
      }
    }
  }

  /** Any build, syringe, rate and volume: in each cycle as many as are due, and never too many. */
  @Test
  void anyBuildSyringeAndRateIsExact() {
    SeededCases.check(
        41,
        3_000,
        draw -> {
          StepperBuild build = any(draw);
          int diameterUm = draw.number(1_000, 50_000);
          var resolution = new StepperResolution(build, diameterUm);
          long mostNlPerH = resolution.maximumRate().nlPerH();
          if (mostNlPerH == 0) {
            return;
          }
          long rateNlPerH = draw.number(1, mostNlPerH);
          var exact = new ExactSteps(build, diameterUm);
          long targetSteps = draw.number(1, 400);
          long volumeNl = exact.nl(targetSteps, true);
          long within = exact.stepsWithin(volumeNl);
          assertThat(plan.begin(new StepVolume(build, diameterUm), build, rateNlPerH, volumeNl))
              .isTrue();
          long last = draw.number(1, 3_000);
          for (long cycle = 1; cycle <= last; cycle++) {
            plan.advance(0);
            if (cycle % 97 == 0 || cycle == last) {
              assertThat(plan.steps())
                  .isEqualTo(Math.min(within, exact.afterCycles(rateNlPerH, cycle)));
            }
          }
        });
  }

  /** Two cycles for a step, and never more steps in a time than the acceleration allows. */
  @Test
  void theAccelerationIsNeverExceeded() {
    SeededCases.check(
        42,
        2_000,
        draw -> {
          StepperBuild build = any(draw);
          int diameterUm = draw.number(4_000, 30_000);
          long mostNlPerH = new StepperResolution(build, diameterUm).maximumRate().nlPerH();
          long rateNlPerH = draw.number(1, mostNlPerH);
          plan.begin(
              new StepVolume(build, diameterUm), build, rateNlPerH, 1_000_000_000_000L);
          boolean before = false;
          long missedMs = 0;
          for (long ms = 1; ms <= 800; ms++) {
            long missed = draw.number(1, 60) == 1 ? draw.number(1, 400) : 0;
            missedMs += missed;
            boolean due = plan.advance(missed);
            assertThat(due && before && missed == 0).as("two in a row").isFalse();
            before = due;
            // From rest, an even rise covers a t²/2, and a little for the cycle's own grain.
            double mostSteps = build.accelerationStepsPerS2() * (ms + 1.0) * (ms + 1.0) / 2e6;
            assertThat((double) plan.steps()).as("after %d ms", ms).isLessThanOrEqualTo(mostSteps);
          }
          assertThat(missedMs).isNotNegative();
        });
  }

  /** After a stop of the loop the pace is what the acceleration leaves of it; nothing is made up. */
  @Test
  void aStallOfTheLoopIsNeverMadeUpFor() {
    SeededCases.check(
        43,
        2_000,
        draw -> {
          StepperBuild build = any(draw);
          int diameterUm = draw.number(4_000, 30_000);
          long rateNlPerH =
              draw.number(1, new StepperResolution(build, diameterUm).maximumRate().nlPerH());
          var exact = new ExactSteps(build, diameterUm);
          plan.begin(
              new StepVolume(build, diameterUm), build, rateNlPerH, 1_000_000_000_000L);
          for (int cycle = 1; cycle <= 2_000; cycle++) {
            plan.advance(draw.number(0, 40) == 0 ? draw.number(1, 5_000) : 0);
            // Never more than without any stall, however long they were.
            assertThat(plan.steps()).isLessThanOrEqualTo(exact.afterCycles(rateNlPerH, cycle));
          }
        });
  }

  /** A long stall begins the ramp anew. */
  @Test
  void aLongStallBeginsTheRampAnew() {
    StepperBuild build = build(16, 1_000);
    plan.begin(new StepVolume(build, BD_50_UM), build, 300_000_000, 1_000_000_000);
    for (int i = 0; i < 5_000; i++) {
      plan.advance(0);
    }
    long before = plan.steps();
    plan.advance(60_000);
    for (int i = 1; i < 100; i++) {
      plan.advance(0);
    }
    // 0.1 s at 1000/s² from rest: 5 microsteps, and at most one that was under way; not 48.
    assertThat(plan.steps() - before).isBetween(4L, 7L);
  }

  @Test
  void whatIsTooFastOrTooLittleIsNotBegun() {
    StepperBuild build = StepperBuild.USUAL;
    var step = new StepVolume(build, BD_50_UM);
    long mostNlPerH = new StepperResolution(build, BD_50_UM).maximumRate().nlPerH();
    assertThat(plan.begin(step, build, mostNlPerH, 1_000_000)).isTrue();
    assertThat(plan.begin(step, build, mostNlPerH + 1, 1_000_000)).isFalse();
    assertThat(plan.begin(step, build, Long.MAX_VALUE, 1_000_000)).isFalse();
    assertThat(plan.begin(step, build, 52_500_000, step.floorNl(1))).isFalse();
    assertThat(plan.begin(step, build, 52_500_000, step.ceilNl(1))).isTrue();
  }
}
