package org.tenuto.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenuto.config.ConfigException;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.control.check.Threshold;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.linux.MotorWiring;

class ExecutorConfigTest {

  private static final String REST =
      """
      [link]
      dir = "link"
      [pump]
      model = "ne1000"
      line = "/dev/ttyUSB0"
      [library]
      files = ["a.toml"]
      trusted_keys = ["a.pem"]
      """;

  @TempDir private Path dir;

  private CheckThresholds checks(String toml) throws IOException, ConfigException {
    Path file = Files.writeString(dir.resolve("executor.toml"), REST + toml);
    return ExecutorConfig.read(file).checks();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ne300", "ne500", "ne1000", "ne1600", "ne4000"})
  void aModelOfTheFamilyIsTaken(String model) throws Exception {
    String toml = REST.replace("ne1000", model);
    Path file = Files.writeString(dir.resolve("executor.toml"), toml);
    assertThat(ExecutorConfig.read(file).pumpModel()).isEqualTo(model);
  }

  @Test
  void anUnknownModelIsRefusedByName() throws Exception {
    String toml = REST.replace("ne1000", "NE-1000");
    Path file = Files.writeString(dir.resolve("executor.toml"), toml);
    assertThatThrownBy(() -> ExecutorConfig.read(file))
        .hasMessageContaining("pump.model = NE-1000: expected one of ne1000, ne1600, ne300");
  }

  @Test
  void withoutATableTheUsualThresholdsHold() throws Exception {
    CheckThresholds checks = checks("");
    for (Threshold threshold : Threshold.values()) {
      assertThat(checks.get(threshold)).isEqualTo(threshold.usual());
    }
  }

  @Test
  void aThresholdIsTakenWithinItsRange() throws Exception {
    CheckThresholds checks = checks("[checks]\npressure_pa = 24000\nair_ul = 10\n");
    assertThat(checks.get(Threshold.PRESSURE_PA)).isEqualTo(24_000);
    assertThat(checks.get(Threshold.AIR_UL)).isEqualTo(10);
    assertThat(checks.get(Threshold.EMPTY_UL)).isEqualTo(500);
    assertThat(checks.valid()).isTrue();
  }

  private static final String STEPPER =
      """
      [link]
      dir = "link"
      [pump]
      model = "stepper"
      [library]
      files = ["a.toml"]
      trusted_keys = ["a.pem"]
      [stepper]
      """;

  private static final String WIRED =
      """
      chip = "/dev/gpiochip0"
      step = 2
      dir = 3
      enable = 4
      encoder_a = 5
      encoder_b = 6
      end_back = 7
      enable_active_low = true
      """;

  private ExecutorConfig stepper(String toml) throws IOException, ConfigException {
    return ExecutorConfig.read(Files.writeString(dir.resolve("executor.toml"), STEPPER + toml));
  }

  @Test
  void aStepperNeedsItsEndStopsAndNoSerialLine() throws Exception {
    ExecutorConfig usual = stepper(
            WIRED + "end_forward = 8\nend_stop_forward = true\nend_stop_back = true\n");
    assertThat(usual.stepper())
        .isEqualTo(
            new StepperSettings(StepperBuild.USUAL, "/dev/gpiochip0", 2, 3, 4, 5, 6, 8, 7, true));
    ExecutorConfig other =
        stepper(
            WIRED
                + """
            lead_um = 2000
            full_steps_per_turn = 400
            microsteps = 4
            encoder_counts_per_mm = 80
            fastest_steps_per_s = 250
            acceleration_steps_per_s2 = 500
            end_stop_forward = false
            end_stop_back = true
            """);
    assertThat(other.stepper())
        .isEqualTo(
            new StepperSettings(
                new StepperBuild(2_000, 400, 4, 80, 250, 500, 40, false, true),
                "/dev/gpiochip0",
                2,
                3,
                4,
                5,
                6,
                MotorWiring.NONE,
                7,
                true));
  }

  @Test
  void aStepperThatCanNotBeIsNamedInOneLineEach() {
    assertThatThrownBy(
            () ->
                stepper(
                    WIRED
                        + "lead_um = 8000\nmicrosteps = 12\nslip_um = 20\nend_stop_back = 1\n"
                        + "[x]\ny=1"))
        .isInstanceOf(ConfigException.class)
        .message()
        .satisfies(
            m ->
                assertThat(m.lines().map(line -> line.substring(line.indexOf(".toml: ") + 7)))
                    .containsExactlyInAnyOrder(
                        "stepper.lead_um = 8000: expected a whole number from 250 to 2000",
                        "stepper.microsteps = 12: expected a power of 2 from 1 to 256",
                        "stepper.slip_um = 20: expected a whole number from 30 to 200",
                        "stepper.end_stop_forward = (absent): expected true or false",
                        "stepper.end_stop_back = 1: expected true or false",
                        "stepper.end_back = 7: expected no line, for there is no switch at that"
                            + " end",
                        "x.y = 1: expected no such key"));
  }

  @Test
  void aSerialPumpHasNoStepperTable() {
    assertThatThrownBy(() -> checks("[stepper]\nlead_um = 1000\n"))
        .hasMessageEndingWith("stepper.lead_um = 1000: expected no such key");
  }

  @Test
  void whatIsOutOfRangeOrUnknownIsNamedInOneLineEach() {
    assertThatThrownBy(() -> checks("[checks]\nair_ul = 201\nreading_age_ms = 0\nair = 1\n"))
        .isInstanceOf(ConfigException.class)
        .message()
        .satisfies(
            m ->
                assertThat(m.lines())
                    .containsExactlyInAnyOrder(
                        dir
                            + "/executor.toml: checks.air_ul = 201: expected a whole number from"
                            + " 10 to 200",
                        dir
                            + "/executor.toml: checks.reading_age_ms = 0: expected a whole number"
                            + " from 200 to 500",
                        dir + "/executor.toml: checks.air = 1: expected no such key"));
  }

  private PanelSettings panel(String toml) throws IOException, ConfigException {
    Path file = Files.writeString(dir.resolve("executor.toml"), REST + toml);
    return ExecutorConfig.read(file).panel();
  }

  @Test
  void withoutATableThereIsNoPanel() throws Exception {
    assertThat(panel("").isPresent()).isFalse();
    assertThat(panel("").eStop()).isEmpty();
    assertThat(panel("[panel]\nchip = \"/dev/gpiochip0\"\n").isPresent()).isFalse();
  }

  @Test
  void everyLineOfThePanelIsTaken() throws Exception {
    PanelSettings panel =
        panel(
            """
            [panel]
            chip = "/dev/gpiochip4"
            e_stop = 0
            stop = 17
            start = 27
            lamp_red = 22
            lamp_yellow = 23
            lamp_green = 24
            buzzer = 25
            buzzer_alive = 26
            debounce_ms = 5
            """);
    assertThat(panel)
        .isEqualTo(
            new PanelSettings(
                "/dev/gpiochip4",
                OptionalInt.of(0),
                OptionalInt.of(17),
                OptionalInt.of(27),
                OptionalInt.of(22),
                OptionalInt.of(23),
                OptionalInt.of(24),
                OptionalInt.of(25),
                OptionalInt.of(26),
                5));
    assertThat(panel.isPresent()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"e_stop", "stop", "start", "lamp_red", "lamp_yellow", "lamp_green"})
  void anyLineNeedsAChip(String key) throws Exception {
    assertThat(panel("[panel]\nchip = \"/dev/gpiochip0\"\n" + key + " = 1\n").isPresent())
        .isTrue();
    assertThatThrownBy(() -> panel("[panel]\n" + key + " = 1\n"))
        .hasMessage(
            dir
                + "/executor.toml: panel.chip = (absent): expected the GPIO chip of the panel's"
                + " lines, e.g. \"/dev/gpiochip0\"");
  }

  @Test
  void twoKeysOnOneLineAreRefused() {
    assertThatThrownBy(
            () -> panel("[panel]\nchip = \"/dev/gpiochip0\"\ne_stop = 4\nlamp_red = 4\n"))
        .hasMessage(
            dir
                + "/executor.toml: panel.lamp_red = 4: expected a line of its own, panel.e_stop has"
                + " this one");
  }

  @ParameterizedTest
  @CsvSource({"buzzer, buzzer_alive", "buzzer_alive, buzzer"})
  void aBuzzerHasTwoLines(String one, String other) {
    assertThatThrownBy(() -> panel("[panel]\nchip = \"/dev/gpiochip0\"\n" + one + " = 4\n"))
        .hasMessageContaining("panel." + other + " = (absent): expected a line");
  }

  @Test
  void aStepperNeedsEveryLine() {
    assertThatThrownBy(
            () -> stepper("step = 2\ndir = 2\nend_stop_forward = true\nend_stop_back = false\n"))
        .hasMessageContaining("stepper.chip = (absent): expected a text")
        .hasMessageContaining("stepper.dir = 2: expected a line of its own, stepper.step has this one")
        .hasMessageContaining("stepper.enable = (absent): expected the number of a line of the chip")
        .hasMessageContaining("stepper.encoder_a = (absent)")
        .hasMessageContaining("stepper.enable_active_low = (absent): expected true or false")
        .hasMessageContaining("stepper.end_forward = (absent)")
        .hasMessageNotContaining("stepper.end_back");
  }

  @ParameterizedTest
  @CsvSource({
    "e_stop = -1, e_stop, -1, 0 to 1023",
    "stop = 1024, stop, 1024, 0 to 1023",
    "debounce_ms = 0, debounce_ms, 0, 1 to 200",
    "debounce_ms = 201, debounce_ms, 201, 1 to 200"
  })
  void aLineOrTimeOutOfRangeIsNamed(String line, String key, String value, String range) {
    assertThatThrownBy(() -> panel("[panel]\nchip = \"/dev/gpiochip0\"\n" + line + "\n"))
        .hasMessageContaining(
            "panel." + key + " = " + value + ": expected a whole number from " + range);
  }

  @Test
  void linesThatCantBeOpenedAreToldInOneLine() throws Exception {
    PanelSettings panel = panel("[panel]\nchip = \"/dev/none\"\ne_stop = 4\n");
    assertThatThrownBy(() -> BoardPanel.open(panel))
        .isInstanceOf(IOException.class)
        .message()
        .startsWith("gpio /dev/none: no such chip")
        .doesNotContain("\n");
  }

  @Test
  void aBoardWithoutAPanelSaysSo() throws Exception {
    try (BoardPanel none = BoardPanel.open(panel(""))) {
      assertThat(none.observesEStop()).isFalse();
      assertThat(none.signals().isPresent()).isFalse();
      assertThat(none.inputs().eStopOpen()).isFalse();
      assertThat(none.inputs().faulty()).isFalse();
    }
  }
}
