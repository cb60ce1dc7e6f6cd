package org.tenuto.monitor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenuto.monitor.web.Messages.FRESH;
import static org.tenuto.monitor.web.Messages.S;
import static org.tenuto.monitor.web.Messages.infusing;
import static org.tenuto.monitor.web.Messages.json;
import static org.tenuto.monitor.web.Messages.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tenuto.proto.telemetry.Alarm;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Event;
import org.tenuto.proto.telemetry.EventBody;
import org.tenuto.proto.telemetry.Last;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.ModelInForce;
import org.tenuto.proto.telemetry.Progress;
import org.tenuto.proto.telemetry.StationStarted;
import org.tenuto.proto.telemetry.Status;

class SiteTest {

  private final Site site = new Site("mqtt://127.0.0.1:1883");

  private JsonNode only() {
    return rows(site.since(-1, 0)).getFirst();
  }

  private JsonNode closer() {
    return json(Objects.requireNonNull(site.device("ward", "pump1", 10 * S)));
  }

  @Test
  void theFiguresAreTheDevicesOwnRoundedDown() {
    site.live("ward", "pump1", infusing(42), false, FRESH, 7 * S);
    JsonNode row = only();
    assertThat(row.get("state").asText()).isEqualTo("INFUSING");
    assertThat(row.get("reason").asText()).as("NONE is no reason").isEmpty();
    assertThat(row.get("rate").asText()).isEqualTo("13.95");
    assertThat(row.get("doseRate").asText()).isEqualTo("0.75");
    assertThat(row.get("given").asText()).isEqualTo("1.5 to 1.51");
    assertThat(row.get("total").asText()).isEqualTo("9.3");
    assertThat(row.get("left").asText()).isEqualTo("1:02:05");
    assertThat(row.get("predicted").get(0).toString())
        .isEqualTo("{\"model\":\"domino-1984\",\"plasma\":\"225.9\",\"effect\":\"0\"}");
    assertThat(row.get("heard").asLong()).isEqualTo(7_000);
    assertThat(row.get("word").asLong()).isEqualTo(42);
  }

  @Test
  void withoutAnOrderThereIsNoDoseToShow() {
    Live idle = Live.newBuilder().setStatus(Status.newBuilder().setState("IDLE")).build();
    site.live("ward", "pump1", idle, false, FRESH, 0);
    JsonNode row = only();
    assertThat(row.get("rate").asText()).isEqualTo("0");
    for (String absent : new String[] {"doseRate", "given", "total", "left", "drug", "phase"}) {
      assertThat(row.get(absent).asText()).as(absent).isEmpty();
    }
  }

  @Test
  void onlyWhatChangedIsToldAgain() {
    site.live("ward", "pump1", infusing(1), false, FRESH, 0);
    site.live("ward", "pump2", infusing(1), false, FRESH, 0);
    Site.Change first = site.since(-1, 0);
    assertThat(rows(first)).hasSize(2);
    assertThat(rows(site.since(first.version(), 0))).isEmpty();
    site.trust("ward", "pump2", new Trust("LATE", 0));
    Site.Change second = site.since(first.version(), 0);
    assertThat(rows(second)).singleElement().satisfies(SiteTest::isTheSecondAndLate);
    assertThat(json(first.json()).get("all").asBoolean()).isTrue();
    assertThat(json(second.json()).get("all").asBoolean()).isFalse();
  }

  @Test
  void whoIsFollowedNoLongerIsGoneFromThePage() {
    site.live("ward", "pump1", infusing(1), false, FRESH, 0);
    site.live("ward", "pump2", infusing(1), false, FRESH, 0);
    long before = site.since(-1, 0).version();
    site.forget("ward", "pump1");
    site.live("ward", "pump3", infusing(1), false, FRESH, 0);
    Site.Change change = site.since(before, 0);
    assertThat(json(change.json()).get("all").asBoolean()).isTrue();
    assertThat(rows(change)).extracting(row -> row.get("device").asText())
        .containsExactly("pump2", "pump3");
    assertThat(rows(change)).extracting(row -> row.get("id").asInt()).doesNotHaveDuplicates();
    assertThat(json(site.since(change.version(), 0).json()).get("all").asBoolean()).isFalse();
    assertThat(site.device("ward", "pump1", 0)).isNull();
  }

  private static void isTheSecondAndLate(JsonNode row) {
    assertThat(row.get("device").asText()).isEqualTo("pump2");
    assertThat(row.get("fresh").asText()).isEqualTo("LATE");
  }

  @Test
  void whatTheBrokerKeptIsShownWithoutAnArrivalAndNeverOverSomethingNewer() {
    Trust stale = new Trust("STALE", 0);
    site.last("ward", "pump1", last(100, "INFUSING"), true, stale);
    assertThat(only().get("heard").asLong()).isEqualTo(-1);
    assertThat(only().get("state").asText()).isEqualTo("INFUSING");
    site.last("ward", "pump1", last(99, "IDLE"), true, stale);
    assertThat(only().get("state").asText()).as("older").isEqualTo("INFUSING");
    site.live("ward", "pump1", infusing(50), true, stale, 5 * S);
    assertThat(only().get("heard").asLong()).as("a retained live is no arrival").isEqualTo(-1);
    site.last("ward", "pump1", last(98, "FAULT"), false, stale);
    assertThat(only().get("state").asText()).as("news, its clock went back").isEqualTo("FAULT");
  }

  @Test
  void aClockBefore1970IsNoReasonToShowNothing() {
    Trust stale = new Trust("STALE", 0);
    site.last("ward", "pump1", last(-1_000_000, "INFUSING"), true, stale);
    site.birth("ward", "pump1", Birth.newBuilder().setWallMs(-1).build(), stale);
    assertThat(only().get("state").asText()).isEqualTo("INFUSING");
    assertThat(closer().get("birth").get("wall").asLong()).as("it did say so").isZero();
  }

