package org.tenuto.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.monitor.Notice.View;
import org.tenuto.proto.telemetry.Alarm;
import org.tenuto.proto.telemetry.AlarmNow;
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
  void anAlarmIsShownWhenItBeginsWhenItChangesAndWhenItIsOver() {
    AlarmNow high = alarm("HIGH");
    AlarmNow low = alarm("LOW");
    View view = new View(Freshness.STALE, 0);
    AlarmNow over = AlarmNow.getDefaultInstance();
    assertThat(take("alarm/LINE_LOST", over, true, 0)).as("never begun").isEmpty();
    assertThat(take("alarm/LINE_LOST", high, true, 0))
        .containsExactly(new Notice.Alarmed(PUMP, "LINE_LOST", high, view));
    assertThat(take("alarm/LINE_LOST", high.toBuilder().setWallMs(9).build(), true, 0))
        .as("said again")
        .isEmpty();
    assertThat(take("alarm/LINE_LOST", low, true, 0))
        .containsExactly(new Notice.Alarmed(PUMP, "LINE_LOST", low, view));
    assertThat(take("alarm/LINE_LOST", over, false, 0))
        .containsExactly(new Notice.Alarmed(PUMP, "LINE_LOST", over, view));
    assertThat(take("alarm/LINE_LOST", over, false, 0)).isEmpty();
  }

  private static AlarmNow alarm(String priority) {
    return AlarmNow.newBuilder().setAlarm(Alarm.newBuilder().setPriority(priority)).build();
  }

  @Test
  void somebodyWhoInventsAlarmsFillsNoMemory() {
    for (int i = 0; i < 100; i++) {
      assertThat(take("alarm/A" + i, alarm("LOW"), true, 0)).hasSize(1);
    }
    assertThat(take("alarm/A100", alarm("LOW"), true, 0))
        .containsExactly(
            new Notice.Unreadable(
                "tenuto/v1/ward/pump1/alarm/A100", "more than 100 alarm conditions"));
    assertThat(take("alarm/a/b", alarm("LOW"), true, 0))
        .singleElement()
        .isInstanceOf(Notice.Unreadable.class);
  }

  @Test
  void aTopicOfALaterVersionIsIgnoredAndMakesNoDevice() {
    assertThat(take("command", Live.getDefaultInstance(), false, 0)).isEmpty();
    assertThat(take("live", Live.getDefaultInstance(), false, 0)).hasSize(2);
  }

  @Test
  void aNameLongerThanAnyDevicesIsNone() {
    String topic = "tenuto/v1/ward/" + "x".repeat(65) + "/live";
    ByteString live = Live.getDefaultInstance().toByteString();
    assertThat(watch.take(new Arrival.Message(topic, live, false), 0))
        .containsExactly(new Notice.Unreadable(topic, "not a topic of a device"));
  }

  private List<Notice> hear(String device, String word, boolean retained, long nowNs) {
    ByteString live = Live.getDefaultInstance().toByteString();
    String topic = "tenuto/v1/x/" + device + "/" + word;
    return watch.take(new Arrival.Message(topic, live, retained), nowNs);
  }

  @Test
  void namesThatSomebodyMadeUpKeepNoDeviceOutThatLives() {
    hear("mine", "live", false, 0);
    for (int n = 1; n < 1_000; n++) {
      hear("made-up" + n, n % 2 == 0 ? "last" : "birth", true, 0);
    }
    DeviceName second = new DeviceName("x", "second");
    assertThat(hear("second", "birth", false, S))
        .as("no sign of life")
        .containsExactly(new Notice.TooMany(second, 1_000));
    assertThat(hear("second", "live", true, S))
        .as("a retained one is none")
        .containsExactly(new Notice.TooMany(second, 1_000));
    assertThat(hear("second", "live", false, S))
        .startsWith(new Notice.Forgotten(new DeviceName("x", "made-up1")))
        .hasSize(3);
    assertThat(hear("mine", "live", false, 2 * S)).as("known all the time").hasSize(1);
  }

  @Test
  void theOneSilentForTheLongestGoesAndNoneThatLives() {
    for (int n = 0; n < 1_000; n++) {
      hear("d" + n, "live", false, n == 7 ? 0 : S);
    }
    DeviceName more = new DeviceName("x", "more");
    assertThat(hear("more", "live", false, 9 * S))
        .containsExactly(new Notice.TooMany(more, 1_000));
    assertThat(hear("more", "live", false, 10 * S + S / 2))
        .startsWith(new Notice.Forgotten(new DeviceName("x", "d7")));
    assertThat(hear("yet-more", "live", false, 10 * S + S / 2))
        .containsExactly(new Notice.TooMany(new DeviceName("x", "yet-more"), 1_000));
  }

  @Test
  void noMoreDevicesAreFollowedThanTheMemoryAllows() {
    for (int n = 0; n < 1_100; n++) {
      var live =
          new Arrival.Message(
              "tenuto/v1/x/" + n + "/live", Live.getDefaultInstance().toByteString(), false);
      List<Notice> said = watch.take(live, 0);
      DeviceName name = new DeviceName("x", Integer.toString(n));
      if (n >= 1_000) {
        assertThat(said).containsExactly(new Notice.TooMany(name, 1_000));
      }
    }
    assertThat(watch.tick(4 * S)).hasSize(1_000);
  }
}
