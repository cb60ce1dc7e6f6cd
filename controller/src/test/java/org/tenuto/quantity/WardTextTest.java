package org.tenuto.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
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

  @Test
  void readsBackWhatItWrote() {
    Random random = new Random(20_261_121);
    for (int i = 0; i < 10_000; i++) {
      BodyWeight weight = new BodyWeight(random.nextLong(1, 10_000_000));
      assertThat(BodyWeight.parse("w", weight.text())).isEqualTo(weight);
      Volume volume = new Volume(1_000 * random.nextLong(10_000_000));
      assertThat(Volume.parse("v", volume.text())).isEqualTo(volume);
      DrugRate drug = new DrugRate(1_000 * random.nextLong(10_000_000));
      assertThat(DrugRate.parse("r", drug.text())).isEqualTo(drug);
      PlasmaConcentration plasma = new PlasmaConcentration(random.nextLong(10_000_000));
      assertThat(PlasmaConcentration.parse("c", plasma.text())).isEqualTo(plasma);
      InfusionTime time = new InfusionTime(random.nextLong(1, 10_000));
      assertThat(InfusionTime.parse("t", time.text())).isEqualTo(time);
    }
  }

  @Test
  void keepsMessagesToOneShortLine() {
    assertThat(Quoted.of("a\r\nb\u001b[2J\u202egk07")).isEqualTo("\"a??b?[2J?gk07\"");
    assertThat(Quoted.of("x".repeat(1000))).hasSizeLessThan(50).endsWith("…\"");
  }
}
