package org.tenuto.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may write, and how it is written back. */
class WardTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.5", "1", "1.0", "70", "10.25", "9999.999", "1250.125"})
  void takesPlainNumbers(String text) {
    assertThat(WardNumber.parse("number", text)).isEqualByComparingTo(new BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".5",
        "5.",
        "10.5.1",
        "1,000",
        "1,5",
        "1e3",
        "1E3",
        "-1",
        "+1",
        "NaN",
        "Infinity",
        "007",
        "00.5",
        "10000",
        "0.0001",
        "0x10",
        " 5",
        "5 ",
        "1_000",
        "٥",
        "５",
        "1 000",
        "½"
      })
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> WardNumber.parse("weight_kg", text))
        .isInstanceOf(QuantityFormatException.class)
        .hasMessageStartingWith("weight_kg \"" + text + "\": expected a plain number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kg",
        "70",
        "70lb",
        "70 lb",
        "70kgs",
        "70g",
        "70KG",
        "70  kg",
        "70kg ",
        " 70kg",
        "7e1kg",
        "-70kg",
        "70.kg",
        ".7kg",
        "10.5.1kg",
        "1,000kg",
        "NaNkg",
        "70kg70kg",
        "kg70",
        "70mg/kg",
        "0kg",
        "0.000kg",
        "10000kg",
        "70\nkg"
      })
  void refusesWhatIsNoWeight(String text) {
    assertThatThrownBy(() -> BodyWeight.parse("--weight", text))
        .isInstanceOf(QuantityFormatException.class)
        .hasMessageStartingWith("--weight \"")
        .hasMessageContaining("kg")
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource({"70lb,lb", "0.5mg/min,mg/min", "500mcg/kg,mcg/kg"})
  void namesTheWrongUnit(String text, String unit) {
    assertThatThrownBy(() -> DosePerWeight.parse("--dose", text))
        .hasMessage("--dose \"" + text + "\": expected the unit mg/kg, found \"" + unit + "\"");
  }

  @Test
  void takesOneSpaceBeforeTheUnit() {
    assertThat(BodyWeight.parse("w", "70kg")).isEqualTo(new BodyWeight(70_000));
    assertThat(BodyWeight.parse("w", "70 kg")).isEqualTo(new BodyWeight(70_000));
    assertThat(DosePerWeight.parse("d", "0.5mg/kg").ngPerKg()).isEqualTo(500_000);
    assertThat(Concentration.parse("c", "1mg/mL").ngPerMl()).isEqualTo(1_000_000);
    assertThat(Volume.parse("v", "0.001 mL").nl()).isEqualTo(1_000);
    assertThat(FlowRate.parse("r", "52.5 mL/h").nlPerH()).isEqualTo(52_500_000);
    assertThat(DoseRate.parse("r", "0.75mg/kg/h").ngPerKgPerH()).isEqualTo(750_000);
  }

  @ParameterizedTest
  @CsvSource({
    "10mcg/kg/min,600000",
    "0.001 mcg/kg/min,60",
    "12.5mcg/kg/min,750000",
    "0mcg/kg/min,0",
    "9999.999mcg/kg/min,599999940"
  })
  void takesDoseRatesByTheMinute(String text, long ngPerKgPerH) {
    assertThat(DoseRate.parseMcgPerKgPerMin("r", text).ngPerKgPerH()).isEqualTo(ngPerKgPerH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10mg/kg/h", "10 ug/kg/min", "10mcg/kg/h", "10mcg/min", "1e1mcg/kg/min"})
  void refusesOtherDoseRatesByTheMinute(String text) {
    assertThatThrownBy(() -> DoseRate.parseMcgPerKgPerMin("--phase", text))
        .isInstanceOf(QuantityFormatException.class)
        .hasMessageStartingWith("--phase \"" + text + "\": expected")
        .hasMessageContaining("mcg/kg/min");
  }

  @ParameterizedTest
  @CsvSource({"20mg/h,20000000", "0.001 mg/h,1000", "0mg/h,0"})
  void takesDrugRates(String text, long ngPerH) {
    assertThat(DrugRate.parse("r", text).ngPerH()).isEqualTo(ngPerH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "20mg", "20mg/min", "20mg/kg/h", "20mL/h", "-1mg/h"})
  void refusesOtherDrugRates(String text) {
    assertThatThrownBy(() -> DrugRate.parse("--phase", text))
        .isInstanceOf(QuantityFormatException.class)
        .hasMessageContaining("mg/h");
  }

  @ParameterizedTest
  @CsvSource({"350 ng/mL,350000", "0.001ng/mL,1", "0ng/mL,0", "9999.999ng/mL,9999999"})
  void takesPlasmaConcentrations(String text, long pgPerMl) {
    assertThat(PlasmaConcentration.parse("c", text).pgPerMl()).isEqualTo(pgPerMl);
  }

  @ParameterizedTest
  @ValueSource(strings = {"350", "350 mg/mL", "350 ng/ml", "350 mcg/L", "0.0001ng/mL", ".5ng/mL"})
  void refusesOtherPlasmaConcentrations(String text) {
    assertThatThrownBy(() -> PlasmaConcentration.parse("ceiling_hard", text))
        .isInstanceOf(QuantityFormatException.class)
        .hasMessageStartingWith("ceiling_hard \"")
        .hasMessageContaining("ng/mL");
  }

  @ParameterizedTest
  @CsvSource({"40min,2400", "1.5 min,90", "90s,90", "2h,7200", "0.5h,1800", "0.05min,3"})
  void takesTimesInThreeUnits(String text, long seconds) {
    assertThat(InfusionTime.parse("--duration", text).s()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40", "0min", "0.5s", "0.001min", "40mins", "40 m", "1d", "-1s", ""})
  void refusesOtherTimes(String text) {
    assertThatThrownBy(() -> InfusionTime.parse("--duration", text))
        .isInstanceOf(QuantityFormatException.class);
  }

  @ParameterizedTest
  @CsvSource({"500000,0.5 mg", "1000000,1 mg", "0,0 mg", "100000000000,100000 mg", "1,0.000001 mg"})
  void writesByIsmpRules(long ng, String text) {
    assertThat(new DrugAmount(ng).text()).isEqualTo(text);
  }

  @Test
  void writesTimesExactly() {
    assertThat(new InfusionTime(2400).text()).isEqualTo("40 min");
    assertThat(new InfusionTime(100).text()).isEqualTo("100 s");
  }

  @ParameterizedTest
  @CsvSource({"170cm,1700", "170.5 cm,1705", "0.1cm,1", "9999.9cm,99999"})
  void takesHeightsInCentimetres(String text, long mm) {
    assertThat(BodyHeight.parse("--height", text)).isEqualTo(new BodyHeight(mm));
  }

  @ParameterizedTest
  @ValueSource(strings = {"170.55cm", "170.50cm", "0cm", "0.0 cm"})
  void refusesOtherHeights(String text) {
    assertThatThrownBy(() -> BodyHeight.parse("--height", text))
        .isInstanceOf(QuantityFormatException.class)
        .hasMessage("--height \"" + text + "\": expected more than 0 cm, at most 1 decimal");
  }

  @Test
  void takesPressuresInKilopascals() {
    assertThat(Pressure.parse("p", "60kPa")).isEqualTo(new Pressure(60_000));
    assertThat(Pressure.parse("p", "0.001 kPa")).isEqualTo(new Pressure(1));
    assertThat(Pressure.parse("p", "0 kPa")).isEqualTo(new Pressure(0));
    assertThat(new Pressure(13_332).text()).isEqualTo("13.332 kPa");
    assertThat(new BodyHeight(1_705).text()).isEqualTo("170.5 cm");
  }

  @Test
  void namesWhatATimeMustBe() {
    assertThatThrownBy(() -> InfusionTime.parse("--duration", "0.5s"))
        .hasMessage("--duration \"0.5s\": expected more than 0 and a whole number of seconds");
    assertThatThrownBy(() -> new InfusionTime(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("infusion time 0 s: expected above 0");
    assertThat(new InfusionTime(1).s()).isEqualTo(1);
  }

  @Test
  void saysWhatItWouldHaveTaken() {
    QuantityFormatException refused =
        catchThrowableOfType(
            QuantityFormatException.class, () -> BodyWeight.parse("--weight", "0kg"));
    assertThat(refused.expected()).isEqualTo("more than 0 kg");
    assertThatThrownBy(() -> BodyWeight.parse("--weight", "70.kg"))
        .hasMessage("--weight \"70.kg\": expected " + WardNumber.EXPECTED + ", then kg");
    assertThatThrownBy(() -> BodyWeight.parse("--weight", "70 k g"))
        .hasMessage("--weight \"70 k g\": expected " + WardNumber.EXPECTED + ", then kg");
  }

  /**
   * 64 Ki characters are the longest a library can hold: a reader that backtracks takes minutes.
   */
  @Test
  void refusesALongTextSoon() {
    String slashes = "/".repeat(65_536) + " x 1";
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () ->
            assertThatThrownBy(() -> Volume.parse("volume", slashes))
                .isInstanceOf(QuantityFormatException.class));
  }

  @ParameterizedTest
  @CsvSource({"39,39,false", "40,40,false", "41,40,true"})
  void cutsLongTextsInMessages(int length, int shown, boolean cut) {
    String text = Quoted.of("x".repeat(length));
    assertThat(text).isEqualTo('"' + "x".repeat(shown) + (cut ? "…\"" : "\""));
  }

  @Test
  void showsNothingUnprintable() {
    assertThat(Quoted.of("a\r\nb\u001b[2J\u202egk07")).isEqualTo("\"a??b?[2J?gk07\"");
    assertThat(Quoted.of("a\u2028b\u2029c\ud83dd\u00ade")).isEqualTo("\"a?b?c?d?e\"");
  }
}
