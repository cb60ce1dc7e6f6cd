package org.tenuto.simulator.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.alarm.BurstPattern;
import org.tenuto.simulator.demo.DemoStaff;
import org.tenuto.simulator.demo.StationClient;

/** Whatever dies while infusing is seen and heard: on the real page, from what it really plays. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class SoundersBrowserTest {

  /** Near completion from its first second on, for as long as any of these tests needs. */
  private static final Map<String, String> NEAR_COMPLETION = Ward.changed("protocol", "DEMO-3MIN");

  @TempDir private Path dir;
  private Path screenshots = Path.of("");
  private DemoProcess demo;
  private StationClient station;
  private DevicePage page;

  @BeforeEach
  void open() throws IOException {
    screenshots = Files.createDirectories(Tenuto.home().resolve("simulator/target/screens"));
    demo = DemoProcess.start(dir, "--orders-only");
    station = new StationClient(demo.stationUrl());
    page = new DevicePage(demo.stationUrl(), screenshots);
    assertThat(page.part("screen-order")).isVisible();
  }

  @AfterEach
  void close() {
    if (page != null) {
      page.close();
    }
    demo.close();
  }

  /** Entered without the page, which is the only one that looks. */
  private void infuse(Map<String, String> order) throws IOException, InterruptedException {
    JsonNode readBack = station.post("propose", order).path("readBack");
    station.post(
        "start",
        Map.of("nonce", readBack.path("nonce").asText(), "hash", readBack.path("hash").asText()));
    assertThat(page.part("screen-run")).isVisible();
    assertThat(page.part("pump-state")).hasText("Pump running");
  }

  private void requireAlarm(String id, String priority) {
    assertThat(page.part("alarm")).hasAttribute("data-alarm-id", id);
    assertThat(page.part("alarm")).hasAttribute("data-priority", priority);
    assertThat(page.part("lamp")).isVisible();
    assertThat(page.fits()).as("%s fits the screen", id).isTrue();
  }

  @Test
  void alarmsLightSoundAndAreQuietOnlyForAWhile() throws Exception {
    assertThat(page.part("sound-off")).isHidden();
    infuse(NEAR_COMPLETION);
    assertThat(page.part("lamp")).isVisible();
    page.ear().awaitBurstOfTheAlarmShown();
    page.screenshot("alarm-low");

    pauseSound();
    assertThat(page.part("lamp")).isVisible();
    page.screenshot("audio-paused");

    demo.kill9("simulator");
    requireAlarm("PUMP_LINE_LOST", "HIGH");
    page.ear().awaitBurst(BurstPattern.HIGH);
    assertThat(page.part("pause-left")).hasText("Pause");
    page.screenshot("alarm-high");
    pauseSound();
    requireAlarm("PUMP_LINE_LOST", "HIGH");
    page.screenshot("alarm-high-paused");
  }

  /** Once more if a new alarm ended the pause: a machine that is late has alarms of its own. */
  private void pauseSound() {
    await("paused and silent")
        .atMost(Tenuto.LONG)
        .until(
            () -> {
              page.tap("pause-audio");
              return page.ear().fallsSilentWhilePaused();
            });
  }

  @Test
  void aDeadControllerIsSeenAndHeard() throws Exception {
    infuse(Ward.USUAL_ORDER);
    demo.kill9("executor");
    requireAlarm("CONTROLLER_LOST", "HIGH");
    page.ear().awaitBurst(BurstPattern.HIGH);
    assertThat(page.part("pause-audio")).isHidden();
    page.screenshot("controller-lost");
  }

  @Test
  void aDeadStationIsSeenAndHeard() throws Exception {
    infuse(Ward.USUAL_ORDER);
    demo.kill9("station");
    requireAlarm("DEVICE_SILENT", "HIGH");
    assertThat(page.part("alarm-text"))
        .hasText("Device not answering: look at the pump, use the red button.");
    page.ear().awaitBurst(BurstPattern.HIGH);
    assertThat(page.part("acknowledge")).isHidden();
    assertThat(page.part("state")).hasText("Not answering");
    assertThat(page.part("pump-state")).hasText("Pump not heard");
    page.screenshot("station-lost");
  }

  /** Nobody is there to confirm it; of two alarms the one about the Stop is read first. */
  @Test
  void aStopThatNobodyConfirmsIsSeenAndHeard() throws Exception {
    infuse(Ward.USUAL_ORDER);
    demo.kill9("executor");
    page.tap("stop");
    Locator alarm = page.part("alarm");
    assertThat(alarm).hasAttribute("data-alarm-id", "STOP_UNCONFIRMED");
    assertThat(page.part("alarm-text")).containsText("use the red button");
    page.ear().awaitBurst(BurstPattern.HIGH);
    page.screenshot("stop-unconfirmed");
  }

  @Test
  void aClosedPageIsMissedAndTheDeliveryPaused() throws Exception {
    infuse(Ward.USUAL_ORDER);
    page.cutOff(true);
    JsonNode missed =
        await("it is missed")
            .atMost(Tenuto.LONG)
            .until(station::status, status -> alarmed(status, "PAGE_UNSEEN"));
    assertThat(missed.at("/state/code").asText()).isEqualTo("INFUSING");
    page.cutOff(false);
    JsonNode back =
        await("it is back")
            .atMost(Tenuto.LONG)
            .until(station::status, status -> !alarmed(status, "PAGE_UNSEEN"));
    assertThat(back.at("/state/code").asText()).isEqualTo("INFUSING");
    assertThat(page.part("state")).hasText("Infusing");

    page.close();
    JsonNode gone =
        await("it is missed again")
            .atMost(Tenuto.LONG)
            .until(station::status, status -> alarmed(status, "PAGE_GONE"));
    assertThat(gone.at("/state/code").asText()).isEqualTo("PAUSED");
    assertThat(gone.at("/state/reason").asText()).isEqualTo("PAGE_GONE");
    long pausedNs = System.nanoTime();
    page = new DevicePage(demo.stationUrl(), screenshots);
    await("it is back again")
        .atMost(Tenuto.LONG)
        .until(station::status, status -> !alarmed(status, "PAGE_GONE"));
    assertThat(page.part("resume")).isHidden();
    assertThat(page.part("state")).hasText("Paused");
    page.screenshot("paused-by-nobody");
    page.tap("take");
    page.enterPin(DemoStaff.ANESTHETIST);
    assertThat(page.part("resume")).isVisible();
    Rest.within(Duration.ofSeconds(2), pausedNs, demo.truth());
    page.screenshot("page-was-gone");
  }

  @Test
  void withoutSoundThePageSaysSoUntilItIsTouched() throws Exception {
    page.close();
    page = new DevicePage(demo.stationUrl(), screenshots, List.of());
    assertThat(page.part("sound-off")).isVisible();
    assertThat(page.fits()).isTrue();
    page.screenshot("sound-off");
    // Before any alarm: what drives the browser counts as a touch once something is to be played.
    page.tap("sound-off");
    assertThat(page.part("sound-off")).isHidden();
    infuse(NEAR_COMPLETION);
    assertThat(page.part("alarm")).isVisible();
    page.ear().awaitBurstOfTheAlarmShown();
  }

  private static boolean alarmed(JsonNode status, String id) {
    return status.path("alarms").findValuesAsText("id").contains(id);
  }
}
