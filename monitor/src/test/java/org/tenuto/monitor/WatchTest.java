package org.tenuto.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.MessageLite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.monitor.Notice.View;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Live;

class WatchTest {

  private static final long S = 1_000_000_000L;
  private static final DeviceName PUMP = new DeviceName("ward", "pump1");

  private final Watch watch = new Watch();

  private List<Notice> take(String name, MessageLite payload, boolean retained, long nowNs) {
    String topic = "tenuto/v1/ward/pump1/" + name;
    return watch.take(new Arrival.Message(topic, payload.toByteString(), retained), nowNs);
  }

  @Test
  void aLiveMakesADeviceFreshAndTimeMakesItStale() {
    assertThat(take("live", Live.getDefaultInstance(), false, 0))
        .startsWith(new Notice.Freshened(PUMP, Freshness.STALE, new View(Freshness.FRESH, 0)));
    assertThat(watch.tick(3 * S)).isEmpty();
    assertThat(watch.tick(4 * S))
        .containsExactly(new Notice.Freshened(PUMP, Freshness.FRESH, new View(Freshness.LATE, 0)));
    assertThat(watch.tick(5 * S)).as("said once").isEmpty();
    assertThat(watch.tick(11 * S))
        .containsExactly(new Notice.Freshened(PUMP, Freshness.LATE, new View(Freshness.STALE, 0)));
  }

  @Test
  void whatTheBrokerKeptIsNoSignOfLife() {
    take("conn", Conn.newBuilder().setState(Conn.State.ONLINE).build(), true, 0);
    assertThat(take("live", Live.getDefaultInstance(), true, 0))
        .singleElement()
        .isInstanceOf(Notice.Said.class);
  }

  @Test
  void aGapIsCountedInWhatIsShownOfTheDevice() {
    var events = Events.chain(5, 0);
    take("event", events.get(0), false, 0);
    assertThat(take("event", events.get(4), false, 0))
        .singleElement()
        .isInstanceOfSatisfying(
            Notice.Happened.class, happened -> assertThat(happened.view().missing()).isEqualTo(3));
  }

  @Test
  void anUnknownTopicIsSaid() {
    assertThat(take("command", Live.getDefaultInstance(), false, 0))
        .containsExactly(new Notice.Unreadable("tenuto/v1/ward/pump1/command", "unknown topic"));
  }

  @Test
  void noMoreDevicesAreFollowedThanTheMemoryAllows() {
    for (int n = 0; n < 1_100; n++) {
      var live =
          new Arrival.Message(
              "tenuto/v1/x/" + n + "/live", Live.getDefaultInstance().toByteString(), false);
      watch.take(live, 0);
    }
    assertThat(watch.tick(4 * S)).hasSize(1_000);
  }
}
