package org.tenuto.simulator.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.proto.telemetry.Alarm;
import org.tenuto.proto.telemetry.Event;
import org.tenuto.proto.telemetry.EventBody;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.OrderFigures;
import org.tenuto.proto.telemetry.SealedEvent;
import org.tenuto.proto.telemetry.StationStarted;
import org.tenuto.proto.telemetry.Status;

/** The monitor's page of a fleet on a real broker, in a real browser. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class SitePageBrowserTest {

  private static final String SAYS_WHERE = "monitor: page on ";
  private static final int WIDE = 1280;
  private static final int PHONE = 360;
  private static final int HEIGHT = 800;

  @TempDir private Path dir;
  private Mosquitto broker;
  private final List<Tenuto> processes = new ArrayList<>();

  @BeforeEach
  void startBroker() throws IOException {
    broker = new Mosquitto(dir);
    broker.start();
  }

  @AfterEach
  void endAll() throws InterruptedException {
    processes.forEach(Tenuto::close);
    broker.endBoth();
  }

  private Tenuto start(String... command) throws IOException {
    Tenuto process = Tenuto.start(dir, command);
    processes.add(process);
    return process;
  }

  private void startFleet(int devices) throws IOException {
    String number = Integer.toString(devices);
    start("simulator", "--fleet", number, "--sessions", "3", "--broker", broker.url());
  }

  private Tenuto startMonitor() throws IOException {
    return start("monitor", "--web", "--port", "0", "--broker", broker.url());
  }

  private static SitePage open(Tenuto monitor, int width, ColorScheme colours, String path) {
    await("the page is served")
        .atMost(Tenuto.LONG)
        .until(() -> monitor.err().stream().anyMatch(line -> line.startsWith(SAYS_WHERE)));
    String url = monitor.err().getFirst().substring(SAYS_WHERE.length());
    return new SitePage(url + path, width, HEIGHT, colours);
  }

  private static Path screenshot(String name) throws IOException {
    Path folder = Tenuto.home().resolve("simulator/target/screens");
    return Files.createDirectories(folder).resolve(name + ".png");
  }

  @Test
  void fiveHundredDevicesAlarmsFirstAndThePageStillAnswers() throws Exception {
    startFleet(500);
    try (SitePage page = open(startMonitor(), WIDE, ColorScheme.DARK, "")) {
      assertThat(page.rows()).hasCount(500);
      assertThat(page.part("counts")).containsText("500 devices");
      assertThat(page.part("warning")).containsText("Not an alarm system");
      await("some have an alarm").atMost(Tenuto.LONG).until(() -> page.priorities().contains(0));
      assertThat(page.priorities()).isSorted().contains(3);
      page.screenshot(screenshot("site-dark"));

      page.countFrames();
      page.filter("sim-007");
      assertThat(page.rows()).hasCount(1);
      page.filter("no such device");
      assertThat(page.part("none")).hasText("No device matches the filter");
      page.filter("");
      assertThat(page.rows()).hasCount(500);
      int frames = page.frames();
      await("frames go on").atMost(Tenuto.LONG).until(() -> page.frames() > frames + 60);
      System.out.printf(
          "500 devices: %d frames, longest time without one %.0f ms%n",
          page.frames(), page.longestFrameMs());
      page.rows().first().click();
      assertThat(page.part("device-freshness")).isVisible();
      assertThat(page.part("birth")).containsText("NE-1000");
      assertThat(page.hasCookies()).isFalse();
      assertThat(page.complaints()).isEmpty();
    }
  }

  @Test
  void onAPhoneNothingGoesBeyondItsEdge() throws Exception {
    startFleet(20);
    Tenuto monitor = startMonitor();
    try (SitePage page = open(monitor, PHONE, ColorScheme.LIGHT, "")) {
      assertThat(page.rows()).hasCount(20);
      page.screenshot(screenshot("site-phone"));
      assertThat(page.scrollsSideways()).isFalse();
      page.rows().first().click();
      assertThat(page.part("birth")).containsText("NE-1000");
      page.screenshot(screenshot("device-phone"));
      assertThat(page.scrollsSideways()).isFalse();
      assertThat(page.complaints()).isEmpty();
    }
  }

  @Test
  void whenTheBrokerIsKilledEverythingGrowsStaleAndComesBack() throws Exception {
    startFleet(20);
    try (SitePage page = open(startMonitor(), WIDE, ColorScheme.LIGHT, "")) {
      assertThat(page.rows()).hasCount(20);
      await("most are fresh").atMost(Tenuto.LONG).until(() -> page.rows("FRESH").count() >= 15);
      broker.kill9();
      assertThat(page.part("broker")).containsText("does not reach the broker");
      await("none is believed")
          .atMost(Tenuto.LONG)
          .until(() -> page.rows("STALE").count() + page.rows("OFFLINE").count() == 20);
      assertThat(page.rows().first()).containsText(" ago");
      assertThat(page.rows().filter(hasState())).not().hasCount(0);
      page.screenshot(screenshot("site-stale"));
      broker.start();
      await("fresh again").atMost(Tenuto.LONG).until(() -> page.rows("FRESH").count() >= 15);
      assertThat(page.part("broker")).isHidden();
    }
  }

  private static Locator.FilterOptions hasState() {
    return new Locator.FilterOptions()
        .setHasText(Pattern.compile("INFUSING|IDLE|COMPLETE|FAULT|PAUSED"));
  }

  @Test
  void whenTheMonitorIsKilledThePageSaysThatAllOfItIsHistory() throws Exception {
    startFleet(5);
    Tenuto monitor = startMonitor();
    try (SitePage page = open(monitor, WIDE, ColorScheme.DARK, "")) {
      assertThat(page.rows()).hasCount(5);
      monitor.kill9();
      assertThat(page.part("lost")).containsText("has not heard the monitor for");
      assertThat(page.rows("LOST")).hasCount(5);
      assertThat(page.rows().first()).containsText("UNKNOWN");
    }
  }

  @Test
  void whatAnIntruderPublishesIsTextAndNothingElse() throws Exception {
    Tenuto monitor = startMonitor();
    try (SitePage page = open(monitor, WIDE, ColorScheme.DARK, "")) {
      assertThat(page.part("none")).hasText("Waiting for the first message");
      publish("tenuto/v1/ward/<img src=x onerror=alert(1)>/live", hostile());
      assertThat(page.rows()).hasCount(1);
      assertThat(page.rows()).containsText("<img src=x onerror=alert(1)>");
      assertThat(page.rows()).containsText("<script>alert(2)<");
      assertThat(page.elements("#rows img, #rows script, #rows iframe")).isZero();
      page.rows().first().click();
      assertThat(page.part("device-title")).hasText("<img src=x onerror=alert(1)>");
      assertThat(page.elements("#device img, #device script, #device iframe")).isZero();
      publish("tenuto/v1/ward/pump1/live", new byte[] {7, 7, 7});
      assertThat(page.part("left-out")).containsText("1 messages could not be read");
      assertThat(page.complaints()).isEmpty();
    }
  }

  @Test
  void aGapInTheEventsIsMarkedWhereItIs() throws Exception {
    Tenuto monitor = startMonitor();
    try (SitePage page = open(monitor, WIDE, ColorScheme.DARK, "")) {
      assertThat(page.part("none")).hasText("Waiting for the first message");
      publish("tenuto/v1/ward/pump1/event", event(7));
      publish("tenuto/v1/ward/pump1/event", event(11));
      assertThat(page.rows()).containsText("3 events missing");
      assertThat(page.part("counts")).containsText("1 with gaps");
      page.rows().first().click();
      assertThat(page.part("events")).containsText("gap: 3 missing here");
      assertThat(page.part("events")).containsText("station_started build: \"b11\"");
      assertThat(page.part("device-freshness")).hasText("STALE");
      assertThat(page.complaints()).isEmpty();
    }
  }

  /** An event by the formula stated at {@code Event.hash} in telemetry.proto. */
  private static byte[] event(long seq) throws NoSuchAlgorithmException {
    byte[] previous = new byte[32];
    byte[] body =
        EventBody.newBuilder()
            .setState("IDLE")
            .setStationStarted(StationStarted.newBuilder().setBuild("b" + seq))
            .build()
            .toByteArray();
    ByteBuffer sealed = ByteBuffer.allocate(previous.length + Long.BYTES + body.length);
    sealed.put(previous).putLong(seq).put(body);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(sealed.array());
    return SealedEvent.newBuilder()
        .setSchema(Event.getDescriptor().getFullName())
        .setWireSeq(seq)
        .setPreviousHash(ByteString.copyFrom(previous))
        .setHash(ByteString.copyFrom(hash))
        .setBody(ByteString.copyFrom(body))
        .build()
        .toByteArray();
  }

  private static byte[] hostile() {
    String markup = "<script>alert(2)</script><iframe src=javascript:alert(3)></iframe>";
    return Live.newBuilder()
        .setSchema(Live.getDescriptor().getFullName())
        .setStatus(
            Status.newBuilder()
                .setState(markup)
                .setReason(markup)
                .setOrder(OrderFigures.newBuilder().setDrugName(markup))
                .addAlarms(
                    Alarm.newBuilder().setPriority(markup).setCondition("X").setText(markup)))
        .build()
        .toByteArray();
  }

  private void publish(String topic, byte[] payload) throws MqttException {
    String uri = broker.url().replace("mqtt:", "tcp:");
    MqttClient intruder = new MqttClient(uri, "intruder", new MemoryPersistence());
    intruder.connect();
    intruder.publish(topic, payload, 1, false);
    intruder.disconnect();
    intruder.close();
  }
}
