package org.tenuto.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tenuto.staff.Duty;
import org.tenuto.web.StaffDesk.Presented;

/**
 * Lets through what whoever is signed in may ask for. Stop, Pause, the audio pause and reading need
 * nobody; a request it does not know needs who may do the most. Immutable.
 */
final class StaffGate {

  /** Which page sends it: two of one browser have the same cookie. */
  static final String PAGE = "Tenuto-Page";

  private static final String STAFF = "staff";
  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern PAGE_NAME = Pattern.compile("[0-9a-f]{16}");

  /** What needs nobody, ever. */
  private static final Set<String> FREE =
      Set.of(
          "/api/stop",
          "/api/pause",
          "/api/pause-audio",
          "/api/seen",
          "/api/active",
          "/api/sign-in",
          "/api/sign-out");

  private static final Map<String, Duty> DUTIES =
      Map.of(
          "/api/propose", Duty.ORDER,
          "/api/change", Duty.ORDER,
          "/api/start", Duty.START,
          "/api/resume", Duty.START,
          "/api/second-check", Duty.START,
          "/api/prime", Duty.PRIME,
          "/api/prime/start", Duty.PRIME,
          "/api/reset", Duty.RESET,
          "/api/acknowledge", Duty.ACKNOWLEDGE);

  private static final String SESSION = "/api/session/";

  private final StaffDesk desk;
  private final String cookie;

  /**
   * The gate of one device.
   *
   * @param port its own: a browser gives cookies to every port of a host, so they are told apart
   */
  StaffGate(StaffDesk desk, int port) {
    this.desk = desk;
    cookie = "tenuto-" + port;
  }

  /** Handler before every route. Throws {@link RequestRefused} with status 401 or 403. */
  void check(Context ctx) {
    if (!ctx.method().equals(HandlerType.POST)) {
      return;
    }
    Presented presented = presented(ctx);
    if (FREE.contains(ctx.path())) {
      ctx.attribute(STAFF, desk.who(presented));
      return;
    }
    switch (desk.permission(presented, duty(ctx.path()))) {
      case Reply.Accepted<String>(String staffId) -> ctx.attribute(STAFF, staffId);
      case Reply.Refused<String>(String code, String text) ->
          throw new RequestRefused(status(code), code, "", text);
    }
  }

  private static Duty duty(String path) {
    return path.startsWith(SESSION) ? Duty.RECORD : DUTIES.getOrDefault(path, Duty.ORDER);
  }

  private static int status(String code) {
    return switch (code) {
      case "NOT_SIGNED_IN", "SIGN_IN_OVER", "PIN_AGAIN" -> 401;
      default -> 403;
    };
  }

  /** Who asks; empty for what needs nobody if nobody is signed in. */
  static String staffId(Context ctx) {
    String staffId = ctx.attribute(STAFF);
    return staffId == null ? "" : staffId;
  }

  /** What the request shows, in a form that can be looked up. */
  Presented presented(Context ctx) {
    String page = ctx.header(PAGE);
    return new Presented(
        token(ctx), page != null && PAGE_NAME.matcher(page).matches() ? page : "");
  }

  /** Of several cookies of the name, one was put there by somebody else: then none counts. */
  private String token(Context ctx) {
    Set<String> tokens = new HashSet<>();
    for (String header : Collections.list(ctx.req().getHeaders("Cookie"))) {
      for (String pair : header.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(cookie)) {
          tokens.add(pair.substring(equals + 1).strip());
        }
      }
    }
    String token = tokens.size() == 1 ? tokens.iterator().next() : "";
    return TOKEN.matcher(token).matches() ? token : "";
  }

  /** Gives the browser a token that no script and no other site gets to see. */
  void give(Context ctx, String token) {
    ctx.res().addHeader("Set-Cookie", cookie + "=" + token + "; HttpOnly; SameSite=Strict; Path=/");
  }

  /** Takes it away again. */
  void take(Context ctx) {
    ctx.res()
        .addHeader(
            "Set-Cookie", cookie + "=; Max-Age=0; HttpOnly; SameSite=Strict; Path=/");
  }
}
