package org.tenuto.simulator.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.simulator.demo.DemoStaff;

/** A whole session on the real page of a running device, from its first step to the last. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class SessionBrowserTest {

  @TempDir private Path dir;
  private DemoProcess demo;
  private DevicePage page;

  @BeforeEach
  void open() throws IOException {
    Path screenshots =
        Files.createDirectories(Tenuto.home().resolve("simulator/target/screenshots"));
    demo = DemoProcess.start(dir);
    page = new DevicePage(demo.stationUrl(), screenshots);
    page.signIn(DemoStaff.ANESTHETIST);
  }

  @AfterEach
  void close() {
    page.close();
    demo.close();
  }

  @Test
  void everyStepInItsOrderAndBackToItAfterAReload() {
    at("New session");
    page.choose("SAME");
    page.tap("step-on");
    screening();
    preparation();
    checklist();
    order();
    loading();
    infusion();
    balance();
    discharge();
    assertThat(page.complaints())
        .as("but for the wrong PIN and the balance that was refused once")
        .containsExactly(
            "Failed to load resource: the server responded with a status of 401 (Unauthorized)",
            "Failed to load resource: the server responded with a status of 409 (Conflict)");
  }

  private void screening() {
    at("Screening");
    assertThat(page.part("step-missing")).containsText("Pregnancy");
    shown("session-screening");
    page.tap("item-pregnancy-YES");
    assertThat(page.part("item-pregnancy-YES")).hasAttribute("aria-pressed", "true");
    page.tap("item-pregnancy-NO");
    at("Pregnancy");
    words("no: the test was another person's");
    page.tap("sheet-prescriber");
    assertThat(page.part("choice-rn-1")).hasCount(0);
    page.choose(DemoStaff.ANESTHETIST.id());
    pin("999000");
    page.tap("step-on");
    assertThat(page.part("notice")).containsText("PIN is wrong");
    assertThat(page.part("step-on")).isDisabled();
    page.screenshot("session-prescriber");
    pin(DemoStaff.ANESTHETIST.pin());
    page.tap("step-on");
    at("Screening");
    page.tap("item-substance-misuse-NO");
    page.tap("item-record-diagnosis");
  }

  private void preparation() {
    at("Preparation");
    page.tap("item-intention");
    words("to sleep again");
    shown("session-intention");
    page.tap("step-on");
    at("Preparation");
    page.tap("item-consent");
  }

  private void checklist() {
    at("Checklist");
    for (String item : List.of("identity-first", "identity-second", "oxygen")) {
      page.tap("item-" + item);
      assertThat(page.part("item-" + item)).hasAttribute("aria-pressed", "true");
    }
    shown("session-checklist");
    page.tap("item-baseline-vitals");
    page.tap("take-vitals");
    for (String number : List.of("120", "80", "70", "98", "14")) {
      page.type(number);
      page.tap("key-ok");
    }
    page.tap("vitals-save");
    page.tap("observe-back");
    at("Checklist");
    assertThat(page.part("item-baseline-vitals")).hasAttribute("aria-pressed", "true");
    page.tap("item-weight");
    page.type("70");
    page.tap("key-ok");
    page.tap("step-on");
  }

  private void order() {
    assertThat(page.part("screen-order")).isVisible();
    assertThat(page.part("value-weight")).hasText("70 kg");
    page.tap("field-protocol");
    page.choose("DEMO-1MIN");
    page.tap("field-concentration");
    page.choose("1");
    page.tap("field-syringe");
    page.choose("BD-PLASTIPAK-50");
    page.type("10");
    page.tap("key-ok");
    assertThat(page.part("propose")).isHidden();
    page.tap("to-loading");
  }

  private void loading() {
    for (String item : List.of("loaded", "purged", "connected")) {
      at("Load and connect");
      assertThat(page.part("item-" + item)).containsText("1 mg/mL");
      page.tap("item-" + item);
      assertThat(page.part("item-" + item)).hasAttribute("aria-pressed", "true");
    }
    page.screenshot("session-loading");
    page.tap("step-on");
    page.tap("propose");
    assertThat(page.part("screen-readback")).isVisible();
    page.readToEnd("screen-readback");
    page.checkedBy(DemoStaff.NURSE);
  }

  private void infusion() {
    page.readToEnd("screen-readback");
    page.hold("start");
    assertThat(page.part("state")).hasText("Infusing");
    page.reload();
    assertThat(page.part("screen-run")).isVisible();
    assertThat(page.part("stop")).isVisible();
    page.awaitEnd();
    page.tap("to-session");
  }

  private void balance() {
    at("Drug balance");
    for (String figure : List.of("10", "8", "0", "1.5", "0", "0")) {
      page.type(figure);
      page.tap("key-ok");
    }
    page.choose(DemoStaff.NURSE.id());
    pin(DemoStaff.NURSE.pin());
    page.screenshot("session-balance");
    page.tap("step-on");
    assertThat(page.part("notice")).containsText("not accounted for");
    words("spilled while loading");
    page.tap("step-on");
  }

  private void discharge() {
    at("Discharge");
    shown("session-discharge");
    assertThat(page.part("step-missing")).containsText("MOAA/S after the infusion: missing");
    page.tap("item-alert");
    page.tap("scale-MOAA_S");
    page.tap("score-5");
    page.tap("observe-back");
    for (String item : List.of("escort-present", "instruction")) {
      page.tap("item-" + item);
    }
    at("End the session");
    page.tap("step-NOTES");
    words("Quiet, music, slept a little.");
    page.tap("step-on");
    assertThat(page.part("step-missing")).hasText("1 kept");
    page.tap("step-END");
    assertThat(page.part("step-missing")).hasText("Everything is done");
    page.screenshot("session-end");
    page.tap("step-on");
    at("New session");
  }

  private void pin(String pin) {
    pin.chars().forEach(digit -> page.tap("digit-" + (char) digit));
  }

  private void words(String words) {
    page.part("sheet-words").fill(words);
  }

  private void at(String title) {
    assertThat(page.part("step-title")).hasText(title);
    assertThat(page.fits()).as(title + " fits").isTrue();
    assertThat(page.part("stop")).isVisible();
  }

  /** Photographs a step, reloads the page and finds the same step again. */
  private void shown(String name) {
    page.screenshot(name);
    String title = page.part("step-title").textContent();
    page.reload();
    if (name.equals("session-intention")) {
      at("Preparation");
      page.tap("item-intention");
      words("to sleep again");
    } else {
      at(title);
    }
  }
}
