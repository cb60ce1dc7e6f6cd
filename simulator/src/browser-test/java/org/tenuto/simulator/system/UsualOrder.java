package org.tenuto.simulator.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.tenuto.simulator.demo.DemoStaff;

/** 35 mg in 35 mL over 40 min for 70 kg, at the page, as far as a test needs it. */
final class UsualOrder {

  private static final long MOVED_NL = 20_000;

  private UsualOrder() {}

  /** Fills the form in. */
  static void enter(DevicePage page) {
    signIn(page);
    page.type("70");
    page.tap("key-ok");
    page.tap("field-concentration");
    page.choose("1");
    page.tap("field-syringe");
    page.choose("BD-PLASTIPAK-50");
    page.type("50");
    page.tap("key-ok");
    assertThat(page.part("propose")).isEnabled();
  }

  /** Somebody who may order, unless this page controls the device already. */
  static void signIn(DevicePage page) {
    page.awaitEither("screen-sign-in", "screen-order");
    if (page.part("screen-sign-in").isVisible()) {
      page.signIn(DemoStaff.ANESTHETIST);
    }
    assertThat(page.part("screen-order")).isVisible();
  }

  /** Has the form read back. */
  static void readBack(DevicePage page) {
    enter(page);
    page.tap("propose");
    assertThat(page.part("readback-amount")).hasText("35 mg");
    haveChecked(page);
    page.readToEnd("screen-readback");
    assertThat(page.part("start")).isEnabled();
  }

  /** Has a second person check what is read back, if the site wants it. */
  static void haveChecked(DevicePage page) {
    page.awaitEither("second", "start");
    assertThat(page.part("screen-readback")).isVisible();
    if (page.part("second").isVisible()) {
      page.readToEnd("screen-readback");
      page.checkedBy(DemoStaff.NURSE);
    }
    page.awaitEither("start", "change-start");
  }

  /** Starts it, and waits until the plunger really moves. */
  static void start(DevicePage page, Path truth) {
    readBack(page);
    page.hold("start");
    assertThat(page.part("screen-run")).isVisible();
    long fromNl = Truth.read(truth).last().deliveredNl();
    await("the plunger moves")
        .atMost(Tenuto.LONG)
        .until(() -> Truth.read(truth).last().deliveredNl() > fromNl + MOVED_NL);
  }
}
