package org.tenuto.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.tenuto.web.SessionReader.Entered;

/**
 * What staff enter of a session, {@code POST /api/session/<fact>}: on record before it is answered.
 * They wait for the record in places of their own, so that none stands before a command.
 */
final class SessionRoutes {

  private static final int WAITING_AT_MOST = 2;

  private final DeviceDesk desk;
  private final LiveFeed feed;
  private final Semaphore places = new Semaphore(WAITING_AT_MOST);

  SessionRoutes(DeviceDesk desk, LiveFeed feed) {
    this.desk = desk;
    this.feed = feed;
  }

  void add(RoutesConfig routes) {
    add(routes, "begin", SessionReader::begin);
    add(routes, "end", SessionReader::end);
    add(routes, "answer", SessionReader::answer);
    add(routes, "weight", body -> SessionReader.weight(body, desk.catalogue()));
    add(routes, "loading", body -> SessionReader.loading(body, desk.catalogue()));
    add(
        routes,
        "by-hand",
        body -> SessionReader.byHand(body, desk.catalogue(), desk.session().nowWallMs()));
    add(routes, "balance", SessionReader::balance);
    add(routes, "note", SessionReader::note);
  }

  private DeviceDesk by(Context ctx) {
    return desk.by(StaffGate.staffId(ctx));
  }

  private void add(RoutesConfig routes, String fact, Function<byte[], Entered> reader) {
    routes.post("/api/session/" + fact, ctx -> enter(ctx, reader));
  }

  private void enter(Context ctx, Function<byte[], Entered> reader) {
    if (!places.tryAcquire()) {
      throw new RequestRefused(503, "BUSY", "", "Too many entries at once: try again");
    }
    try {
      Entered entered = reader.apply(RequestGate.body(ctx));
      boolean alone = entered.secondStaffId().isEmpty();
      answer(ctx, alone ? put(ctx, entered, "") : witnessed(ctx, entered));
    } finally {
      places.release();
    }
  }

  /** Who witnesses says so with their own PIN. */
  private Reply<String> witnessed(Context ctx, Entered entered) {
    return switch (desk.staff().witness(entered.secondStaffId(), entered.pin())) {
      case Reply.Accepted<String>(String second) -> put(ctx, entered, second);
      case Reply.Refused<String> refused -> refused;
    };
  }

  private Reply<String> put(Context ctx, Entered entered, String second) {
    return by(ctx).enter(entered.fact(), second);
  }

  private void answer(Context ctx, Reply<String> reply) {
    feed.nudge();
    switch (reply) {
      case Reply.Accepted<String>(String text) ->
          Answers.json(ctx, 200, Json.object().put("text", text));
      case Reply.Refused<String>(String code, String text) ->
          Answers.error(ctx, 409, code, "", text);
    }
  }
}
