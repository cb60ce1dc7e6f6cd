package org.tenuto.driver.stepper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.seeded.SeededCases;

class StepVolumeTest {

  /** µL a microstep of 1 mm and 200 × 16, as worked out elsewhere from the inner diameters. */
  @ParameterizedTest
  @CsvSource({
    "12060, 0.035697",
    "14500, 0.051603",
    "19130, 0.089819",
    "21700, 0.115574",
    "26600, 0.173661",
    "29700, 0.216497"
  })
  void aMicrostepIsWhatTheGeometrySays(int diameterUm, double microstepUl) {
    var step = new StepVolume(StepperBuild.USUAL, diameterUm);
    assertThat(step.floorNl(1_000_000) / 1e9).isCloseTo(microstepUl, within(6e-7));
  }

  @Test
  void stepsAndVolumesAreExactWhateverTheBuildAndSyringe() {
    SeededCases.check(
        7,
        20_000,
        draw -> {
          var build =
              new StepperBuild(
                  draw.number(250, 2_000),
                  draw.number(24, 400),
                  1 << draw.number(0, 8),
                  100,
                  500,
                  2_000,
                  40,
                  true,
                  true);
          int diameterUm = draw.number(1_000, 50_000);
          var step = new StepVolume(build, diameterUm);
          var exact = new ExactSteps(build, diameterUm);
          assertThat(BigInteger.valueOf(step.areaUm2())).isEqualTo(exact.areaUm2());
          long nl = draw.number(0L, 1_000_000_000_000L);
          long steps = exact.stepsWithin(nl);
          assertThat(step.stepsWithin(nl)).isEqualTo(steps);
          assertThat(step.floorNl(steps)).isEqualTo(exact.nl(steps, false));
          assertThat(step.ceilNl(steps)).isEqualTo(exact.nl(steps, true)).isLessThanOrEqualTo(nl);
        });
  }

  @ParameterizedTest
  @CsvSource({"999", "50001", "0", "-1"})
  void otherDiametersAreRefusedInOneLine(int diameterUm) {
    assertThatThrownBy(() -> new StepVolume(StepperBuild.USUAL, diameterUm))
        .hasMessage("inner diameter " + diameterUm + " um: expected 1000 to 50000");
  }
}
