package org.tenuto.simulator.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a sensor makes of the truth. */
class GaugeTest {

  private static final long MS = 1_000_000;
  private static final long H = 3_600_000 * MS;
  private static final GaugeSpec USUAL = GaugeSpec.usual(GaugeKind.PRESSURE);

  @Test
  void scattersEvenlyAroundTheTruthAndNoFurtherThanItsNoise() {
    List<Double> readings = readings(7, 20_000);

    assertThat(readings).allSatisfy(pa -> assertThat(pa).isCloseTo(50_000, within(1_400.0)));
    assertThat(readings.stream().mapToDouble(pa -> pa).average().orElseThrow())
        .isCloseTo(50_000, within(30.0));
    assertThat(readings).anyMatch(pa -> pa > 51_200).anyMatch(pa -> pa < 48_800);
  }

  @Test
  void sameSeedSameReadings() {
    assertThat(readings(7, 100)).isEqualTo(readings(7, 100)).isNotEqualTo(readings(8, 100));
  }

  private static List<Double> readings(long seed, int count) {
    var gauge = new Gauge(USUAL, seed, 0);
    List<Double> readings = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      gauge.look(50_000, i * 10 * MS);
      readings.add(gauge.reading());
    }
    return readings;
  }

  @Test
  void looksOnlyOnceInItsPeriod() {
    var gauge = new Gauge(GaugeSpec.usual(GaugeKind.ENCODER), 1, 0);
    gauge.look(1, 0);
    gauge.look(2, 9 * MS);
    assertThat(gauge.reading()).isEqualTo(1);
    gauge.look(2, 10 * MS);
    assertThat(gauge.reading()).isEqualTo(2);
    assertThat(gauge.readNs()).isEqualTo(10 * MS);
  }

  @Test
  void showsWholeDigitsWithinItsRange() {
    var encoder = new Gauge(GaugeSpec.usual(GaugeKind.ENCODER), 1, 0);
    encoder.look(1.2345, 0);
    assertThat(encoder.reading()).isCloseTo(1.23, within(1e-12));
    var pressure = new Gauge(GaugeSpec.exact(GaugeKind.PRESSURE), 1, 0);
    pressure.look(-5_000, 0);
    assertThat(pressure.reading()).isZero();
    pressure.look(1e6, MS);
    assertThat(pressure.reading()).isEqualTo(159_987);
  }

  @Test
  void driftsFromWhenItBeginsAndIsBackWhenMended() {
    var gauge = new Gauge(GaugeSpec.exact(GaugeKind.PRESSURE).withOffset(100), 1, 0);
    gauge.drift(1_000, H);
    gauge.look(5_000, 3 * H);
    assertThat(gauge.reading()).isCloseTo(7_100, within(1e-6));
    gauge.drift(-500, 3 * H);
    gauge.look(5_000, 4 * H);
    assertThat(gauge.reading()).isCloseTo(6_600, within(1e-6));
    gauge.mend(4 * H);
    gauge.look(5_000, 5 * H);
    assertThat(gauge.reading()).isCloseTo(5_100, within(1e-6));
  }

  @Test
  void stuckItShowsTheSameAsIfItWereNew() {
    var gauge = new Gauge(GaugeSpec.exact(GaugeKind.AIR), 1, 0);
    gauge.look(1_000, 0);
    gauge.stick();
    gauge.look(9_000, MS);
    assertThat(gauge.reading()).isEqualTo(1_000);
    assertThat(gauge.readNs()).isEqualTo(MS);
  }

  @Test
  void silentItsReadingGrowsOld() {
    var gauge = new Gauge(GaugeSpec.exact(GaugeKind.AIR), 1, 0);
    assertThat(gauge.everRead()).isFalse();
    gauge.look(1_000, 5 * MS);
    gauge.silence();
    gauge.look(9_000, 6 * MS);
    assertThat(gauge.reading()).isEqualTo(1_000);
    assertThat(gauge.readNs()).isEqualTo(5 * MS);
    gauge.mend(6 * MS);
    gauge.look(9_000, 7 * MS);
    assertThat(gauge.reading()).isEqualTo(9_000);
  }

  @Test
  void aPlungerSwitchCanBeStuckAndSilent() {
    var plunger = new PlungerSwitch();
    assertThat(plunger.everRead()).isFalse();
    plunger.look(true, MS);
    plunger.stick();
    plunger.look(false, 2 * MS);
    assertThat(plunger.seated()).isTrue();
    assertThat(plunger.readNs()).isEqualTo(2 * MS);
    plunger.silence();
    plunger.look(false, 3 * MS);
    assertThat(plunger.readNs()).isEqualTo(2 * MS);
    plunger.mend();
    plunger.look(false, 4 * MS);
    assertThat(plunger.seated()).isFalse();
  }

  @Test
  void aNumberOutOfItsRangeIsNamed() {
    assertThatThrownBy(() -> USUAL.withOffset(5_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pressure sensor, offset 5000: expected -2666 to 2666 Pa");
    assertThatThrownBy(() -> new GaugeSpec(GaugeKind.AIR, 1, 0, 0, 0, 1))
        .hasMessage("air sensor, noise 1: expected 100 to 50000 nL, or 0 for none");
  }
}
