package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.library.ShippedLibrary;
import org.tenuto.observation.Measure;
import org.tenuto.observation.Observations;
import org.tenuto.observation.Reading;
import org.tenuto.observation.Source;
import org.tenuto.observation.Thresholds;
import org.tenuto.web.DeviceClient.Answer;

/** What staff observe, as the page sends it and as it is shown. */
class ObservationRoutesTest {

  private static final String EMPTY =
      "\"systolic\":\"\",\"diastolic\":\"\",\"heartRate\":\"\",\"spo2\":\"\","
          + "\"respiration\":\"\",\"temperature\":\"\",\"source\":\"MANUAL\",\"corrects\":\"\","
          + "\"reason\":\"\"";

  private static final long MIN_NS = 60_000_000_000L;

  private final ScriptedDesk desk = new ScriptedDesk(1);
  private DeviceServer server;
  private DeviceClient client;

  @BeforeEach
  void serve() throws Exception {
    server = DeviceServer.start(0, desk);
    client = new DeviceClient(server);
  }

  @AfterEach
  void end() throws Exception {
    client.close();
    server.close();
  }

  private static String set(String... fields) {
    String body = EMPTY;
    for (int i = 0; i < fields.length; i += 2) {
      body =
          body.replaceFirst(
              "\"" + fields[i] + "\":\"[^\"]*\"", "\"" + fields[i] + "\":\"" + fields[i + 1] + "\"");
    }
    return "{" + body + "}";
  }

  private Answer vitals(String... fields) throws Exception {
    return client.post("/api/session/vital-signs", set(fields));
  }

  @Test
  void aSetOfVitalSignsIsTakenAsItWasTyped() throws Exception {
    Answer answer =
        vitals(
            "systolic", "142", "diastolic", "88", "heartRate", "77", "spo2", "NOT_MEASURABLE",
            "temperature", "36.5");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/text")).isEqualTo("Reading 1 recorded.");
    assertThat(desk.readings)
        .containsExactly(
            new ReadingEntry(
                Map.of(
                    Measure.SYSTOLIC, 142,
                    Measure.DIASTOLIC, 88,
                    Measure.HEART_RATE, 77,
                    Measure.TEMPERATURE, 365),
                Set.of(Measure.SPO2),
                "",
                Source.MANUAL,
                0));
  }

  @ParameterizedTest
  @CsvSource({
    "systolic, 1e2, 40 to 280 mmHg",
    "systolic, 120.5, 40 to 280 mmHg",
    "heartRate, 077, 20 to 300 /min",
    "spo2, ninety, 40 to 100 %",
    "spo2, ' 97', 40 to 100 %",
    "respiration, 99999, 0 to 60 /min",
    "temperature, 36.55, 30.0 to 43.0",
    "temperature, '36,5', 30.0 to 43.0",
    "source, TELEPATHY, 'one of MANUAL, DEVICE'",
    "corrects, 0, from 1",
    "corrects, -1, from 1",
  })
  void aSlipIsNamedWithItsFieldAndWhatWasExpected(String field, String typed, String expected)
      throws Exception {
    Answer answer = vitals(field, typed);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/error/field")).isEqualTo(field);
    assertThat(answer.text("/error/text")).contains(typed).contains(expected);
    assertThat(desk.readings).isEmpty();
  }

  @Test
  void everyFieldIsAskedForAndNoOther() throws Exception {
    assertThat(client.post("/api/session/vital-signs", "{}").text("/error/field"))
        .isEqualTo("systolic");
    assertThat(client.post("/api/session/vital-signs", "{\"pulse\":\"7\"," + EMPTY + "}").status())
        .isEqualTo(400);
    assertThat(client.post("/api/session/vital-signs", "[]").status()).isEqualTo(400);
  }

