package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.quantity.BodyWeight;
import org.tomlj.Toml;

/** Each kind of entry at its edges: taken as written, or named with what was expected. */
class LibraryTableTest {

  private static final BodyWeight STAND_IN = new BodyWeight(1);

  private final List<LibraryFault> faults = new ArrayList<>();

  @Test
  void takesATextThatIsNotBlank() {
    assertThat(table("k = 'a b'").text("k")).isEqualTo("a b");
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"k = ''|''", "k = ' '|' '", "k = 1|1", "j = 1|missing", "k = ['a']|[\"a\"]"})
  void refusesABlankText(String toml, String shown) {
    assertThat(table(toml).text("k")).isEqualTo("?");
    refused("k", shown, "a text that is not blank");
  }

  @Test
  void showsATableByItsKind() {
    table("k = {a = 1}").text("k");
    refused("k", "a table", "a text that is not blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "0", "A/._-9", "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"})
  void takesAnId(String id) {
    assertThat(table("k = '" + id + "'").id("k")).isEqualTo(id);
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "-A", "A B", "Ä", "A,", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456"})
  void refusesAnyOtherId(String id) {
    assertThat(table("k = '" + id + "'").id("k")).isEqualTo("?");
    refused("k", id, "1 to 32 upper-case letters, digits, / . _ or -");
  }

  @Test
  void takesExactlyThatNumber() {
    table("k = 3").exactly("k", 3);
    assertThat(faults).isEmpty();
    table("k = 3.0").exactly("k", 3);
    refused("k", "3.0", "3");
  }

  @Test
  void takesAFlag() {
    assertThat(table("k = true").flag("k")).isTrue();
    assertThat(table("k = false").flag("k")).isFalse();
    assertThat(faults).isEmpty();
    assertThat(table("k = 1").flag("k")).isFalse();
    refused("k", "1", "true or false");
  }

  @Test
  void takesOneOfTheNames() {
    for (Evidence evidence : Evidence.values()) {
      assertThat(table("k = '" + evidence + "'").oneOf("k", Evidence.class)).isEqualTo(evidence);
    }
    assertThat(faults).isEmpty();
    assertThat(table("k = 'sourced'").oneOf("k", Evidence.class)).isEqualTo(Evidence.UNVERIFIED);
    refused("k", "sourced", "one of SOURCED, SECONDARY, PROPOSED, UNVERIFIED");
  }

  @Test
  void takesAQuantityInQuotesOnly() {
    assertThat(weight(table("k = '70 kg'"))).isEqualTo(new BodyWeight(70_000));
    assertThat(faults).isEmpty();
    assertThat(weight(table("k = 70"))).isEqualTo(STAND_IN);
    refused("k", "70", "a quantity in quotes, with its unit");
  }

  @Test
  void saysWhatTheQuantityExpected() {
    assertThat(weight(table("k = '0 kg'"))).isEqualTo(STAND_IN);
    refused("k", "0 kg", "more than 0 kg");
  }

  private static BodyWeight weight(LibraryTable table) {
    return table.quantity("k", BodyWeight::parse, STAND_IN);
  }

  @Test
  void takesAListThatRises() {
    assertThat(table("k = ['1 kg', '2 kg', '2.001 kg']").ascending("k", BodyWeight::parse))
        .extracting(BodyWeight::g)
        .containsExactly(1_000L, 2_000L, 2_001L);
    assertThat(table("k = ['1 kg']").ascending("k", BodyWeight::parse)).hasSize(1);
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "['1 kg', '1 kg']|each quantity above the one before",
        "['1 kg', '3 kg', '2 kg']|each quantity above the one before",
        "[]|a list of quantities in quotes, with their unit",
        "'1 kg'|a list of quantities in quotes, with their unit",
        "[1]|a quantity in quotes, with its unit",
      })
  void refusesAnyOtherList(String list, String expected) {
    table("k = " + list).ascending("k", BodyWeight::parse);
    assertThat(faults).singleElement().extracting(LibraryFault::expected).isEqualTo(expected);
  }

  @Test
  void takesTwoBounds() {
    Bounds<BodyWeight> bounds = bounds(table("k = ['1 kg', '1.001 kg']"));
    assertThat(bounds).isEqualTo(new Bounds<>(new BodyWeight(1_000), new BodyWeight(1_001)));
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"['1 kg', '1 kg']", "['2 kg', '1 kg']", "['1 kg']", "['1 kg', 2]"})
  void refusesAnyOtherBounds(String list) {
    assertThat(bounds(table("k = " + list))).isEqualTo(new Bounds<>(STAND_IN, STAND_IN));
    assertThat(faults)
        .extracting(LibraryFault::expected)
        .contains("two quantities, the lowest and the highest allowed");
  }

  @Test
  void refusesThreeBounds() {
    bounds(table("k = ['1 kg', '2 kg', '3 kg']"));
    refused("k", "[\"1kg\",\"2kg\",\"3kg\"]", "two quantities, the lowest and the highest allowed");
  }

  private static Bounds<BodyWeight> bounds(LibraryTable table) {
    return table.bounds("k", BodyWeight::parse, STAND_IN);
  }

  @Test
  void givesEachTableItsPlace() {
    LibraryTable top = table("[[a]]\nx = 1\n[[a]]\n[[a.b]]\ny = 2");
    List<LibraryTable> tables = top.tables("a");
    assertThat(tables).hasSize(2);
    tables.get(1).tables("b").get(0).text("y");
    refused("a[1].b[0].y", "2", "a text that is not blank");
  }

  @Test
  void noTablesAreNoFault() {
    assertThat(table("k = 1").tables("a")).isEmpty();
    assertThat(faults).isEmpty();
  }

  @Test
  void refusesWhatAreNoTables() {
    assertThat(table("a = 1").tables("a")).isEmpty();
    refused("a", "1", "tables [[a]]");
    faults.clear();
    assertThat(table("a = [{x = 1}, 2]").tables("a")).hasSize(1);
    assertThat(faults)
        .singleElement()
        .extracting(LibraryFault::expected)
        .isEqualTo("only tables [[a]]");
  }

  @Test
  void refusesKeysNobodyAskedFor() {
    LibraryTable table = table("k = 'a'\nj = 2");
    table.text("k");
    assertThat(table.sound()).isTrue();
    table.done();
    assertThat(table.sound()).isFalse();
    refused("j", "2", "no such key");
  }

  @Test
  void requiresWhatItIsTold() {
    LibraryTable table = table("k = 'a'");
    table.require(true, "k", "x");
    assertThat(table.sound()).isTrue();
    table.require(false, "k", "x");
    assertThat(table.sound()).isFalse();
    refused("k", "a", "x");
  }

  @Test
  void aTableInsideMakesTheOuterUnsound() {
    LibraryTable top = table("[[a]]\nx = 1");
    assertThat(top.sound()).isTrue();
    top.tables("a").get(0).text("x");
    assertThat(top.sound()).isFalse();
  }

  private LibraryTable table(String toml) {
    return new LibraryTable("f.toml", "", Toml.parse(toml), faults);
  }

  private void refused(String key, String shown, String expected) {
    assertThat(faults).containsExactly(new LibraryFault("f.toml", key, shown, expected));
    assertThat(faults.getFirst().text())
        .isEqualTo("f.toml: " + key + " \"" + shown + "\": expected " + expected);
  }
}
