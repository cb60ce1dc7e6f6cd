package org.tenuto.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.tenuto.session.SessionFact;
import org.tenuto.staff.Duty;

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

  private void add(RoutesConfig routes, String fact, Function<byte[], SessionEntry> reader) {
    routes.post("/api/session/" + fact, ctx -> enter(ctx, reader));
  }

  private void enter(Context ctx, Function<byte[], SessionEntry> reader) {
    if (!places.tryAcquire()) {
      throw new RequestRefused(503, "BUSY", "", "Too many entries at once: try again");
    }
    try {
      answer(ctx, put(by(ctx), reader.apply(RequestGate.body(ctx))));
    } finally {
      places.release();
    }
  }

  private Reply<String> put(DeviceDesk by, SessionEntry entry) {
    return switch (entry) {
      case SessionEntry.Alone(SessionFact fact) -> by.enter(fact, "");
      case SessionEntry.Witnessed(SessionFact fact, Credentials second) ->
          by.enter(fact, proven(second, Duty.CHECK));
      case SessionEntry.Prescribed(SessionFact.Answered fact, Credentials prescriber) ->
          by.enter(fact.prescribedBy(proven(prescriber, Duty.PRESCRIBE)), "");
    };
  }

  /** Their id as the register has it, once their own PIN showed it. Throws RequestRefused. */
  private String proven(Credentials who, Duty duty) {
    return switch (desk.staff().witness(who.staffId(), who.pin(), duty)) {
      case Reply.Accepted<String>(String staffId) -> staffId;
      case Reply.Refused<String>(String code, String text) ->
          throw StaffRoutes.refusal(code, text);
    };
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
