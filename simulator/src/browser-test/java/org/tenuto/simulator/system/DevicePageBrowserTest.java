package org.tenuto.simulator.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An order on the real page of a running device: entered, read back, held, watched, stopped. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class DevicePageBrowserTest {

  @TempDir private Path dir;
  private DemoProcess demo;
  private DevicePage page;

  @BeforeEach
  void open() throws IOException {
    Path screenshots =
        Files.createDirectories(Tenuto.home().resolve("simulator/target/screenshots"));
    demo = DemoProcess.start(dir);
    page = new DevicePage(demo.stationUrl(), screenshots);
    assertThat(page.part("screen-order")).isVisible();
  }

  @AfterEach
  void close() {
    page.close();
    demo.close();
  }

  @Test
  void theUsualOrderFromEntryToStop() {
    enterUsualOrder();
    page.screenshot("order");
    page.tap("propose");
    requireReadBack();
    page.screenshot("read-back");
    page.touchBriefly("start");
    assertThat(page.part("screen-readback")).isVisible();
    assertThat(truth().firstMoving()).as("moved by a mere touch").isEmpty();

    page.hold("start");
    requireRunning();
    page.screenshot("running");
    page.reload();
    requireRunning();

    page.tap("pause");
    assertThat(page.part("resume")).isVisible();
    assertThat(page.part("state")).hasText("Paused");
    awaitRest();
    page.screenshot("paused");
    long pausedNl = truth().last().deliveredNl();
    page.hold("resume");
    assertThat(page.part("state")).hasText("Infusing");
    await("it moves again")
        .atMost(Tenuto.LONG)
        .until(() -> truth().last().deliveredNl() > pausedNl + 10_000);

    page.tap("stop");
    assertThat(page.part("screen-ended")).isVisible();
    awaitRest();
    assertThat(page.part("ended-title")).hasText("Stopped by staff");
    assertThat(page.part("ended-ordered")).containsText("35");
    page.screenshot("ended");
    assertThat(page.complaints()).isEmpty();
  }

  private void enterUsualOrder() {
    page.type("70");
    page.tap("key-ok");
    assertThat(page.part("value-protocol")).hasText("ketAMINE 0.5 mg/kg");
    page.tap("field-concentration");
    page.choose("1");
    page.tap("field-syringe");
    page.choose("BD-PLASTIPAK-50");
    page.type("50");
    page.tap("key-ok");
    assertThat(page.part("value-weight")).hasText("70 kg");
    assertThat(page.part("value-loaded")).hasText("50 mL");
    assertThat(page.fits()).as("the order screen fits").isTrue();
  }

  private void requireReadBack() {
    requireFigure("readback-amount", "35 mg");
    requireFigure("readback-volume", "35 mL");
    requireFigure("readback-flow-rate", "52.5 mL/h");
    requireFigure("readback-dose-rate", "0.75 mg/kg/h");
    assertThat(page.part("readback-pump")).containsText("52.50MH");
    assertThat(page.part("readback-weight")).hasText("70 kg");
    assertThat(page.part("warning")).isVisible();
    assertThat(page.fits()).as("the read-back fits").isTrue();
    // On a machine that is late, the alarm about it takes a part of the screen.
    page.readToEnd("screen-readback");
    assertThat(page.part("start")).isEnabled();
  }

  private void requireFigure(String testId, String figure) {
    assertThat(page.part(testId)).hasText(figure);
  }

  private void requireRunning() {
    assertThat(page.part("screen-run")).isVisible();
    assertThat(page.part("state")).hasText("Infusing");
    requireFigure("flow-rate", "52.5 mL/h");
    requireFigure("dose-rate", "0.75 mg/kg/h");
    long fromNl = truth().last().deliveredNl();
    await("the plunger moves")
        .atMost(Tenuto.LONG)
        .until(() -> truth().last().deliveredNl() > fromNl + 20_000);
    assertThat(page.fits()).as("the running screen fits").isTrue();
  }

  @Test
  void aWeightThatIsNoneCantBeConfirmed() {
    Locator ok = page.part("key-ok");
    assertThat(ok).isDisabled();
    page.type("10.5.1");
    assertThat(page.part("entry-hint")).containsText("Second decimal point");
    assertThat(ok).isDisabled();
    page.screenshot("weight-10.5.1");
    page.tap("key-clear");
    page.type("900");
    assertThat(page.part("entry-hint")).containsText("allowed 25 to 300 kg");
    assertThat(ok).isDisabled();
    page.screenshot("weight-900");
    page.tap("key-clear");
    page.type("0");
    assertThat(ok).isDisabled();
    page.tap("key-cancel");
    assertThat(page.part("propose")).isDisabled();
    assertThat(page.part("value-weight")).hasText("Enter");
    assertThat(truth().firstMoving()).isEmpty();
  }

  /** The controller dies: the page says so at once, and stays usable. */
  @Test
  void aLostControllerIsShown() {
    enterUsualOrder();
    page.tap("propose");
    requireReadBack();
    page.hold("start");
    requireRunning();
    demo.kill9("executor");
    assertThat(page.part("alarm")).hasAttribute("data-alarm-id", "CONTROLLER_LOST");
    page.screenshot("controller-lost");
  }

  private Truth truth() {
    return Truth.read(demo.truth());
  }

  private void awaitRest() {
    await("the motor rests").atMost(Tenuto.LONG).until(() -> !truth().last().moving());
    long nowNs = System.nanoTime();
    await("and stays there")
        .atMost(Tenuto.LONG)
        .until(() -> truth().last().monoNs() > nowNs + 1_000_000_000L);
    Rest.since(nowNs, demo.truth());
  }
}
