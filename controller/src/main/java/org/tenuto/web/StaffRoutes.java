package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tenuto.dose.LimitOverride;
import org.tenuto.dose.Order;
import org.tenuto.web.StaffDesk.Arrival;
import org.tenuto.web.StaffDesk.Person;

/** Signing in and out, and the second person, over HTTP. */
final class StaffRoutes {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,64}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int LONGEST_REASON = 120;
  private static final int SHORTEST_REASON = 3;
  private static final List<String> SIGN_IN = List.of("staff", "pin");
  private static final List<String> CHECK = List.of("staff", "pin", "nonce", "hash", "overrides");
  private static final List<String> OVERRIDE = List.of("code", "reason");

  private final StaffDesk desk;
  private final StaffGate gate;
  private final LiveFeed feed;

  StaffRoutes(StaffDesk desk, StaffGate gate, LiveFeed feed) {
    this.desk = desk;
    this.gate = gate;
    this.feed = feed;
  }

  void add(RoutesConfig routes) {
    routes.get("/api/staff", this::people);
    routes.post("/api/sign-in", this::signIn);
    routes.post("/api/sign-out", this::signOut);
    routes.post("/api/active", this::active);
    routes.post("/api/second-check", this::secondCheck);
  }

  private void people(Context ctx) {
    ObjectNode json = Json.object();
    ArrayNode people = json.putArray("people");
    desk.people().forEach(person -> StaffJson.put(people.addObject(), person));
    Answers.json(ctx, 200, json);
  }

  private void signIn(Context ctx) {
    Credentials who = Credentials.read(Json.fields(RequestGate.body(ctx), SIGN_IN), "staff");
    Reply<Arrival> reply = desk.signIn(gate.presented(ctx), who.staffId(), who.pin());
    feed.nudge();
    switch (reply) {
      case Reply.Accepted<Arrival>(Arrival arrival) -> {
        gate.give(ctx, arrival.token());
        ObjectNode json = Json.object().put("page", arrival.page());
        StaffJson.put(json.putObject("staff"), arrival.person());
        Answers.json(ctx, 200, json);
      }
      case Reply.Refused<Arrival>(String code, String text) -> throw refusal(code, text);
    }
  }

  /** Why a PIN, or whose it is, was not enough. */
  static RequestRefused refusal(String code, String text) {
    int status =
        switch (code) {
          case "WRONG_PIN" -> 401;
          case "NOT_ALLOWED", "SECOND_PERSON_IS_FIRST" -> 403;
          case "LOCKED" -> 429;
          case "BUSY", "NO_RECORD" -> 503;
          default -> 409;
        };
    return new RequestRefused(status, code, status == 401 || status == 429 ? "pin" : "", text);
  }

  private void signOut(Context ctx) {
    desk.signOut(gate.presented(ctx));
    gate.take(ctx);
    feed.nudge();
    Answers.json(ctx, 200, Json.object().put("text", "Signed out."));
  }

  private void active(Context ctx) {
    desk.active(gate.presented(ctx));
    Answers.json(ctx, 200, Json.object());
  }

  private void secondCheck(Context ctx) {
    JsonFields sent = Json.fields(RequestGate.body(ctx), CHECK);
    String hash = sent.text("hash");
    if (!HASH.matcher(hash).matches()) {
      throw RequestRefused.field("hash", "NOT_A_HASH", "hash: expected 64 hex digits");
    }
    Credentials who = Credentials.read(sent, "staff");
    SecondCheck check =
        new SecondCheck(
            who.staffId(),
            who.pin(),
            Nonces.parse(sent.text("nonce")),
            hash,
            overrides(sent));
    Reply<ReadBackView> reply = desk.secondCheck(check);
    feed.nudge();
    switch (reply) {
      case Reply.Accepted<ReadBackView>(ReadBackView view) -> CommandRoutes.readBack(ctx, view);
      case Reply.Refused<ReadBackView>(String code, String text) -> throw refusal(code, text);
    }
  }

  private static List<LimitOverride> overrides(JsonFields sent) {
    List<LimitOverride> overrides = new ArrayList<>();
    if (sent.has("overrides")) {
      for (JsonFields one : sent.list("overrides", 0, Order.MOST_OVERRIDES, OVERRIDE)) {
        overrides.add(new LimitOverride(code(one.text("code")), reason(one.text("reason"))));
      }
    }
    return overrides;
  }

  private static String code(String code) {
    if (!CODE.matcher(code).matches()) {
      throw RequestRefused.field("overrides", "NOT_A_CODE", "overrides, code: expected a finding's");
    }
    return code;
  }

  private static String reason(String typed) {
    String reason = typed.strip();
    boolean plain = reason.codePoints().noneMatch(Character::isISOControl);
    if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON || !plain) {
      throw RequestRefused.field(
          "overrides",
          "NOT_A_REASON",
          "overrides, reason: expected " + SHORTEST_REASON + " to " + LONGEST_REASON
              + " characters");
    }
    return reason;
  }
}
