package org.tenuto.simulator.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.simulator.demo.DemoStaff;

/** What the page does when the station stands still, dies and comes back, or another page acts. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class PageRecoveryBrowserTest {

  @TempDir private Path dir;
  private Device device;
  private DevicePage page;

  @BeforeEach
  void open() throws IOException {
    device = new Device(dir);
    device.startSimulator();
    device.startExecutor();
    page = new DevicePage(Device.at(device.startStation()).url(), Screens.folder());
  }

  @AfterEach
  void close() {
    if (page != null) {
      page.close();
    }
    device.close();
  }

  private Truth truth() {
    return Truth.read(device.truth());
  }

  private void awaitRest() {
    await("the plunger rests")
        .atMost(Tenuto.LONG)
        .until(
            () -> {
              Truth truth = truth();
              long movedNs = truth.lastMoving().orElseThrow().monoNs();
              return truth.last().monoNs() > movedNs + 1_500_000_000L;
            });
  }

  private void requireOnlyStop() {
    assertThat(page.part("stop")).isEnabled();
    assertThat(page.part("pause")).isDisabled();
    assertThat(page.part("change-rate")).isDisabled();
  }

  /** It answers nothing, not even that it is dead; the pump's side is not concerned for 4 s. */
  @Test
  void aStationThatStandsStillLeavesOnlyStop() throws Exception {
    UsualOrder.start(page, device.truth());
    device.station().halt();
    assertThat(page.part("alarm")).hasAttribute("data-alarm-id", "DEVICE_SILENT");
    requireOnlyStop();
    page.screenshot("stale");
    page.tap("stop");
    assertThat(page.part("alarm")).hasAttribute("data-alarm-id", "STOP_UNCONFIRMED");
    assertThat(page.part("alarm-next")).hasText("use the red button.");
    assertThat(page.part("stop")).isEnabled();
    page.screenshot("stop-unconfirmed");
    awaitRest();
    device.station().go();
    assertThat(page.part("screen-ended")).isVisible();
    long wokenNl = truth().last().deliveredNl();
    awaitRest();
    assertThat(truth().last().deliveredNl()).as("moved by itself").isEqualTo(wokenNl);
  }

  /** As when the browser gives up on a request; the station never hears of it. */
  @Test
  void aLostStopIsSentAgain() {
    UsualOrder.start(page, device.truth());
    page.loseNext("/api/stop", 2);
    page.tap("stop");
    assertThat(page.part("screen-ended")).isVisible();
    assertThat(page.alarm("STOP_UNCONFIRMED")).hasCount(0);
    awaitRest();
  }

  /** It comes back at the same address; the page finds it, and nothing goes on by itself. */
  @Test
  void aRestartedStationIsFoundAndNothingResumesByItself() throws Exception {
    UsualOrder.start(page, device.truth());
    await("a curve").atMost(Tenuto.LONG).until(() -> page.points("plot") > 4);
    String port = page.port();
    device.station().kill9();
    assertThat(page.part("alarm")).hasAttribute("data-alarm-id", "DEVICE_SILENT");
    requireOnlyStop();
    awaitRest();
    long restedNl = truth().last().deliveredNl();
    String config = Files.readString(device.stationConfig());
    Files.writeString(device.stationConfig(), config.replace("port = 0", "port = " + port));
    device.startStation();
    assertThat(page.part("alarm")).hasAttribute("data-alarm-id", "DEVICE_RESTARTED");
    assertThat(page.part("state")).hasText("Paused");
    assertThat(page.part("screen-run")).isVisible();
    assertThat(page.part("prediction")).isVisible();
    page.screenshot("restarted");
    page.tap("acknowledge");
    assertThat(page.part("alarm")).not().hasAttribute("data-alarm-id", "DEVICE_RESTARTED");
    assertThat(truth().last().deliveredNl()).as("resumed by itself").isEqualTo(restedNl);
    page.tap("stop");
    assertThat(page.part("screen-ended")).isVisible();
  }

  /** The other one looks on and may stop; it controls only when somebody signs in there. */
  @Test
  void twoPagesShowTheSameAndOnlyOneControls() {
    UsualOrder.start(page, device.truth());
    try (DevicePage other = new DevicePage(page.url(), Screens.folder())) {
      assertThat(other.part("screen-run")).isVisible();
      assertThat(other.part("flow-rate")).hasText("52.5 mL/h");
      assertThat(other.part("who-role")).containsText("at another page");
      other.screenshot("other-page");
      other.signIn(DemoStaff.NURSE);
      assertThat(page.part("who-role")).containsText("at another page");
      other.tap("stop");
      assertThat(page.part("screen-ended")).isVisible();
      assertThat(page.part("ended-title")).hasText("Stopped by staff");
      assertThat(other.complaints()).isEmpty();
    }
    awaitRest();
    assertThat(page.complaints()).isEmpty();
  }

  /** The station owns the state: each screen is there again, with all of the curve. */
  @Test
  void aReloadedPageIsWhereItWas() {
    UsualOrder.readBack(page);
    page.reload();
    assertThat(page.part("readback-amount")).hasText("35 mg");
    UsualOrder.haveChecked(page);
    page.readToEnd("screen-readback");
    page.hold("start");
    assertThat(page.part("screen-run")).isVisible();
    await("a curve").atMost(Tenuto.LONG).until(() -> page.points("plot") > 4);
    int points = page.points("plot");
    page.reload();
    await("all of the curve").atMost(Tenuto.LONG).until(() -> page.points("plot") >= points);
    assertThat(page.part("prediction-names")).containsText("hard limit");
    page.tap("pause");
    assertThat(page.part("resume")).isVisible();
    page.reload();
    assertThat(page.part("resume")).isVisible();
    page.tap("stop");
    assertThat(page.part("screen-ended")).isVisible();
    page.reload();
    assertThat(page.part("screen-ended")).isVisible();
    assertThat(page.complaints()).isEmpty();
  }
}
