package org.tenuto.simulator.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.simulator.demo.DemoStaff;

/** The screens of signing in, of a session's steps and of observation can be seen and read. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class SessionAccessibilityBrowserTest {

  @TempDir private Path dir;
  private DemoProcess demo;
  private DevicePage page;
  private Looks looks;

  @BeforeEach
  void open() throws IOException {
    demo = DemoProcess.start(dir);
    page = new DevicePage(demo.stationUrl(), Screens.folder());
    looks = new Looks(page);
  }

  @AfterEach
  void close() {
    page.close();
    demo.close();
  }

  @Test
  void everyStepCanBeSeenAndReached() {
    page.awaitEither("screen-sign-in", "screen-steps");
    page.tap("who");
    assertThat(page.part("screen-sign-in")).isVisible();
    looks.at("sign-in-first");
    page.signIn(DemoStaff.NURSE);
    at("New session");
    looks.at("session-begin");
    page.choose("SAME");
    page.tap("step-on");
    steps();
    observation();
    whoMayNotOrderIsToldWhoMay();
    assertThat(looks.found()).isEmpty();
    assertThat(page.complaints()).isEmpty();
  }

  private void at(String title) {
    assertThat(page.part("step-title")).hasText(title);
  }

  private void steps() {
    at("Screening");
    page.tap("item-substance-misuse-YES");
    page.part("sheet-words").fill("years ago");
    page.tap("sheet-prescriber");
    looks.at("session-prescriber");
    page.choose(DemoStaff.ANESTHETIST.id());
    looks.at("session-prescriber-pin");
    page.tap("step-SCREENING");
    looks.at("session-screening");
    for (String step : List.of("PREPARATION", "CHECKLIST", "LOADING", "DISCHARGE")) {
      page.tap("step-" + step);
      assertThat(page.part("step-" + step)).hasAttribute("aria-current", "step");
      looks.at("session-" + step.toLowerCase(java.util.Locale.ROOT));
    }
    page.tap("step-BY_HAND");
    at("Given by hand, not by the pump");
    looks.at("session-by-hand");
    page.tap("sheet-mg");
    looks.at("session-by-hand-dose");
    page.tap("sheet-route");
    looks.at("session-by-hand-route");
    page.tap("step-more");
    assertThat(page.part("sheet-mg")).hasCount(0);
    page.tap("sheet-pin");
    looks.at("session-by-hand-pin");
    page.tap("step-NOTES");
    looks.at("session-notes");
  }

  private void observation() {
    page.tap("step-CHECKLIST");
    page.tap("item-baseline-vitals");
    assertThat(page.part("screen-observation")).isVisible();
    looks.at("observation-empty");
    page.tap("take-vitals");
    looks.at("observation-number");
    for (String number : List.of("186", "88", "77", "98", "14")) {
      page.type(number);
      page.tap("key-ok");
    }
    looks.at("observation-review");
    page.tap("vitals-save");
    assertThat(page.part("advice-SYSTOLIC")).isVisible();
    looks.at("observation-advice");
    page.tap("note-SYSTOLIC");
    looks.at("observation-note");
    page.tap("scale-MOAA_S");
    looks.at("observation-score");
    page.tap("observe-back");
    page.tap("scale-DISTRESS");
    looks.at("observation-scores");
    page.tap("observe-back");
    page.tap("readings-list");
    assertThat(page.part("reading-1")).isVisible();
    looks.at("observation-readings");
    page.tap("reading-1");
    page.tap("wrong-1");
    looks.at("observation-wrong");
    page.tap("correct-reading");
    looks.at("observation-anew");
    page.tap("observe-back");
    page.tap("observe-back");
    assertThat(page.part("screen-steps")).isVisible();
  }

  private void whoMayNotOrderIsToldWhoMay() {
    page.tap("step-order");
    assertThat(page.part("screen-order")).isVisible();
    assertThat(page.part("keypad")).isVisible();
    assertThat(page.part("propose")).isDisabled();
    assertThat(page.part("propose-why")).hasText("not by a nurse: anesthetist");
    looks.at("order-of-a-nurse");
    page.signIn(DemoStaff.ANESTHETIST);
    assertThat(page.part("propose-why")).isEmpty();
  }
}