  @Test
  void aScaleIsAScoreAndNothingElseIsAScale() throws Exception {
    String moaas = "{\"scale\":\"MOAA_S\",\"score\":\"5\",\"corrects\":\"3\","
        + "\"reason\":\" misread \"}";
    assertThat(client.post("/api/session/scale", moaas).status()).isEqualTo(200);
    assertThat(desk.readings.getFirst())
        .isEqualTo(
            new ReadingEntry(
                Map.of(Measure.MOAA_S, 5), Set.of(), "misread", Source.MANUAL, 3));
    String rass = "{\"scale\":\"RASS\",\"score\":\"-5\",\"corrects\":\"\",\"reason\":\"\"}";
    assertThat(client.post("/api/session/scale", rass).status()).isEqualTo(200);
    String sign = "{\"scale\":\"SPO2\",\"score\":\"97\",\"corrects\":\"\",\"reason\":\"\"}";
    assertThat(client.post("/api/session/scale", sign).text("/error/field")).isEqualTo("scale");
  }

  @Test
  void whatCanNotBeMeasuredTakesBothPressures() throws Exception {
    String cuff = "{\"measure\":\"DIASTOLIC\",\"reason\":\"cuff off\",\"corrects\":\"\"}";
    assertThat(client.post("/api/session/not-measured", cuff).status()).isEqualTo(200);
    assertThat(desk.readings.getFirst().unknown())
        .containsExactlyInAnyOrder(Measure.SYSTOLIC, Measure.DIASTOLIC);
    assertThat(desk.readings.getFirst().reason()).isEqualTo("cuff off");
    String lines = cuff.replace("cuff off", "a\\nb");
    assertThat(client.post("/api/session/not-measured", lines).text("/error/field"))
        .isEqualTo("reason");
    String novel = cuff.replace("cuff off", "x".repeat(201));
    assertThat(client.post("/api/session/not-measured", novel).status()).isEqualTo(400);
  }

