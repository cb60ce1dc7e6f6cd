package org.tenuto.simulator.hazard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.alarm.AlarmCondition;

/** The page says what the table says, and the table names only tests that exist. */
class HazardsDocTest {

  private static final Path HOUSE = Path.of("..");
  private static final Path PAGE = HOUSE.resolve("docs").resolve("hazards.md");

  private static final String REGENERATE =
      "./mvnw verify -pl simulator -am -Dtest=HazardsDocTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dtenuto.regenerate=true";

  /** Every id of GIP v1.0 that concerns the controller of a syringe pump. */
  private static final String IDS =
      "1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 1.10 1.13 1.14 1.16 1.18 1.19 1.20 1.21 1.22 1.23 1.24"
          + " 1.25 1.26 1.27 1.28a 1.28b 2.1 2.3 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.14 3.3 3.5 4.1"
          + " 4.2 4.3 4.4 4.7 4.8 4.9 4.10 4.12 4.13 5.1 5.2 5.3 5.5 5.6 5.10 5.11 6.2 6.3 6.6 8.3"
          + " 8.4 8.5 8.6 8.7 8.8 8.10 8.11 8.12 8.13 8.14";

  private final List<HazardRow> rows = HazardRow.readAll(table());

  private static String table() {
    try (InputStream in = HazardsDocTest.class.getResourceAsStream("hazards.txt")) {
      return new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thePageIsWhatTheTableSays() throws IOException {
    String expected = HazardsDoc.text(rows, REGENERATE);
    if (Boolean.getBoolean("tenuto.regenerate")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(PAGE)
        .as("to write it anew: %s", REGENERATE)
        .exists()
        .usingCharset(StandardCharsets.UTF_8)
        .hasContent(expected);
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    var sources = new TestSources(HOUSE);
    assertThat(sources.size()).isGreaterThan(100);
    for (HazardRow row : rows) {
      assertThat(row.tests()).as("hazard %s", row.ids()).allMatch(sources::contain);
    }
  }

  @Test
  void aTestThatIsNoneIsNoticed() throws IOException {
    var sources = new TestSources(HOUSE);
    assertThat(sources.contain("HazardsDocTest#aTestThatIsNoneIsNoticed")).isTrue();
    assertThat(sources.contain("HazardsDocTest#aTestNobodyWrote")).isFalse();
    assertThat(sources.contain("NobodyTest#aTestThatIsNoneIsNoticed")).isFalse();
    assertThat(sources.contain("HazardsDocTest#table")).as("no test").isFalse();
    assertThat(sources.contain("HazardsDocTest")).as("no method").isFalse();
  }

  @Test
  void everyHazardIsListedOnce() {
    assertThat(rows.stream().flatMap(row -> row.ids().stream()))
        .containsExactlyInAnyOrder(IDS.split(" ", -1));
  }

  @Test
  void everyHazardThatAnAlarmAnswersIsOurs() {
    List<String> ours =
        rows.stream().filter(HazardRow::concernsUs).flatMap(row -> row.ids().stream()).toList();
    for (AlarmCondition condition : AlarmCondition.values()) {
      assertThat(ours).as(condition.name()).containsAll(condition.risk().hazards());
    }
  }

  @Test
  void nothingIsHidden() {
    String page = HazardsDoc.text(rows, REGENERATE);
    for (HazardRow row : rows) {
      assertThat(page).contains("| " + String.join(", ", row.ids()) + " | ");
      assertThat(page).contains(row.missing());
    }
    long open = Arrays.stream(page.split("\n", -1)).filter(l -> l.contains("| **open** |")).count();
    assertThat(open).isEqualTo(rows.stream().filter(HazardRow::isOpen).count()).isPositive();
  }

  @Test
  void aRowWithoutATestSaysWhy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HazardRow.readAll("9.9 | fire | none | |"))
        .withMessage("hazard [9.9]: neither a test nor a reason");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HazardRow.readAll("9.9 | fire"))
        .withMessage("hazard row of 2 columns, expected 5: 9.9 | fire");
  }
}