  private static Last last(long wallMs, String state) {
    Status status = Status.newBuilder().setState(state).build();
    return Last.newBuilder().setWallMs(wallMs).setStatus(status).build();
  }

  @Test
  void anOfflineDeviceKeepsWhatItSaidLast() {
    site.live("ward", "pump1", infusing(1), false, FRESH, 3 * S);
    site.trust("ward", "pump1", new Trust("OFFLINE", 0));
    assertThat(only().get("fresh").asText()).isEqualTo("OFFLINE");
    assertThat(only().get("rate").asText()).isEqualTo("13.95");
    assertThat(only().get("heard").asLong()).isEqualTo(3_000);
  }

  @Test
  void theModelsOfADeviceStandWithTheirVersions() {
    ModelInForce model =
        ModelInForce.newBuilder()
            .setModelId("domino-1984")
            .setTitle("Domino 1984 (ketAMINE)")
            .setVersion(2)
            .build();
    site.birth("ward", "pump1", Birth.newBuilder().addModels(model).build(), FRESH);
    assertThat(closer().get("birth").get("models").toString())
        .isEqualTo("[\"Domino 1984 (ketAMINE), domino-1984 version 2\"]");
    site.birth("ward", "pump1", Birth.getDefaultInstance(), FRESH);
    assertThat(closer().get("birth").get("models")).as("an older device").isEmpty();
  }

  @Test
  void hostileTextIsCutAndMarkedWhereverItComesFrom() {
    String hostile = "\u202e<img src=x onerror=alert(1)>\u001b[2J" + "x".repeat(1_000);
    Status.Builder status =
        Status.newBuilder().setState(hostile).setReason(hostile).setPumpState(hostile);
    for (int i = 0; i < 1_000; i++) {
      status.addAlarms(
          Alarm.newBuilder().setPriority(hostile).setCondition(hostile).setText(hostile));
    }
    Progress.Builder progress = Messages.progress(0);
    for (int i = 0; i < 1_000; i++) {
      progress.addPredictedNow(progress.getPredictedNow(0).toBuilder().setModelId(hostile + i));
    }
    Birth.Builder birth = Birth.newBuilder().setBuild(hostile).setPumpModel(hostile);
    for (int i = 0; i < 1_000; i++) {
      birth.addMonitored(hostile);
      birth.addModels(ModelInForce.newBuilder().setModelId(hostile).setTitle(hostile));
    }
    Live live = Live.newBuilder().setStatus(status).setProgress(progress).build();
    site.live("a\u202eb", "c\u001bd", live, false, FRESH, 0);
    site.birth("a\u202eb", "c\u001bd", birth.build(), FRESH);
    String all = site.since(-1, 0).json() + site.device("a\u202eb", "c\u001bd", 0);
    assertThat(all).hasSizeLessThan(40_000).doesNotContain("\u202e", "\u001b", "\\u001b");
    JsonNode row = only();
    assertThat(row.get("site").asText()).isEqualTo("a\uFFFDb");
    assertThat(row.get("path").asText()).isEqualTo("site=a%E2%80%AEb&device=c%1Bd");
    assertThat(row.get("state").asText()).hasSize(65).startsWith("\uFFFD<img src=x");
    assertThat(row.get("alarms")).hasSize(12);
    assertThat(row.get("moreAlarms").asInt()).isEqualTo(988);
    assertThat(row.get("predicted")).hasSize(4);
  }

  @Test
  void theTrailIsNewestFirstBoundedAndSaysWhatIsMissing() {
    for (int seq = 1; seq <= 150; seq++) {
      boolean gap = seq == 150;
      site.event("ward", "pump1", event(seq), gap ? "AFTER_GAP" : "NEXT", gap ? 7 : 0, FRESH);
    }
    site.event("ward", "pump1", event(151), "BROKEN", 0, new Trust("FRESH", 7));
    JsonNode events = closer().get("events");
    assertThat(events).hasSize(100);
    assertThat(events.get(0).get("place").asText()).isEqualTo("BROKEN");
    assertThat(events.get(1).get("missing").asLong()).isEqualTo(7);
    assertThat(events.get(1).get("seq").asLong()).isEqualTo(150);
    assertThat(events.get(1).get("what").asText()).isEqualTo("station_started build: \"b150\"");
    assertThat(only().get("missing").asLong()).isEqualTo(7);
    assertThat(only().get("odd").asLong()).isEqualTo(1);
  }

  private static Event event(int seq) {
    return Event.newBuilder()
        .setWireSeq(seq)
        .setBody(
            EventBody.newBuilder()
                .setState("IDLE")
                .setStationStarted(StationStarted.newBuilder().setBuild("b" + seq)))
        .build();
  }

  @Test
  void whatIsLeftOutIsCounted() {
    site.tooMany(1);
    site.unreadable();
    site.overrun(5);
    site.broker(false, "Connection\nrefused");
    JsonNode message = json(site.since(-1, 9 * S).json());
    assertThat(message.get("tooMany").asLong()).isEqualTo(1);
    assertThat(message.get("unreadable").asLong()).isEqualTo(1);
    assertThat(message.get("overrun").asLong()).isEqualTo(5);
    assertThat(message.get("connected").asBoolean()).isFalse();
    assertThat(message.get("problem").asText()).isEqualTo("Connection\uFFFDrefused");
    assertThat(message.get("now").asLong()).isEqualTo(9_000);
  }

  @Test
  void aDeviceNobodyHeardOfIsNone() {
    assertThat(site.device("ward", "pump1", 0)).isNull();
  }
}
