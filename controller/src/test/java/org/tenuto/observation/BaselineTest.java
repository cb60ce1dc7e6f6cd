package org.tenuto.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.observation.Seen.min;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineTest {

  private static final Map<Measure, Integer> PRESSURE =
      Map.of(Measure.SYSTOLIC, 120, Measure.DIASTOLIC, 80);

  private final Seen seen =
      new Seen()
          .at(0, Map.of(Measure.CADSS_6, 0))
          .at(0, Map.of(Measure.MOAA_S, 5))
          .at(0, Map.of(Measure.PAIN, 0));

  @Test
  void itTakesTwoPressuresFiveMinutesApart() {
    assertThat(Baseline.missing(seen.now(), min(1))).contains("none yet");
    seen.at(10, PRESSURE);
    assertThat(Baseline.missing(seen.now(), min(11))).contains("a second 5 min after it");
    assertThat(Baseline.secondDueNs(seen.now(), min(11))).isEqualTo(min(15));
    seen.atNs(min(15) - 1, PRESSURE, java.util.Set.of(), 0);
    assertThat(Baseline.missing(seen.now(), min(15))).contains("a second");
    seen.at(15, PRESSURE);
    assertThat(Baseline.missing(seen.now(), min(15))).isNull();
    assertThat(Baseline.secondDueNs(seen.now(), min(15))).isEqualTo(Observations.NEVER);
  }

  @Test
  void theyAreNoOlderThanAQuarterOfAnHour() {
    seen.at(10, PRESSURE).at(15, PRESSURE);
    assertThat(Baseline.missing(seen.now(), min(25))).isNull();
    assertThat(Baseline.missing(seen.now(), min(25) + 1)).contains("one yet");
    assertThat(Baseline.missing(seen.now(), min(30) + 1)).contains("none yet");
  }

  @Test
  void whatCouldNotBeMeasuredIsNoBaseline() {
    seen.at(10, PRESSURE).unknown(15, Measure.SYSTOLIC, Measure.DIASTOLIC);
    assertThat(Baseline.missing(seen.now(), min(15))).contains("one yet");
  }

  @Test
  void itTakesTheScales() {
    Seen without = new Seen().at(10, PRESSURE).at(15, PRESSURE).at(15, Map.of(Measure.CADSS_6, 1));
    assertThat(Baseline.missing(without.now(), min(15)))
        .isEqualTo("MOAA/S before the start: missing, expected a score");
  }

  @Test
  void whatCameAfterTheStartIsNone() {
    seen.at(10, PRESSURE).start(11);
    seen.at(12, Map.of(Measure.SYSTOLIC, 180, Measure.DIASTOLIC, 80));
    assertThat(Baseline.of(seen.now(), Measure.SYSTOLIC)).isEqualTo(new Baseline.Mean(120, 1));
    assertThat(Baseline.of(seen.now(), Measure.HEART_RATE)).isNull();
  }
}
