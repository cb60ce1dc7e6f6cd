package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.quantity.Volume;
import org.tomlj.Toml;

class SyringeReaderTest {

  private static final String GOOD =
      """
      id = "S-50"
      name = "Syringe 50 mL"
      inner_diameter = "26.603 mm"
      capacity = "50 mL"
      approximate = true
      source = "Made up"
      """;

  private final List<LibraryFault> faults = new ArrayList<>();

  @Test
  void readsEveryFigureExactly() {
    Syringe expected =
        new Syringe("S-50", "Syringe 50 mL", 26_603, new Volume(50_000_000), true, "Made up");
    assertThat(read(GOOD)).isEqualTo(expected);
    assertThat(faults).isEmpty();
  }

  @Test
  void takesTheSmallestAndTheLargestThatCanBeWritten() {
    assertThat(read(GOOD.replace("26.603", "0.001")).innerDiameterUm()).isEqualTo(1);
    assertThat(read(GOOD.replace("26.603", "9999.999")).innerDiameterUm()).isEqualTo(9_999_999);
    assertThat(read(GOOD.replace("50 mL\"\na", "0.001 mL\"\na")).capacity().nl()).isEqualTo(1_000);
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "26.603 mm|0 mm|s[0].inner_diameter|0 mm|more than 0 mm",
        "= \"50 mL|= \"0 mL|s[0].capacity|0 mL|more than 0 mL",
        "Made up|  |s[0].source|  |a text that is not blank",
        "approximate = true|approximate = 1|s[0].approximate|1|true or false",
        "id =|colour = 1\\nid =|s[0].colour|1|no such key",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void namesTheOneFault(String from, String to, String key, String value, String expected) {
    read(GOOD.replace(from, to.replace("\\n", "\n")));
    assertThat(faults).containsExactly(new LibraryFault("f.toml", key, value, expected));
  }

  private Syringe read(String toml) {
    return SyringeReader.read(new LibraryTable("f.toml", "s[0]", Toml.parse(toml), faults));
  }
}
