package org.tenuto.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tenuto.staff.Duty;
import org.tenuto.web.DeviceClient.Answer;

/** What needs somebody signed in, and what never does, over real HTTP. */
class StaffGateTest {

  private static final String SIGN_IN = "{\"staff\":\"rn-1\",\"pin\":\"135790\"}";
  private static final String START =
      "{\"nonce\":\"1\",\"hash\":\"" + ScriptedDesk.HASH + "\"}";

  private final ScriptedDesk desk = new ScriptedDesk(1);
  private DeviceServer server;
  private DeviceClient client;

  @BeforeEach
  void serve() throws Exception {
    desk.staff.open = false;
    server = DeviceServer.start(0, desk);
    client = new DeviceClient(server);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private Answer as(String cookie, String page, String path, String body) throws Exception {
    HttpRequest.Builder request =
        client.request(path).header("Content-Type", "application/json").header("Cookie", cookie);
    if (!page.isEmpty()) {
      request.header("Tenuto-Page", page);
    }
    return client.send(request.POST(BodyPublishers.ofString(body)).build());
  }

  private String cookie(String token) {
    return "tenuto-" + server.port() + "=" + token;
  }

  @Test
  void everythingThatActsNeedsSomebody() throws Exception {
    for (String path :
        List.of(
            "propose", "change", "start", "resume", "second-check", "prime", "prime/start",
            "reset", "acknowledge", "session/vitals", "session/", "nothing", "start/",
            "START", "stop/../start", "sign-in/x")) {
      Answer answer = client.post("/api/" + path, "{}");

      assertThat(answer.status()).as(path).isEqualTo(401);
      assertThat(answer.text("/error/code")).isEqualTo("NOT_SIGNED_IN");
      assertThat(answer.text("/error/text")).isNotBlank().doesNotContain("\n");
    }
    assertThat(desk.proposed).isNull();
    assertThat(desk.staff.refusals()).hasSize(16).containsOnly("NOT_SIGNED_IN");
  }

  @Test
  void stopPauseTheAudioPauseLookingAndReadingNeedNobody() throws Exception {
    assertThat(client.post("/api/stop").status()).isEqualTo(202);
    assertThat(client.post("/api/pause").status()).isEqualTo(202);
    assertThat(client.post("/api/pause-audio").status()).isEqualTo(200);
    assertThat(client.post("/api/seen", "{\"boot\":\"1\",\"cycle\":\"1\"}").status())
        .isEqualTo(200);
    for (String path : List.of("/", "/api/catalogue", "/api/status", "/api/trace", "/api/staff")) {
      assertThat(client.raw(client.request(path).build()).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(desk.stops).hasValue(1);
    assertThat(desk.pauses).hasValue(1);
  }

  @Test
  void stopIsOnRecordAsWhoeverIsSignedInPressedIt() throws Exception {
    client.post("/api/stop");
    assertThat(desk.asker).isEmpty();
    as(cookie(ScriptedStaff.TOKEN), "", "/api/stop", "{}");
    assertThat(desk.asker).isEqualTo("rn-1");
  }

  @Test
  void theCookieAloneIsNoPage() throws Exception {
    String cookie = cookie(ScriptedStaff.TOKEN);

    assertThat(as(cookie, ScriptedStaff.PAGE, "/api/reset", "{}").status()).isEqualTo(200);
    assertThat(desk.asker).isEqualTo("rn-1");
    assertThat(as(cookie, "", "/api/reset", "{}").status()).isEqualTo(401);
    assertThat(as(cookie, "0".repeat(16), "/api/reset", "{}").status()).isEqualTo(401);
    assertThat(as(cookie, ScriptedStaff.PAGE + " or so", "/api/reset", "{}").status())
        .isEqualTo(401);
  }

  @Test
  void aCookieThatIsForgedOfAnotherPortOrThereTwiceIsNone() throws Exception {
    List<String> forged = new ArrayList<>();
    forged.add("tenuto-1=" + ScriptedStaff.TOKEN);
    forged.add(cookie("0".repeat(64)));
    forged.add(cookie(ScriptedStaff.TOKEN.toUpperCase(java.util.Locale.ROOT)));
    forged.add(cookie(ScriptedStaff.TOKEN + "0"));
    forged.add(cookie("0".repeat(64)) + "; " + cookie(ScriptedStaff.TOKEN));
    forged.add(cookie(ScriptedStaff.TOKEN) + "; " + cookie("x"));
    forged.add("role=anesthetist; staff=an-1");
    forged.add("x".repeat(4_000));
    for (String cookie : forged) {
      assertThat(as(cookie, ScriptedStaff.PAGE, "/api/start", START).status())
          .as(cookie)
          .isEqualTo(401);
    }
  }

  @Test
  void aRoleThatIsSentAlongIsAnUnknownField() throws Exception {
    String forged = SIGN_IN.replace("}", ",\"role\":\"anesthetist\"}");
    assertThat(client.post("/api/sign-in", forged).status()).isEqualTo(400);
  }

  @Test
  void signingInGivesACookieNoScriptAndNoOtherSiteSees() throws Exception {
    HttpResponse<String> response =
        client.raw(
            client
                .request("/api/sign-in")
                .header("Content-Type", "application/json")
                .header("Cookie", cookie("11".repeat(32)))
                .POST(BodyPublishers.ofString(SIGN_IN))
                .build());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().allValues("Set-Cookie"))
        .containsExactly(
            cookie(ScriptedStaff.TOKEN) + "; HttpOnly; SameSite=Strict; Path=/");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(response.body()).contains(ScriptedStaff.PAGE).doesNotContain(ScriptedStaff.TOKEN);
    assertThat(requireNonNull(desk.staff.presented).token())
        .as("a token the browser was given before is handed in, to be void")
        .isEqualTo("11".repeat(32));
  }

  @Test
  void theLiveMessageSaysWhoControlsAndNeverTheToken() throws Exception {
    Answer status = client.get("/api/status");

    assertThat(status.text("/staff/controls/name")).isEqualTo("Rosa Nunez");
    assertThat(status.text("/staff/controls/page")).isEqualTo(ScriptedStaff.PAGE);
    assertThat(status.body().at("/staff/controls/may").toString())
        .contains("START")
        .doesNotContain("ORDER");
    assertThat(status.text("/staff/roles/ORDER")).isEqualTo("anesthetist");
    assertThat(status.body().toString()).doesNotContain(ScriptedStaff.TOKEN);
  }

  @Test
  void signingOutTakesTheCookieAway() throws Exception {
    HttpResponse<String> response =
        client.raw(
            client
                .request("/api/sign-out")
                .header("Cookie", cookie(ScriptedStaff.TOKEN))
                .POST(BodyPublishers.noBody())
                .build());

    assertThat(response.headers().firstValue("Set-Cookie").orElse("")).contains("=; Max-Age=0");
    assertThat(client.get("/api/status").body().at("/staff/controls").isMissingNode()).isTrue();
  }

  @Test
  void aWrongPinSaysSoAndGivesNoCookie() throws Exception {
    HttpResponse<String> response =
        client.raw(
            client
                .request("/api/sign-in")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(SIGN_IN.replace("135790", "135791")))
                .build());

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(response.body()).contains("4 tries left").doesNotContain("135791");
  }

  @Test
  void whatIsNoIdNoPinOrNoReasonIsRefusedByName() throws Exception {
    refused("/api/sign-in", "{\"staff\":\"rn 1\",\"pin\":\"135790\"}", "staff");
    refused("/api/sign-in", "{\"staff\":\"rn-1\",\"pin\":\"12345\"}", "pin");
    refused("/api/sign-in", "{\"staff\":\"rn-1\",\"pin\":135790}", "pin");
    refused("/api/sign-in", "{\"staff\":\"" + "r".repeat(33) + "\",\"pin\":\"135790\"}", "staff");
    desk.staff.open = true;
    refused("/api/second-check", check("x", ""), "hash");
    refused(
        "/api/second-check",
        check(ScriptedDesk.HASH, ",\"overrides\":[{\"code\":\"X\",\"reason\":\" a \"}]"),
        "overrides");
    refused(
        "/api/second-check",
        check(ScriptedDesk.HASH, ",\"overrides\":[{\"code\":\"x!\",\"reason\":\"because\"}]"),
        "overrides");
    assertThat(desk.staff.checked).isNull();
    client.post(
        "/api/second-check",
        check(ScriptedDesk.HASH, ",\"overrides\":[{\"code\":\"X\",\"reason\":\" because \"}]"));
    assertThat(requireNonNull(desk.staff.checked).overrides().getFirst().reason()).isEqualTo("because");
    assertThat(requireNonNull(desk.staff.checked).toString()).doesNotContain("135790");
  }

  private static String check(String hash, String more) {
    return "{\"staff\":\"an-1\",\"pin\":\"135790\",\"nonce\":\"1\",\"hash\":\"" + hash + "\"" + more
        + "}";
  }

  private void refused(String path, String body, String field) throws Exception {
    Answer answer = client.post(path, body);
    assertThat(answer.status()).as(body).isEqualTo(400);
    assertThat(answer.text("/error/field")).isEqualTo(field);
    assertThat(answer.text("/error/text")).doesNotContain("\n").doesNotContain("135790");
  }

  @Test
  void eachRequestAsksForItsOwnDuty() throws Exception {
    desk.staff.open = true;
    client.post("/api/propose", "{}");
    client.post("/api/start", "{}");
    client.post("/api/prime", "{}");
    client.post("/api/session/vitals", "{}");
    client.post("/api/whatever", "{}");

    assertThat(desk.staff.asked)
        .containsExactly(Duty.ORDER, Duty.START, Duty.PRIME, Duty.RECORD, Duty.ORDER);
  }
}
