package org.tenuto.control.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.infusion.InfusionState;

/** The checks that need a sensor: not monitored without it, and each at its limit. */
class SensorChecksTest {

  private final Moment now = Scene.running();
  private final HighPressure pressure = new HighPressure(Scene.EVERY_SENSOR, Scene.USUAL);
  private final AirInLine air = new AirInLine(Scene.EVERY_SENSOR, Scene.USUAL);
  private final LoosePlunger plunger = new LoosePlunger(Scene.EVERY_SENSOR);
  private final SilentSensor silent = new SilentSensor(Scene.EVERY_SENSOR, Scene.USUAL);

  @Test
  void nothingIsMonitoredWithoutASensor() {
    var rise = Scene.USUAL.with(Threshold.PRESSURE_RISE_PA_PER_S, 1_000);
    assertThat(
            List.of(
                new HighPressure(Scene.NO_SENSOR, Scene.USUAL),
                new RisingPressure(Scene.NO_SENSOR, rise),
                new AirInLine(Scene.NO_SENSOR, Scene.USUAL),
                new LoosePlunger(Scene.NO_SENSOR),
                new SilentSensor(Scene.NO_SENSOR, Scene.USUAL)))
        .noneMatch(Check::monitored);
    assertThat(List.of(pressure, air, plunger, silent)).allMatch(Check::monitored);
  }

  @Test
  void aRiseWithoutAConfiguredLimitIsNotMonitored() {
    assertThat(new RisingPressure(Scene.EVERY_SENSOR, Scene.USUAL).monitored()).isFalse();
  }

  @Test
  void pressureAtItsLimitIsHigh() {
    now.reading.pressurePa = 68_899;
    assertThat(pressure.finds(now)).isFalse();
    now.reading.pressurePa = 68_900;
    assertThat(pressure.finds(now)).isTrue();
  }

  /** What a closed line holds stands near the limit for long, and sensors scatter. */
  @Test
  void highPressureIsOverAtHalfItsLimit() {
    now.reading.pressurePa = 68_900;
    assertThat(pressure.finds(now)).isTrue();
    now.reading.pressurePa = 34_450;
    assertThat(pressure.finds(now)).isTrue();
    now.reading.pressurePa = 34_449;
    assertThat(pressure.finds(now)).isFalse();
    now.reading.pressurePa = 68_899;
    assertThat(pressure.finds(now)).isFalse();
  }

  @Test
  void highPressureIsForgottenWithItsOrder() {
    now.reading.pressurePa = 68_900;
    assertThat(pressure.finds(now)).isTrue();
    now.reading.pressurePa = 60_000;
    now.state = InfusionState.IDLE;
    assertThat(pressure.finds(now)).isFalse();
    now.state = InfusionState.READY;
    assertThat(pressure.finds(now)).isFalse();
  }

  @Test
  void moreThan200MicrolitresOfAirAreFound() {
    now.reading.airNl = 200_000;
    assertThat(air.finds(now)).isFalse();
    now.reading.airNl = 200_001;
    assertThat(air.finds(now)).isTrue();
  }

  @Test
  void aPlungerThatIsNotHeldIsLoose() {
    assertThat(plunger.finds(now)).isFalse();
    now.reading.plungerSeated = false;
    assertThat(plunger.finds(now)).isTrue();
    now.state = InfusionState.READY;
    assertThat(plunger.finds(now)).isFalse();
  }

  /** An order that is shown must not start with them; a priming pushes the air out. */
  @Test
  void airIsJudgedFromTheReadBackToTheEndAndPressureInAPrimingToo() {
    now.reading.pressurePa = 100_000;
    now.reading.airNl = 1_000_000;
    for (InfusionState state : InfusionState.values()) {
      now.state = state;
      assertThat(pressure.finds(now))
          .as("%s", state)
          .isEqualTo(now.isShown() || state == InfusionState.PRIMING);
      assertThat(air.finds(now)).as("%s", state).isEqualTo(now.isShown());
    }
  }

  @Test
  void whatASensorDoesNotSayIsNotTakenFromIt() {
    now.reading.pressurePa = 100_000;
    now.reading.pressureKnown = false;
    assertThat(pressure.finds(now)).isFalse();
    assertThat(silent.finds(now)).isTrue();
  }

  @Test
  void eachSensorMayBeTheSilentOne() {
    assertThat(silent.finds(now)).isFalse();
    now.reading.airKnown = false;
    assertThat(silent.finds(now)).isTrue();
    now.reading.airKnown = true;
    now.reading.plungerKnown = false;
    assertThat(silent.finds(now)).isTrue();
  }

  @Test
  void sensorsThatSayNothingNewAreSilent() {
    now.nowNs += 500 * Scene.MS;
    assertThat(silent.finds(now)).isFalse();
    now.nowNs++;
    assertThat(silent.finds(now)).isTrue();
    now.state = InfusionState.IDLE;
    assertThat(silent.finds(now)).isFalse();
  }
}
