package org.tenuto.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.monitor.Schemas.said;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenuto.monitor.Notice.View;
import org.tenuto.proto.telemetry.Alarm;
import org.tenuto.proto.telemetry.AlarmNow;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Conn;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;

class WatchTest {

  private static final long S = 1_000_000_000L;
  private static final DeviceName PUMP = new DeviceName("ward", "pump1");

  private static final Message LIVE = said(Live.getDefaultInstance());

  private final Watch watch = new Watch();

  private List<Notice> take(String name, Message payload, boolean retained, long nowNs) {
    return take(name, payload.toByteString(), retained, nowNs);
  }

  private List<Notice> take(String name, ByteString payload, boolean retained, long nowNs) {
    String topic = "tenuto/v1/ward/pump1/" + name;
    return watch.take(new Arrival.Message(topic, payload, retained), nowNs);
  }

  @Test
  void aLiveMakesADeviceFreshAndTimeMakesItStale() {
    assertThat(take("live", LIVE, false, 0))
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
    take("conn", said(Conn.newBuilder().setState(Conn.State.ONLINE).build()), true, 0);
    assertThat(take("live", LIVE, true, 0))
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
    AlarmNow none = AlarmNow.getDefaultInstance();
    ByteString over = ByteString.EMPTY;
    assertThat(take("alarm/LINE_LOST", over, true, 0)).as("never begun").isEmpty();
    assertThat(take("alarm/LINE_LOST", high, true, 0))
        .containsExactly(new Notice.Alarmed(PUMP, "LINE_LOST", high, view));
    assertThat(take("alarm/LINE_LOST", high.toBuilder().setWallMs(9).build(), true, 0))
        .as("said again")
        .isEmpty();
    assertThat(take("alarm/LINE_LOST", low, true, 0))
        .containsExactly(new Notice.Alarmed(PUMP, "LINE_LOST", low, view));
    assertThat(take("alarm/LINE_LOST", over, false, 0))
        .containsExactly(new Notice.Alarmed(PUMP, "LINE_LOST", none, view));
    assertThat(take("alarm/LINE_LOST", over, false, 0)).isEmpty();
  }

  private static AlarmNow alarm(String priority) {
    return AlarmNow.newBuilder()
        .setSchema("tenuto.telemetry.v1.AlarmNow")
        .setAlarm(Alarm.newBuilder().setPriority(priority))
        .build();
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
    assertThat(take("command", LIVE, false, 0)).isEmpty();
    assertThat(take("live", LIVE, false, 0)).hasSize(2);
  }

  @Test
  void aNameLongerThanAnyDevicesIsNone() {
    String topic = "tenuto/v1/ward/" + "x".repeat(65) + "/live";
    ByteString live = LIVE.toByteString();
    assertThat(watch.take(new Arrival.Message(topic, live, false), 0))
        .containsExactly(new Notice.Unreadable(topic, "not a topic of a device"));
  }

  private List<Notice> hear(String device, String word, boolean retained, long nowNs) {
    Message message =
        switch (word) {
          case "last" -> said(Last.getDefaultInstance());
          case "birth" -> said(Birth.getDefaultInstance());
          default -> LIVE;
        };
    String topic = "tenuto/v1/x/" + device + "/" + word;
    return watch.take(new Arrival.Message(topic, message.toByteString(), retained), nowNs);
  }

  @Test
  void namesThatSomebodyMadeUpKeepNoDeviceOutThatLives() {
    hear("mine", "live", false, 0);
    for (int n = 1; n < 1_000; n++) {
      hear("made-up" + n, n % 2 == 0 ? "last" : "birth", true, 0);
    }
    DeviceName second = new DeviceName("x", "second");
    assertThat(hear("second", "birth", false, S)).as("no sign of life").isEmpty();
    assertThat(hear("second", "live", true, S)).as("a retained one is none").isEmpty();
    assertThat(watch.tick(S)).containsExactly(new Notice.TooMany(second, 2, 1_000));
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
    assertThat(hear("more", "live", false, 9 * S)).isEmpty();
    assertThat(watch.tick(9 * S))
        .contains(new Notice.TooMany(new DeviceName("x", "more"), 1, 1_000));
    assertThat(hear("more", "live", false, 10 * S + S / 2))
        .startsWith(new Notice.Forgotten(new DeviceName("x", "d7")));
    assertThat(hear("yet-more", "live", false, 10 * S + S / 2)).isEmpty();
    assertThat(watch.tick(10 * S + S / 2))
        .contains(new Notice.TooMany(new DeviceName("x", "yet-more"), 1, 1_000));
  }

  @Test
  void ofTwoThousandDevicesAThousandAreFollowedAndTheRestIsToldInOneLine() {
    for (long second = 0; second < 30; second++) {
      for (int n = 0; n < 2_000; n++) {
        List<Notice> said = hear("d" + n, "live", false, second * S);
        assertThat(said).as("d%d", n).hasSize(n >= 1_000 ? 0 : second == 0 ? 2 : 1);
      }
      assertThat(watch.tick(second * S))
          .containsExactly(new Notice.TooMany(new DeviceName("x", "d1999"), 1_000, 1_000));
    }
    assertThat(watch.tick(34 * S)).hasSize(1_000);
  }

  @Test
  void whatDoesNotSayThatItIsTheTopicsMessageIsUnreadableAndNoSignOfLife() {
    ByteString event = Events.chain(1, 0).getFirst().toByteString();
    for (ByteString garbage :
        List.of(ByteString.EMPTY, Live.getDefaultInstance().toByteString(), event)) {
      for (String topic : List.of("live", "last", "birth", "diag", "conn")) {
        assertThat(take(topic, garbage, false, 0))
            .as(topic)
            .singleElement()
            .isInstanceOf(Notice.Unreadable.class);
      }
    }
    assertThat(take("event", LIVE, false, 0))
        .containsExactly(
            new Notice.Unreadable(
                "tenuto/v1/ward/pump1/event",
                "schema 'tenuto.telemetry.v1.Live': expected tenuto.telemetry.v1.Event"));
    assertThat(watch.tick(0)).as("still stale").isEmpty();
  }
}
