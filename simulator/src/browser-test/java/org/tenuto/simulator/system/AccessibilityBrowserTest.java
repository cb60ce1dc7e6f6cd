package org.tenuto.simulator.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every screen of an order can be seen and reached, in both themes. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class AccessibilityBrowserTest {

  @TempDir private Path dir;
  private Device device;
  private Tenuto simulator;
  private DevicePage page;
  private Looks looks;

  @BeforeEach
  void open() throws IOException {
    device = new Device(dir);
    simulator = device.startSimulator();
    device.startExecutor();
    page = new DevicePage(Device.at(device.startStation()).url(), Screens.folder());
    looks = new Looks(page);
    assertThat(page.part("screen-order")).isVisible();
  }

  @AfterEach
  void close() {
    if (page != null) {
      page.close();
    }
    device.close();
  }

  @Test
  void everyScreenCanBeSeenAndReached() {
    page.tap("who");
    assertThat(page.part("screen-sign-in")).isVisible();
    looks.at("sign-in");
    page.tap("sign-in-cancel");
    page.type("7");
    looks.at("number");
    page.tap("key-clear");
    page.tap("field-protocol");
    looks.at("choices");
    page.tap("field-weight");
    UsualOrder.enter(page);
    looks.at("order");
    page.tap("prime");
    looks.at("prime");
    page.tap("prime-0.5");
    assertThat(page.part("line-not-connected")).isVisible();
    looks.at("prime-read-back");
    page.tap("prime-cancel");
    page.tap("propose");
    assertThat(page.part("readback-amount")).hasText("35 mg");
    looks.at("read-back-unchecked");
    UsualOrder.haveChecked(page);
    page.readToEnd("screen-readback");
    looks.at("read-back");
    page.hold("start");
    awaitCurve();
    looks.at("running");
    page.tap("change-rate");
    page.type("0.9");
    looks.at("change");
    page.tap("key-ok");
    assertThat(page.part("compare-flow-rate-new")).hasText("63 mL/h");
    looks.at("change-read-back");
    page.tap("change-back");
    page.tap("change-back");
    page.tap("pause");
    assertThat(page.part("resume")).isVisible();
    looks.at("paused");
    page.tap("stop");
    assertThat(page.part("screen-ended")).isVisible();
    looks.at("ended");
    assertThat(looks.found()).isEmpty();
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void alarmsCanBeSeenAndReached() throws Exception {
    UsualOrder.start(page, device.truth());
    simulator.kill9();
    assertThat(page.part("alarm")).hasAttribute("data-alarm-id", "PUMP_LINE_LOST");
    assertThat(page.part("alarm-next")).hasText("Check the pump.");
    looks.at("alarm-high");
    page.tap("pause-audio");
    looks.at("alarm-high-paused");
    device.executor().kill9();
    assertThat(page.part("alarm")).hasAttribute("data-alarm-id", "CONTROLLER_LOST");
    looks.at("controller-lost");
    device.station().kill9();
    assertThat(page.part("alarm")).hasAttribute("data-alarm-id", "DEVICE_SILENT");
    looks.at("station-lost");
    assertThat(looks.found()).isEmpty();
  }

  private void awaitCurve() {
    assertThat(page.part("screen-run")).isVisible();
    assertThat(page.part("prediction")).isVisible();
    await("a moment of the curve")
        .atMost(Tenuto.LONG)
        .until(() -> Truth.read(device.truth()).last().deliveredNl() > 50_000);
  }

  /** The switch is remembered, and says what it will do. */
  @Test
  void theThemeIsSwitchedAndRemembered() {
    assertThat(page.theme()).isEqualTo("dark");
    assertThat(page.part("theme")).hasText("Light");
    page.tap("theme");
    assertThat(page.theme()).isEqualTo("light");
    page.reload();
    assertThat(page.part("screen-order")).isVisible();
    assertThat(page.theme()).isEqualTo("light");
    assertThat(page.part("theme")).hasText("Dark");
  }

  /** A keyboard alone gets from an empty form to a read-back, and its place is always seen. */
  @Test
  void aKeyboardIsEnough() {
    UsualOrder.signIn(page);
    page.press("7", "0", "Enter");
    assertThat(page.part("value-weight")).hasText("70 kg");
    reach("field-concentration");
    page.press("Enter");
    reach("choice-1");
    page.press("Enter");
    reach("field-syringe");
    page.press("Enter");
    while (!page.part("choice-BD-PLASTIPAK-50").isVisible()) {
      reach("choice-more");
      page.press("Enter");
    }
    reach("choice-BD-PLASTIPAK-50");
    page.press("Enter");
    assertThat(page.part("entry-name")).hasText("Loaded now");
    page.press("5", "0", "Enter");
    assertThat(page.part("value-loaded")).hasText("50 mL");
    reach("propose");
    page.press("Enter");
    assertThat(page.part("readback-amount")).hasText("35 mg");
    reach("stop");
    page.press("Enter");
    assertThat(page.part("screen-readback")).isHidden();
  }

  private void reach(String testId) {
    for (int i = 0; i < 60 && !page.focused().equals(testId); i++) {
      page.press("Tab");
    }
    assertThat(page.focused()).isEqualTo(testId);
    assertThat(page.showsFocus()).as("%s shows that it is chosen", testId).isTrue();
  }
}
