package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.session.DoseRoute;
import org.tenuto.session.DrugBalance;
import org.tenuto.session.SessionFact;
import org.tenuto.web.DeviceClient.Answer;

/** What staff enter of a session, as the page sends it, and who else has to stand for it. */
class SessionRoutesTest {

  private static final String BALANCE =
      "'concentration':'1','drawn':'12.5','residual':'5','waste':'1','line':'1.5','flush':'1',"
          + "'flushRate':'60','reason':' spilled '";
  private static final String DOSE =
      "'drug':'KETAMINE','mg':'2.5','route':'NASAL','minutesAgo':'10'";
  private static final String TAKEN = "'item':'bladder','value':'YES','reason':'mild'";

  private final ScriptedDesk desk = new ScriptedDesk(1);
  private DeviceServer server;
  private DeviceClient client;

  @BeforeEach
  void serve() throws Exception {
    server = DeviceServer.start(0, desk);
    client = new DeviceClient(server);
    enter("begin", "'patient':'SAME'");
    desk.therapy.entered.clear();
  }

  @AfterEach
  void end() {
    client.close();
    server.close();
  }

  private Answer enter(String fact, String fields) throws Exception {
    return client.post("/api/session/" + fact, "{" + fields.replace('\'', '"') + "}");
  }

  private static String by(String field, String id, String pin) {
    return ",'%s':'%s','pin':'%s'".formatted(field, id, pin);
  }

