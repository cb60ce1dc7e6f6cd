package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.dose.DoseUnit;
import org.tenuto.dose.OrderPhase;
import org.tenuto.dose.Patient;
import org.tenuto.dose.PhaseKind;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.Sex;
import org.tenuto.dose.WeightBasis;
import org.tenuto.web.DeviceClient.Answer;

/** What an order may say beyond the usual: taken exactly, or refused by field. */
class OrderReaderTest {

  private static final String PHASE =
      "{\"kind\":\"BOLUS\",\"unit\":\"MG_PER_KG\",\"amount\":\"0.11\",\"durationS\":120}";
  private static final String DOSE =
      "{\"drugId\":\"KETAMINE\",\"mg\":\"35.5\",\"endedAgoMin\":239,\"durationMin\":40}";

  private final ScriptedDesk desk = new ScriptedDesk(1);
  private DeviceServer server;
  private DeviceClient client;

  @BeforeEach
  void serve() throws Exception {
    server = DeviceServer.start(0, desk);
    client = new DeviceClient(server);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private Answer propose(String more) throws Exception {
    return client.post(
        "/api/propose", DeviceClient.ORDER.replaceFirst("}$", ",") + more + "}");
  }

  private OrderEntry taken(String more) throws Exception {
    Answer answer = propose(more);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    OrderEntry entry = desk.proposed;
    assertThat(entry).isNotNull();
    return java.util.Objects.requireNonNull(entry);
  }

  @Test
  void everythingIsTakenExactly() throws Exception {
    OrderEntry entry =
        taken(
            "\"heightMm\":1725,\"sex\":\"FEMALE\",\"weightBasis\":\"ADJUSTED\",\"phases\":["
                + PHASE
                + ",{\"kind\":\"MAINTENANCE\",\"unit\":\"MCG_PER_KG_PER_MIN\",\"amount\":\"5\","
                + "\"durationS\":3600}],\"intensiveMonitoring\":true,\"newPatient\":true,"
                + "\"declaredDoses\":["
                + DOSE
                + ","
                + DOSE.replace("239", "240")
                + "]");
    assertThat(entry.patient()).isEqualTo(new Patient(70_000, 1_725, Sex.FEMALE, 0));
    assertThat(entry.weightBasis()).isEqualTo(WeightBasis.ADJUSTED);
    assertThat(entry.phases())
        .containsExactly(
            new OrderPhase(PhaseKind.BOLUS, DoseUnit.MG_PER_KG, 110_000, 120),
            new OrderPhase(PhaseKind.MAINTENANCE, DoseUnit.MCG_PER_KG_PER_MIN, 5_000, 3_600));
    assertThat(entry.intensiveMonitoring()).isTrue();
    assertThat(entry.newPatient()).isTrue();
    assertThat(entry.declaredDoses())
        .containsExactly(
            new PriorDose("KETAMINE", 35_500_000, 2_400, 14_340, true, true),
            new PriorDose("KETAMINE", 35_500_000, 2_400, 14_400, false, true));
  }

  @Test
  void whatIsNotSentIsTheCautiousOne() throws Exception {
    OrderEntry entry = taken("\"declaredDoses\":[]");
    assertThat(entry.newPatient()).isFalse();
    assertThat(entry.intensiveMonitoring()).isFalse();
    assertThat(entry.declaredDoses()).isEmpty();
    assertThat(entry.weightBasis()).isEqualTo(WeightBasis.ACTUAL);
  }

  @Test
  void aProtocolOfSeveralPhasesIsItsOwnProgram() throws Exception {
    client.post("/api/propose", DeviceClient.ORDER.replace("DEP-RACEMIC-40", "CRPS-STEPS"));
    assertThat(java.util.Objects.requireNonNull(desk.proposed).phases())
        .isEqualTo(TestCatalogue.STEPS);
  }

  @Test
  void asManyAsAllowedAndNoMore() throws Exception {
    String eight = String.join(",", java.util.Collections.nCopies(8, PHASE));
    assertThat(taken("\"phases\":[" + eight + "]").phases()).hasSize(8);
    requireRefused("\"phases\":[" + eight + "," + PHASE + "]", "phases", "NOT_A_LIST");
    String doses = String.join(",", java.util.Collections.nCopies(8, DOSE));
    assertThat(taken("\"declaredDoses\":[" + doses + "]").declaredDoses()).hasSize(8);
    requireRefused(
        "\"declaredDoses\":[" + doses + "," + DOSE + "]", "declaredDoses", "NOT_A_LIST");
  }

  private void requireRefused(String more, String field, String code) throws Exception {
    desk.proposed = null;
    Answer answer = propose(more);
    assertThat(answer.status()).as(more).isEqualTo(400);
    assertThat(answer.text("/error/field")).as(more).isEqualTo(field);
    assertThat(answer.text("/error/code")).as(more).isEqualTo(code);
    assertThat(answer.text("/error/text")).contains("expected").doesNotContain("\n");
    assertThat(desk.proposed).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "heightMm":0                       | heightMm            | NOT_A_WHOLE_NUMBER
          "heightMm":-1700                   | heightMm            | NOT_A_WHOLE_NUMBER
          "heightMm":10000                   | heightMm            | NOT_A_WHOLE_NUMBER
          "heightMm":1700.5                  | heightMm            | NOT_A_WHOLE_NUMBER
          "heightMm":1e3                     | heightMm            | NOT_A_WHOLE_NUMBER
          "heightMm":99999999999999999999    | heightMm            | NOT_A_WHOLE_NUMBER
          "heightMm":"1700"                  | heightMm            | NOT_A_WHOLE_NUMBER
          "heightMm":null                    | heightMm            | NOT_A_WHOLE_NUMBER
          "sex":"NOT_GIVEN"                  | sex                 | NAME_UNKNOWN
          "sex":"female"                     | sex                 | NAME_UNKNOWN
          "sex":1                            | sex                 | NOT_A_STRING
          "weightBasis":"BY_EYE"             | weightBasis         | NAME_UNKNOWN
          "phases":[]                        | phases              | NOT_A_LIST
          "phases":{}                        | phases              | NOT_A_LIST
          "phases":["0.5"]                   | phases              | NOT_A_LIST
          "phases":[{}]                      | phases              | NOT_A_STRING
          "intensiveMonitoring":"true"       | intensiveMonitoring | NOT_A_BOOLEAN
          "newPatient":1                     | newPatient          | NOT_A_BOOLEAN
          "newPatient":null                  | newPatient          | NOT_A_BOOLEAN
          "declaredDoses":null               | declaredDoses       | NOT_A_LIST
          "overrides":[]                     | ''                  | UNKNOWN_FIELD
          "secondStaffId":"rn-2"             | ''                  | UNKNOWN_FIELD
          "staffId":"rn-2"                   | ''                  | UNKNOWN_FIELD
          """)
  void whatIsNoneIsRefusedByField(String more, String field, String code) throws Exception {
    requireRefused(more, field.equals("''") ? "" : field, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "BOLUS"        | "BOLUSES"      | NAME_UNKNOWN
          "MG_PER_KG"    | "MG"           | NAME_UNKNOWN
          "0.11"         | ".11"          | NOT_A_NUMBER
          "0.11"         | "0"            | NOT_A_NUMBER
          "0.11"         | "-1"           | NOT_A_NUMBER
          "0.11"         | "0.1111"       | NOT_A_NUMBER
          "0.11"         | "0.11 mg/kg"   | NOT_A_NUMBER
          "0.11"         | 0.11           | NOT_A_STRING
          :120           | :0             | NOT_A_WHOLE_NUMBER
          :120           | :36000001      | NOT_A_WHOLE_NUMBER
          :120           | :120,"x":1     | UNKNOWN_FIELD
          """)
  void aPhaseThatIsNoneIsRefused(String from, String to, String code) throws Exception {
    requireRefused("\"phases\":[" + PHASE.replace(from, to) + "]", "phases", code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "KETAMINE"     | "KETCHUP"      | DRUG_UNKNOWN
          "35.5"         | "0"            | NOT_A_NUMBER
          "35.5"         | "-1"           | NOT_A_NUMBER
          :239           | :1441          | NOT_A_WHOLE_NUMBER
          :239           | :-1            | NOT_A_WHOLE_NUMBER
          :40            | :1441          | NOT_A_WHOLE_NUMBER
          """)
  void aDeclaredDoseThatIsNoneIsRefused(String from, String to, String code) throws Exception {
    requireRefused(
        "\"declaredDoses\":[" + DOSE.replace(from, to) + "]", "declaredDoses", code);
  }

  @Test
  void theReadBackShowsEveryPhaseTheWeightDosedByAndThePredictionsByName() throws Exception {
    Answer answer =
        client.post(
            "/api/propose",
            DeviceClient.ORDER
                .replace("DEP-RACEMIC-40", "CRPS-STEPS")
                .replaceFirst("}$", ",\"weightBasis\":\"IDEAL\"}"));
    assertThat(answer.body().at("/readBack/phases").size()).isEqualTo(3);
    assertThat(answer.text("/readBack/phases/0/ordered")).isEqualTo("0.11 mg/kg over 2 min");
    assertThat(answer.text("/readBack/phases/1/orderedAmount")).isEqualTo("0.3 mg/kg/h");
    assertThat(answer.text("/readBack/phases/1/kindText")).isEqualTo("Infusion");
    assertThat(answer.text("/readBack/phases/2/pumpRate")).isEqualTo("10.50MH");
    assertThat(answer.text("/readBack/dosingWeight")).isEqualTo("56 kg");
    assertThat(answer.text("/readBack/weight")).isEqualTo("70 kg");
    assertThat(answer.text("/readBack/weightBasisText")).isEqualTo("ideal weight (Devine)");
    assertThat(answer.body().at("/readBack/dosingWeightDiffers").booleanValue()).isTrue();
    assertThat(answer.text("/readBack/predictions/0/name")).isEqualTo("Domino 1984 (ketAMINE)");
    assertThat(answer.text("/readBack/predictions/0/judged")).isEqualTo("187.3 ng/mL");
    assertThat(answer.text("/readBack/pumpRate")).isEmpty();
  }

  @Test
  void theCatalogueSaysWhatCanBeTypedAndWhatIsFixed() throws Exception {
    Answer answer = client.get("/api/catalogue");
    assertThat(answer.body().at("/drugs/0/protocols/0/editable").booleanValue()).isTrue();
    assertThat(answer.text("/drugs/0/protocols/0/doseLimits/hardMax")).isEqualTo("1");
    assertThat(answer.text("/drugs/0/protocols/0/timeLimits/hardMin")).isEqualTo("20");
    assertThat(answer.body().at("/drugs/0/protocols/3/editable").booleanValue()).isFalse();
    assertThat(answer.text("/drugs/0/protocols/3/phases/1/text"))
        .isEqualTo("0.3 mg/kg/h for 120 min");
    assertThat(answer.text("/drugs/0/ceiling/hard")).isEqualTo("500 ng/mL");
    assertThat(answer.text("/drugs/0/attestationAbove/text")).isEqualTo("1 mg/kg/h");
  }

  @Test
  void theLiveMessageSaysWhatWasGivenBeforeThePhaseAndThePredictions() throws Exception {
    assertThat(client.get("/api/status").body().has("recentDose")).isFalse();
    desk.recentDose = new LiveView.RecentDose(35_000_001, 7_559);
    client.post("/api/propose", DeviceClient.ORDER.replace("DEP-RACEMIC-40", "CRPS-STEPS"));
    Answer answer = client.get("/api/status");
    assertThat(answer.text("/recentDose/text")).isEqualTo("35.01 mg");
    assertThat(answer.text("/recentDose/endedAgo")).isEqualTo("2 h 5 min");
    assertThat(answer.body().at("/delivery/phase").asInt()).isEqualTo(1);
    assertThat(answer.body().at("/delivery/phases").asInt()).isEqualTo(3);
    assertThat(answer.text("/delivery/predictedNow/1/model")).isEqualTo("kamp-2020");
    assertThat(answer.text("/delivery/predictedNow/1/plasma")).isEqualTo("120.9 ng/mL");
    assertThat(List.of(answer.text("/delivery/predictedNow/1/effect")))
        .containsExactly("118.5 ng/mL");
  }
}
