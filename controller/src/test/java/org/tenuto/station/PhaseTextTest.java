package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.dose.PhaseKind;
import org.tenuto.pk.PkPhase;
import org.tenuto.quantity.BodyWeight;
import org.tenuto.quantity.QuantityFormatException;

/** Phases as people write them. */
class PhaseTextTest {

  private static final BodyWeight ADULT = new BodyWeight(70_000);

  @ParameterizedTest
  @CsvSource({
    "0.5mg/kg:40min,            35,   2400, 0.5 mg/kg over 40 min",
    "35mg:40min,                35,   2400, 35 mg over 40 min",
    "1mg/kg/h:2h,               140,  7200, 1 mg/kg/h for 120 min",
    "10mcg/kg/min:30min,        21,   1800, 10 mcg/kg/min for 30 min",
    "20mg/h:1h,                 20,   3600, 20 mg/h for 60 min",
    "bolus:0.1 mg/kg:120 s,     7,    120,  bolus 0.1 mg/kg over 2 min",
    "taper:0.25mg/kg/h:30min,   8.75, 1800, taper 0.25 mg/kg/h for 30 min",
    "0mg/kg:10min,              0,    600,  pause 10 min",
    "0mg/h:90s,                 0,    90,   pause 90 s",
    "0.1mg/kg:0s,               7,    0,    bolus 0.1 mg/kg at once",
    "7mg:0min,                  7,    0,    bolus 7 mg at once",
    "bolus:0.1mg/kg:0h,         7,    0,    bolus 0.1 mg/kg at once"
  })
  void readsWhatPeopleWrite(String text, String mg, long s, String shown) {
    PhaseText phase = PhaseText.parse("--phase", text);
    assertThat(phase.totalMg(ADULT).nearest(9)).isEqualByComparingTo(mg);
    assertThat(phase.s()).isEqualTo(s);
    assertThat(phase.text()).isEqualTo(shown);
    PkPhase pk = phase.pkPhase(ADULT);
    double ng = Double.parseDouble(mg) * 1e6;
    assertThat(pk.totalNg()).isCloseTo(ng, within(ng * 1e-15 + 1e-300));
    assertThat(pk.durationS()).isEqualTo((double) s);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5mg/kg:40min,MAINTENANCE,false",
    "bolus:0.5mg/kg:1min,BOLUS,true",
    "taper:0.5mg/kg:1min,TAPER,false",
    "0.5mg/kg:0s,BOLUS,true",
    "0mg/kg:1min,MAINTENANCE,false"
  })
  void knowsABolus(String text, PhaseKind kind, boolean bolus) {
    PhaseText phase = PhaseText.parse("--phase", text);
    assertThat(phase.kind()).isEqualTo(kind);
    assertThat(phase.pkPhase(ADULT).bolus()).isEqualTo(bolus);
  }

  @Test
  void givesAnInstantBolusAtOnce() {
    assertThat(PhaseText.parse("--phase", "0.1mg/kg:0s").pkPhase(ADULT))
        .isEqualTo(PkPhase.instant(7e6));
    assertThat(PhaseText.parse("--phase", "0mg/kg:600s").pkPhase(ADULT))
        .isEqualTo(PkPhase.pause(600));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "0.5mg/kg",
        "0.5mg/kg:",
        ":40min",
        "0.5:40min",
        "0.5mg/kg:40",
        "0.5mg/kg:40min:",
        "push:0.5mg/kg:40min",
        "Bolus:0.5mg/kg:40min",
        "a:b:0.5mg/kg:40min",
        ".5mg/kg:40min",
        "-0.5mg/kg:40min",
        "0.5ug/kg:40min",
        "0.5mL/h:40min",
        "0.5kg:40min",
        "0.5mg/mL:40min",
        "0.5mg/kg:0.5s",
        "0.5mg/kg:-40min",
        "1mg/kg/h:0s",
        "20mg/h:0min",
        "0mg/kg:0s",
        "bolus:0mg/kg:10min",
        "taper:0mg/kg/h:10min",
        "taper:0.1mg/kg:0s",
        "0.5mg/kg:40min\n0.5mg/kg:40min"
      })
  void refusesEverythingElseInOneLine(String text) {
    assertThatThrownBy(() -> PhaseText.parse("--phase", text))
        .isInstanceOf(QuantityFormatException.class)
        .hasMessageStartingWith("--phase \"")
        .hasMessageContaining(": expected ")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void keepsWhatDoesNotComeOutEvenExact() {
    PhaseText phase = PhaseText.parse("--phase", "0.1mcg/kg/min:7s");
    assertThat(phase.totalMg(ADULT).nearest(12)).isEqualByComparingTo("0.000816666667");
  }
}
