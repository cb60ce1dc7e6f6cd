package org.tenuto.driver.stepper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.quantity.FlowRate;
import org.tenuto.quantity.Volume;
import org.tenuto.seeded.SeededCases;

class StepperResolutionTest {

  private static final int BD_50_UM = 26_600;

  private final StepperResolution bd50 = new StepperResolution(StepperBuild.USUAL, BD_50_UM);

  private static StepperResolution with(int microsteps) {
    return new StepperResolution(StepperBuild.USUAL.withMicrosteps(microsteps), BD_50_UM);
  }

  /** 500 microsteps of 0.1737 µL a second. */
  @Test
  void theFastestRateIsFiveHundredMicrostepsASecond() {
    assertThat(bd50.maximumRate().text()).isEqualTo("312.590432 mL/h");
    assertThat(with(4).maximumRate().mlPerH()).isGreaterThan(new BigDecimal("999"));
    assertThat(with(8).maximumRate().mlPerH()).isLessThan(new BigDecimal("999"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "999 | ; it needs 1/4 steps",
        "313 | ; it needs 1/8 steps",
        "2500.7 | ; it needs 1/2 steps",
        "5001 | ; it needs full steps",
        "5002 | ; no microsteps are coarse enough: it needs a wider syringe or a longer lead"
      })
  void whatIsTooFastIsToldWhatWouldFit(String mlPerH, String remedy) {
    assertThat(bd50.remedy(new BigDecimal(mlPerH))).isEqualTo(remedy.strip());
  }

  @Test
  void theSlowestRateIsAMicrostepAMinute() {
    assertThat(bd50.minimumRate()).isEqualTo(new FlowRate(10_420));
  }

  @Test
  void aRateIsToldToTheNanolitre() {
    assertThat(bd50.floorRate(new BigDecimal("52.50000099"))).isEqualTo(new FlowRate(52_500_000));
    assertThat(bd50.floorRate(new BigDecimal("-1"))).isEqualTo(new FlowRate(0));
    assertThat(bd50.rateText(new FlowRate(52_500_000))).isEqualTo("52.5 mL/h");
  }

  @Test
  void aVolumeIsWholeMicrostepsAndNeverMore() {
    SeededCases.check(
        3,
        5_000,
        draw -> {
          long nl = draw.number(0L, 60_000_000L);
          Volume told = bd50.floorVolume(new Volume(nl).ml());
          var exact = new ExactSteps(StepperBuild.USUAL, BD_50_UM);
          assertThat(told.nl()).isLessThanOrEqualTo(nl).isGreaterThan(nl - 174);
          assertThat(bd50.floorVolume(told.ml())).isEqualTo(told);
          assertThat(bd50.volumeText(told)).isEqualTo(exact.stepsWithin(nl) + " steps");
        });
  }

  @Test
  void aVolumeBetweenMicrostepsCanNotBeTold() {
    assertThatThrownBy(() -> bd50.volumeText(new Volume(175)))
        .hasMessage("volume 175 nL: expected one that whole microsteps make");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8000 | 200 | 16 | 100 | 500 | 2000 | 40 | lead_um = 8000: expected a whole number from 250 to 2000",
        "1000 | 10 | 16 | 100 | 500 | 2000 | 40 | full_steps_per_turn = 10: expected a whole number from 24 to 400",
        "1000 | 200 | 12 | 100 | 500 | 2000 | 40 | microsteps = 12: expected a power of 2",
        "1000 | 200 | 512 | 100 | 500 | 2000 | 40 | microsteps = 512: expected a whole number from 1 to 256",
        "1000 | 200 | 16 | 50 | 500 | 2000 | 40 | encoder_counts_per_mm = 50: expected a whole number from 80 to 2000",
        "1000 | 200 | 16 | 100 | 501 | 2000 | 40 | fastest_steps_per_s = 501: expected a whole number from 1 to 500",
        "1000 | 200 | 16 | 100 | 500 | 99 | 40 | acceleration_steps_per_s2 = 99: expected a whole number from 100 to 100000",
        "1000 | 200 | 16 | 100 | 500 | 2000 | 29 | slip_um = 29: expected a whole number from 30 to 200"
      })
  void aBuildThatCanNotBeIsRefusedInOneLine(
      int leadUm, int full, int micro, int counts, int fastest, int rise, int slip, String line) {
    assertThatThrownBy(
            () -> new StepperBuild(leadUm, full, micro, counts, fastest, rise, slip, true, true))
        .hasMessage(line);
  }
}
