package org.tenuto.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tenuto.monitor.Notice.View;
import org.tenuto.proto.telemetry.Alarm;
import org.tenuto.proto.telemetry.AlarmNow;
import org.tenuto.proto.telemetry.Birth;
import org.tenuto.proto.telemetry.Live;
import org.tenuto.proto.telemetry.ModelInForce;
import org.tenuto.proto.telemetry.OrderFigures;
import org.tenuto.proto.telemetry.PredictedNow;
import org.tenuto.proto.telemetry.Progress;
import org.tenuto.proto.telemetry.Status;

class PrinterTest {

  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
  private static final DeviceName PUMP = new DeviceName("ward", "pump1");

  private static Notice live() {
    Live live =
        Live.newBuilder()
            .setSeq(7)
            .setStatus(
                Status.newBuilder()
                    .setState("INFUSING")
                    .setReason("NONE")
                    .setOrder(
                        OrderFigures.newBuilder().setDrugName("ketAMINE").setVolumeNl(35_000_000))
                    .addAlarms(Alarm.newBuilder().setCondition("NEW \"ONE\"\n").setPriority("LOW")))
            .setProgress(
                Progress.newBuilder()
                    .setRateNlPerH(52_500_000)
                    .setDoseRateNgPerKgPerH(750_000)
                    .setAtLeastNl(12_339_999)
                    .setAtMostNl(12_350_000)
                    .setTimeLeftS(1_510)
                    .setPhase(2)
                    .setPhases(3)
                    .addPredictedNow(
                        PredictedNow.newBuilder()
                            .setModelId("kamp-2020")
                            .setPlasmaPgPerMl(142_300)))
            .build();
    return new Notice.Said(PUMP, "live", false, live, new View(Freshness.FRESH, 2));
  }

  @Test
  void anAlarmIsOneLine() {
    AlarmNow now =
        AlarmNow.newBuilder()
            .setAlarm(
                Alarm.newBuilder().setCondition("LINE_LOST").setPriority("HIGH").setText("a\nb"))
            .build();
    Notice begun = new Notice.Alarmed(PUMP, "LINE_LOST", now, new View(Freshness.FRESH, 0));
    AlarmNow none = AlarmNow.getDefaultInstance();
    Notice over = new Notice.Alarmed(PUMP, "LINE_LOST", none, new View(Freshness.FRESH, 0));
    assertThat(new TextPrinter().line(AT, begun))
        .isEqualTo(
            "03:04:05 ward/pump1 alarm condition: \"LINE_LOST\" priority: \"HIGH\""
                + " text: \"a\\nb\"");
    assertThat(new TextPrinter().line(AT, over))
        .isEqualTo("03:04:05 ward/pump1 alarm LINE_LOST is over");
    assertThat(new JsonPrinter().line(AT, begun)).contains("\"active\":true", "a\\u000ab");
    assertThat(new JsonPrinter().line(AT, over)).contains("\"active\":false");
  }

  @Test
  void peopleReadTheFiguresTogether() {
    assertThat(new TextPrinter().line(AT, live()))
        .startsWith(
            "03:04:05 ward/pump1 FRESH (2 events missing) INFUSING ketAMINE 52.5 mL/h"
                + " 0.75 mg/kg/h 12.33 to 12.35 of 35 mL, 0:25:10 left, phase 2 of 3 [LOW NEW");
  }

  @Test
  void machinesReadNumbersAsNumbersAndEveryField() {
    assertThat(new JsonPrinter().line(AT, live()))
        .startsWith(
            "{\"kind\":\"live\",\"at\":\"2026-01-02T03:04:05Z\",\"site\":\"ward\","
                + "\"device\":\"pump1\",\"freshness\":\"FRESH\",\"events_missing\":2,"
                + "\"retained\":false,\"message\":{\"schema\":\"\",\"wall_ms\":0,\"mono_ns\":0,"
                + "\"seq\":7,\"cycle\":0,\"status\":{\"state\":\"INFUSING\"")
        .contains("\"rate_nl_per_h\":52500000,")
        .contains("\"condition\":\"NEW \\\"ONE\\\"\\u000a\"")
        .endsWith(
            "\"time_left_s\":1510,\"phase\":2,\"phases\":3,\"predicted_now\":["
                + "{\"model_id\":\"kamp-2020\",\"plasma_pg_per_ml\":142300}]}}}");
  }

  @Test
  void machinesReadTheModelsInForce() {
    ModelInForce model =
        ModelInForce.newBuilder().setModelId("kamp-2020").setTitle("Kamp").setVersion(3).build();
    Notice said =
        new Notice.Said(
            PUMP,
            "birth",
            true,
            Birth.newBuilder().addModels(model).build(),
            new View(Freshness.STALE, 0));
    assertThat(new JsonPrinter().line(AT, said))
        .contains("\"models\":[{\"model_id\":\"kamp-2020\",\"title\":\"Kamp\",\"version\":3}]");
  }

  @Test
  void whatIsLeftOutIsOneLineHoweverMuch() {
    Notice more = new Notice.TooMany(PUMP, 1_000, 7);
    assertThat(new TextPrinter().line(AT, more))
        .isEqualTo(
            "03:04:05 1000 messages not shown, the last of ward/pump1: more than 7 devices");
    assertThat(new JsonPrinter().line(AT, more)).contains("\"messages\":1000,\"most\":7");
  }

  @Test
  void absentMessagesAreLeftOutAndEmptyListsAreNot() {
    Notice said =
        new Notice.Said(
            PUMP,
            "live",
            false,
            Live.newBuilder().setStatus(Status.getDefaultInstance()).build(),
            new View(Freshness.STALE, 0));
    assertThat(new JsonPrinter().line(AT, said)).contains("\"alarms\":[]").doesNotContain("order");
  }

  @Test
  void whatMovesATerminalsCursorIsNeverPrinted() {
    Status hostile = Status.newBuilder().setState("A\u001b[2J\nB\u009b1mC\u202eD").build();
    Notice said =
        new Notice.Said(
            PUMP,
            "live",
            false,
            Live.newBuilder().setStatus(hostile).build(),
            new View(Freshness.FRESH, 0));
    assertThat(new TextPrinter().line(AT, said)).endsWith("A\uFFFD[2J\uFFFDB\uFFFD1mC\uFFFDD");
    assertThat(new JsonPrinter().line(AT, said))
        .contains("A\\u001b[2J\\u000aB\\u009b1mC\\u202eD");
  }

  @Test
  void aBrokenBrokerIsSaid() {
    Notice down = new Notice.Broker(false, "Unable to connect");
    assertThat(new TextPrinter().line(AT, down))
        .isEqualTo("03:04:05 broker down: Unable to connect");
    assertThat(new JsonPrinter().line(AT, down)).contains("\"connected\":false");
  }
}
