package org.tenuto.simulator.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** When an infusion is said to flow, and to be at its rate. */
class StartUpTest {

  private static final int HALF_HOUR = 60;

  @Test
  void isReadFromTheEndsOfTheSamples() {
    StartUp startUp = startUp(HALF_HOUR, 0, 0.4, 0.5, 3, 4.4, 4.5, 5.5);

    assertThat(startUp.firstFlowMin()).hasValue(1.5);
    assertThat(startUp.steadyMin()).hasValue(3);
  }

  @Test
  void aRateThatIsLeftAgainWasNotReached() {
    StartUp startUp = startUp(HALF_HOUR, 5, 5, 5, 5.6);

    assertThat(startUp.firstFlowMin()).hasValue(0.5);
    assertThat(startUp.steadyMin()).hasValue(2.5);
  }

  @Test
  void whatIsThereFromTheBeginningTakesOneSample() {
    assertThat(startUp(HALF_HOUR).steadyMin()).hasValue(0.5);
  }

  @Test
  void whatNeverCameIsEmpty() {
    assertThat(StartUp.of(FlowSamples.of(-1, 0, 0.4), 5).firstFlowMin()).isEmpty();
  }

  @Test
  void aRateHeldForLessThanHalfAnHourIsNotSteady() {
    assertThat(startUp(HALF_HOUR - 1, 4).steadyMin()).isEmpty();
    assertThat(startUp(HALF_HOUR, 4).steadyMin()).hasValue(1);
    assertThat(StartUp.of(FlowSamples.of(0, 0), 5).steadyMin()).isEmpty();
  }

  /** That flow, then so many samples at the set rate of 5 mL/h. */
  private static StartUp startUp(int steady, double... before) {
    double[] run = Arrays.copyOf(before, before.length + steady);
    Arrays.fill(run, before.length, run.length, 5);
    return StartUp.of(FlowSamples.of(run), 5);
  }
}