  @Test
  void aReadingIsMadeVoidByItsNumberWithAReason() throws Exception {
    String slip = "{\"reading\":\"4\",\"reason\":\"another patient's\"}";
    assertThat(client.post("/api/session/void-reading", slip).status()).isEqualTo(200);
    assertThat(desk.readings)
        .containsExactly(
            new ReadingEntry(Map.of(), Set.of(), "another patient's", Source.MANUAL, 4));
    for (String wrong : List.of("0", "", "-4", "four")) {
      String body = slip.replace("\"4\"", quoted(wrong));
      Answer answer = client.post("/api/session/void-reading", body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("/error/field")).isEqualTo("reading");
    }
    assertThat(client.post("/api/session/void-reading", "{\"reading\":\"4\"}").text("/error/field"))
        .isEqualTo("reason");
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  @Test
  void allReadingsOfTheSessionAreToldAndWhatBecameOfThem() throws Exception {
    assertThat(client.get("/api/readings").body().at("/readings").isEmpty()).isTrue();
    Observations seen =
        Observations.NONE
            .with(reading(1, MIN_NS, Map.of(Measure.SPO2, 79), Set.of(Measure.HEART_RATE)))
            .with(instead(2, 1, Map.of(Measure.SPO2, 97), Set.of(Measure.HEART_RATE)))
            .with(reading(3, 2 * MIN_NS, Map.of(Measure.TEMPERATURE, 365), Set.of()))
            .with(instead(4, 3, Map.of(), Set.of()));
    desk.observation = new ObservationView(seen, shipped(), false, 4 * MIN_NS);

    Answer answer = client.get("/api/readings");

    assertThat(answer.body().at("/readings").findValuesAsText("reading"))
        .as("newest first, a void is none")
        .containsExactly("3", "2", "1");
    assertThat(answer.text("/readings/0/stands")).isEqualTo("false");
    assertThat(answer.text("/readings/0/instead")).isEmpty();
    assertThat(answer.text("/readings/0/values/0/value")).isEqualTo("36.5");
    assertThat(answer.text("/readings/1/stands")).isEqualTo("true");
    assertThat(answer.text("/readings/1/ageS")).as("of the one it corrects").isEqualTo("180");
    assertThat(answer.text("/readings/2/instead")).isEqualTo("2");
    assertThat(answer.text("/readings/2/why")).isEqualTo("misread");
    assertThat(answer.text("/readings/2/by")).isEqualTo("rn-1");
    assertThat(answer.text("/readings/2/values/0/id")).isEqualTo("HEART_RATE");
    assertThat(answer.text("/readings/2/values/0/known")).isEqualTo("false");
    assertThat(answer.text("/readings/2/values/1/value")).isEqualTo("79");
  }

  private static Reading instead(
      long number, long corrects, Map<Measure, Integer> values, Set<Measure> unknown) {
    return new Reading(
        number, corrects, values, unknown, "misread", Source.MANUAL, "rn-2", 3 * MIN_NS);
  }

  @Test
  void adviceThatIsNotThereCanNotBeTakenNoteOf() throws Exception {
    String note = "{\"reading\":\"1\",\"level\":\"PAUSE\",\"action\":\"CALLED\"}";
    Answer answer = client.post("/api/session/advice-noted", note);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/error/code")).isEqualTo("NO_SUCH_ADVICE");
    assertThat(
            client.post("/api/session/advice-noted", note.replace("CALLED", "LEFT")).status())
        .isEqualTo(400);
  }

  @Test
  void theLiveMessageSaysWhatIsDueLateAdvisedAndLast() throws Exception {
    Observations seen =
        Observations.NONE
            .underWay(true, 0)
            .with(reading(1, 4 * MIN_NS, Map.of(Measure.SPO2, 91), Set.of()))
            .with(reading(2, 5 * MIN_NS, Map.of(), Set.of(Measure.HEART_RATE)));
    desk.observation = new ObservationView(seen, shipped(), true, 8 * MIN_NS + 1);

    Answer live = client.get("/api/status");

    assertThat(live.text("/session/observation/due/0/text")).isEqualTo("Vital signs, 5 min");
    assertThat(live.body().at("/session/observation/due/0/inS").longValue()).isEqualTo(-180);
    assertThat(live.text("/session/observation/due/0/lateness")).isEqualTo("PROMPT");
    assertThat(live.body().at("/session/observation/due/1/inS").longValue()).isEqualTo(120);
    assertThat(live.body().at("/session/observation/advice").findValuesAsText("text"))
        .containsExactly(
            "Heart rate not measurable, unknown is not normal: pause?",
            "SpO2 91 %, below 92 %: pause?");
    assertThat(live.text("/session/observation/last/0/text")).isEqualTo("not measurable");
    assertThat(live.text("/session/observation/last/1/text")).isEqualTo("91 %");
    assertThat(live.body().at("/session/observation/last/1/ageS").longValue()).isEqualTo(240);
    assertThat(live.body().at("/session/observation/trends/0/points/0/1").isNull()).isTrue();
    assertThat(live.body().at("/session/observation/autoPause").booleanValue()).isTrue();
  }

  @Test
  void aDeviceThatObservesNothingSaysNothingOfIt() throws Exception {
    assertThat(client.get("/api/status").body().at("/session/observation").isMissingNode())
        .isTrue();
  }

  @Test
  void thePageIsToldWhatCanBeEntered() throws Exception {
    Answer answer = client.get("/api/measures");
    assertThat(answer.text("/measures/5/lowest")).isEqualTo("30.0");
    assertThat(answer.body().at("/measures").size()).isEqualTo(Measure.values().length);
    assertThat(List.of("SYSTOLIC", "PCL_5"))
        .contains(answer.text("/measures/0/id"), answer.text("/measures/17/id"));
  }

  private static Thresholds shipped() {
    return Thresholds.load(ShippedLibrary.observation(), ShippedLibrary.trustedKeys(), false);
  }

  private static Reading reading(
      long number, long atNs, Map<Measure, Integer> values, Set<Measure> unknown) {
    return new Reading(number, 0, values, unknown, "", Source.MANUAL, "rn-1", atNs);
  }
}