  private void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("/error/code")).isEqualTo(code);
    assertThat(answer.text("/error/text")).isNotBlank().doesNotContain("\n");
    assertThat(desk.therapy.entered).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "begin | 'patient':'NEW','reason':' as prescribed '"
            + " | Begun[sessionId=, newPatient=true, reason=as prescribed]",
        "answer | 'item':'consent','value':'DONE'"
            + " | Answered[itemId=consent, value=DONE, reason=, prescriberId=]",
        "weight | 'weight':'70.5' | Weighed[weightG=70500]",
        "loading | 'item':'purged','syringe':'BD-PLASTIPAK-50','concentration':'2'"
            + " | Loaded[itemId=purged, syringeId=BD-PLASTIPAK-50, concentrationNgPerMl=2000000]",
        "note | 'text':' calm ' | Noted[text=calm]",
        "end | 'reason':'went home' | Ended[notDone=[], reason=went home]"
      })
  void whatWasEnteredGoesOnRecordAsItWasTyped(String fact, String fields, String expected)
      throws Exception {
    Answer answer = enter(fact, fields);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/text")).isEqualTo("Recorded.");
    assertThat(desk.therapy.entered).extracting(Object::toString).containsExactly(expected);
    assertThat(desk.asker).isEqualTo("rn-1");
    assertThat(desk.therapy.witness).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "begin | 'patient':'OTHER' | patient",
        "begin | 'patient':'SAME','session':'7' | \"\"",
        "answer | 'item':'consent' | value",
        "answer | 'item':'consent','value':7 | value",
        "answer | 'item':'consent','value':'DO\\u0007NE' | value",
        "weight | 'weight':'1200' | weight",
        "weight | 'weight':'70,5' | weight",
        "loading | 'item':'loaded','syringe':'NONE','concentration':'1' | syringe",
        "loading | 'item':'loaded','syringe':'BD-PLASTIPAK-50','concentration':'0'"
            + " | concentration",
        "note | 'text':7 | text"
      })
  void whatIsNoSuchFactIsRefusedByItsField(String fact, String fields, String field)
      throws Exception {
    Answer answer = enter(fact, fields);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/error/field")).isEqualTo(field);
    assertThat(answer.text("/error/text")).isNotBlank().doesNotContain("\n");
    assertThat(desk.therapy.entered).isEmpty();
  }

  @Test
  void aReasonIsNoBook() throws Exception {
    assertThat(enter("end", "'reason':'" + "x".repeat(200) + "'").status()).isEqualTo(200);
    desk.therapy.entered.clear();
    refused(enter("end", "'reason':'" + "x".repeat(201) + "'"), 400, "NOT_WORDS");
  }

  @Test
  void aDoseByHandIsWitnessed() throws Exception {
    assertThat(enter("by-hand", DOSE + by("second", "rn-2", ScriptedStaff.PIN)).status())
        .isEqualTo(200);
    assertThat(desk.therapy.witness).isEqualTo("rn-2");
    assertThat(desk.therapy.entered)
        .singleElement()
        .isInstanceOfSatisfying(
            SessionFact.GivenByHand.class,
            dose -> {
              assertThat(dose.ng()).isEqualTo(2_500_000);
              assertThat(dose.route()).isEqualTo(DoseRoute.NASAL);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "'mg':'2.5', 'mg':'0', mg",
    "'drug':'KETAMINE', 'drug':'TEA', drug",
    "'route':'NASAL', 'route':'EAR', route",
    "'minutesAgo':'10', 'minutesAgo':'0.5', minutesAgo",
    "'minutesAgo':'10', 'minutesAgo':'1441', minutesAgo"
  })
  void aDoseByHandThatIsNoneIsRefused(String right, String wrong, String field) throws Exception {
    Answer answer =
        enter("by-hand", DOSE.replace(right, wrong) + by("second", "rn-2", ScriptedStaff.PIN));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/error/field")).isEqualTo(field);
    assertThat(desk.therapy.entered).isEmpty();
  }

  @Test
  void aBalanceIsWitnessedAndAFlushHasARate() throws Exception {
    String second = by("second", "rn-2", ScriptedStaff.PIN);
    refused(enter("balance", BALANCE.replace("'60'", "'0'") + second), 400, "NO_FLUSH_RATE");
    refused(
        enter("balance", BALANCE.replace("'flush':'1'", "'flush':'0'") + second),
        400,
        "NO_FLUSH_RATE");
    refused(enter("balance", BALANCE.replace("'12.5'", "'0'") + second), 400, "NOT_A_NUMBER");

    assertThat(enter("balance", BALANCE + second).status()).isEqualTo(200);
    assertThat(desk.therapy.entered)
        .containsExactly(
            new SessionFact.Balanced(
                "",
                new DrugBalance(
                    1_000_000, 12_500_000, 5_000_000, 1_000_000, 1_500_000, 1_000_000, 60_000_000,
                    "spilled")));
    assertThat(desk.therapy.witness).isEqualTo("rn-2");
  }

  @Test
  void whoWitnessesGivesTheirOwnPin() throws Exception {
    refused(enter("by-hand", DOSE), 400, "NOT_A_STRING");
    refused(enter("by-hand", DOSE + ",'second':'rn-2'"), 400, "NOT_A_STRING");
    refused(enter("by-hand", DOSE + by("second", "rn 2", ScriptedStaff.PIN)), 400, "NOT_AN_ID");
    refused(enter("by-hand", DOSE + by("second", "rn-2", "13579")), 400, "NOT_A_PIN");
    refused(enter("by-hand", DOSE + by("second", "rn-2", "999000")), 401, "WRONG_PIN");
    refused(enter("by-hand", DOSE + by("second", "tech-1", ScriptedStaff.PIN)), 403, "NOT_ALLOWED");
  }

  @Test
  void wrongPinsOfAWitnessLockThemOutAsEverywhere() throws Exception {
    for (int i = 0; i < ScriptedStaff.TRIES; i++) {
      Answer answer = enter("by-hand", DOSE + by("second", "rn-2", "999000"));
      refused(answer, 401, "WRONG_PIN");
      assertThat(answer.text("/error/field")).isEqualTo("pin");
    }
    refused(enter("by-hand", DOSE + by("second", "rn-2", ScriptedStaff.PIN)), 429, "LOCKED");
    assertThat(desk.staff.refusals()).contains("WRONG_PIN", "LOCKED");
  }

  @Test
  void aCautionIsTakenByAPrescriberWithTheirOwnPin() throws Exception {
    Answer answer = enter("answer", TAKEN + by("prescriber", "an-1", ScriptedStaff.PIN));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(desk.therapy.entered)
        .containsExactly(new SessionFact.Answered("bladder", "YES", "mild", "an-1"));
    assertThat(desk.asker).as("who entered it").isEqualTo("rn-1");
    assertThat(answer.body().toString()).doesNotContain(ScriptedStaff.PIN);
  }

  @Test
  void nobodyIsNamedAsPrescriberWithoutTheirPinOrTheirRole() throws Exception {
    refused(enter("answer", TAKEN + ",'prescriber':'an-1'"), 400, "NOT_A_STRING");
    refused(enter("answer", TAKEN + ",'prescriber':'an-1','pin':''"), 400, "NOT_A_PIN");
    refused(
        enter("answer", TAKEN + ",'pin':'" + ScriptedStaff.PIN + "'"), 400, "NOT_A_STRING");
    refused(enter("answer", TAKEN + by("prescriber", "", ScriptedStaff.PIN)), 400, "NOT_AN_ID");
    refused(enter("answer", TAKEN + by("prescriber", "an-1", "999000")), 401, "WRONG_PIN");
    refused(
        enter("answer", TAKEN + by("prescriber", "rn-2", ScriptedStaff.PIN)), 403, "NOT_ALLOWED");
  }

  @Test
  void whatTheSessionRefusesIsSaidInItsWords() throws Exception {
    desk.refusal = "An order is running or paused: stop it first.";
    Answer answer = enter("weight", "'weight':'70'");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/error/text")).isEqualTo(desk.refusal);
  }

  @Test
  void peopleToPickFromAreToldWithWhatTheyMayDo() throws Exception {
    Answer staff = client.get("/api/staff");

    assertThat(staff.text("/people/0/id")).isEqualTo("rn-1");
    assertThat(staff.body().at("/people/0/may").toString())
        .contains("CHECK", "RECORD")
        .doesNotContain("ORDER", "PRESCRIBE");
    assertThat(staff.body().at("/people/1/may").toString()).contains("ORDER", "PRESCRIBE");
  }
}
