package org.tenuto.simulator.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips at the keypad are stopped where they are made, and never turned into another number. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class NumberEntryBrowserTest {

  /** The prompt is of low priority: on a machine that is late the alarm about that hides it. */
  private static final Pattern PROMPT_OR_WORSE = Pattern.compile("ENTRY_WAITS|CYCLE_OVERRUN");

  @TempDir private static Path dir;
  private static Device device;
  private static String url;
  private DevicePage page;

  @BeforeAll
  static void start() throws IOException {
    device = new Device(dir);
    device.startSimulator();
    device.startExecutor();
    url = Device.at(device.startStation()).url();
  }

  @AfterAll
  static void stop() {
    assertThat(Truth.read(device.truth()).firstMoving()).as("moved by an entry").isEmpty();
    device.close();
  }

  @BeforeEach
  void open() {
    page = new DevicePage(url, Screens.folder());
    UsualOrder.signIn(page);
    assertThat(page.part("keypad")).isVisible();
  }

  @AfterEach
  void close() {
    assertThat(page.complaints()).isEmpty();
    page.close();
  }

  @ParameterizedTest
  @CsvSource({
    "10.5.1, Second decimal point, 10.5.",
    "1.., Second decimal point, 1..",
    ".5, Start with a digit, .",
    "07, Digit after a leading 0, 07",
    "00, Digit after a leading 0, 00",
    "12345, More than 4 digits, 12345",
    "70.1234, More than 3 decimals, 70.1234"
  })
  void aKeyThatMakesNoNumberIsAnErrorUntilItIsDeleted(String typed, String why, String shown) {
    page.type(typed);

    assertThat(page.part("entry-hint")).containsText(why);
    assertThat(page.part("entry")).hasText(shown);
    assertThat(page.part("keypad")).hasAttribute("data-verdict", "wrong");
    assertThat(page.part("key-ok")).isDisabled();
    page.press("Enter");
    assertThat(page.part("value-weight")).hasText("Enter");
    page.type("5");
    assertThat(page.part("entry")).hasText(shown);
    page.tap("key-back");
    assertThat(page.part("entry-hint")).not().containsText(why);
    page.tap("key-clear");
    page.type("70");
    page.tap("key-ok");
    assertThat(page.part("value-weight")).hasText("70 kg");
  }

  @Test
  void aPointWithoutADigitAfterItIsNoNumberYet() {
    page.type("70.");

    assertThat(page.part("entry-hint")).hasText("Digit after the decimal point");
    assertThat(page.part("key-ok")).isDisabled();
    page.type("50");
    assertThat(page.part("entry-hint")).containsText("= 70.5 kg");
    page.tap("key-ok");
    assertThat(page.part("value-weight")).hasText("70.5 kg");
  }

  @Test
  void aKeyboardEntersTheSameAndRepeatsNothing() {
    page.holdKey("7", 4);
    assertThat(page.part("entry")).hasText("7");
    page.press("0", ".", "2", "Backspace", "Backspace");
    assertThat(page.part("entry")).hasText("70");
    page.press("Enter");
    assertThat(page.part("value-weight")).hasText("70 kg");
  }

  @Test
  void whatAKeyboardCantMeanIsNotTyped() {
    page.press("7", "a", "-", ",", "e", "0", " ");
    assertThat(page.part("entry")).hasText("70");
    page.press("Escape");
    assertThat(page.part("value-weight")).hasText("Enter");
  }

  @Test
  void aCancelledEntryLeavesNothing() {
    page.type("70");
    page.tap("key-cancel");
    assertThat(page.part("value-weight")).hasText("Enter");
    page.tap("choice-enter");
    assertThat(page.part("entry")).hasText("\u2013");
    page.type("8");
    assertThat(page.part("entry")).hasText("8");
    page.tap("field-loaded");
    page.tap("field-weight");
    assertThat(page.part("entry")).hasText("\u2013");
  }

  @Test
  void limitsAndWhatTheNumberComesToAreSeenWhileTyping() {
    assertThat(page.part("entry-limits")).hasText("usual 40 to 150 \u00b7 allowed 25 to 300 kg");
    page.type("70");
    assertThat(page.part("entry-derived")).hasText("35 mg \u00b7 0.75 mg/kg/h");
    page.type("0");
    assertThat(page.part("entry-hint")).hasText("700 kg: allowed 25 to 300 kg");
    assertThat(page.part("entry-derived")).hasText("");
    page.tap("key-clear");
    page.type("200");
    assertThat(page.part("keypad")).hasAttribute("data-verdict", "soft");
    assertThat(page.part("entry-hint")).hasText("200 kg: usual 40 to 150 kg");
    page.screenshot("number-soft");
    page.tap("key-clear");
    page.type("70");
    page.tap("key-ok");
    page.tap("field-concentration");
    page.choose("1");
    page.tap("field-dose");
    page.tap("choice-change");
    page.type("0.4");
    assertThat(page.part("entry-derived"))
        .hasText("28 mg \u00b7 28 mL \u00b7 42 mL/h \u00b7 0.6 mg/kg/h");
    page.screenshot("number-derived");
    page.tap("field-syringe");
    page.choose("BD-PLASTIPAK-50");
    page.type("50");
    assertThat(page.part("entry-derived"))
        .hasText("50 mg in the syringe, the order takes 35 mL");
    assertThat(page.smallButtons()).isEmpty();
  }

  @Test
  void anEntryNobodyGoesOnWithIsPromptedForAndThenCancelled() {
    page.ownClock();
    assertThat(page.part("keypad")).isVisible();
    page.skip("20:00");
    assertThat(page.part("state")).hasText("New order");
    requireNoPrompt();
    page.type("70");
    page.tap("key-ok");
    page.tap("field-loaded");
    page.tap("field-weight");
    page.tap("choice-change");
    page.type("8");
    page.skip("04:50");
    assertThat(page.part("state")).hasText("New order");
    assertThat(page.part("entry")).hasText("8");
    page.skip("00:11");
    assertThat(page.part("alarm")).hasAttribute("data-alarm-id", PROMPT_OR_WORSE);
    page.screenshot("entry-waits");
    page.type("1");
    requireNoPrompt();
    assertThat(page.part("entry")).hasText("81");
    page.skip("10:01");
    assertThat(page.part("notice")).containsText("Entry cancelled after 10 min");
    assertThat(page.part("entry")).hasText("\u2013");
    assertThat(page.part("value-weight")).hasText("Enter");
    requireNoPrompt();
  }

  private void requireNoPrompt() {
    assertThat(page.alarm("ENTRY_WAITS")).isHidden();
  }
}
