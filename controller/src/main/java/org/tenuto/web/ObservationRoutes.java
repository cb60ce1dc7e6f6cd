package org.tenuto.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.concurrent.Semaphore;

/**
 * What staff observe, {@code POST /api/session/vital-signs}, {@code scale}, {@code not-measured},
 * {@code void-reading} and {@code advice-noted}: on record before it is answered. They wait for the
 * record in places of their own, so that none stands before a command.
 */
final class ObservationRoutes {

  private static final int WAITING_AT_MOST = 2;

  private final DeviceDesk desk;
  private final LiveFeed feed;
  private final Semaphore places = new Semaphore(WAITING_AT_MOST);

  private interface Taking {
    Reply<String> take(ObservationDesk by, byte[] body);
  }

  ObservationRoutes(DeviceDesk desk, LiveFeed feed) {
    this.desk = desk;
    this.feed = feed;
  }

  void add(RoutesConfig routes) {
    routes.get("/api/measures", ctx -> Answers.json(ctx, 200, ObservationJson.measures()));
    routes.get("/api/readings", this::readings);
    add(routes, "vital-signs", (by, body) -> by.observed(ObservationReader.vitalSigns(body)));
    add(routes, "scale", (by, body) -> by.observed(ObservationReader.scale(body)));
    add(routes, "not-measured", (by, body) -> by.observed(ObservationReader.notMeasured(body)));
    add(routes, "void-reading", (by, body) -> by.observed(ObservationReader.voided(body)));
    add(routes, "advice-noted", ObservationRoutes::note);
  }

  private void readings(Context ctx) {
    Answers.json(ctx, 200, ReadingsJson.of(desk.observation()));
  }

  private static Reply<String> note(ObservationDesk by, byte[] body) {
    ObservationReader.Note note = ObservationReader.note(body);
    return by.adviceNoted(note.reading(), note.level(), note.action());
  }

  private void add(RoutesConfig routes, String fact, Taking taking) {
    routes.post("/api/session/" + fact, ctx -> enter(ctx, taking));
  }

  private void enter(Context ctx, Taking taking) {
    if (!places.tryAcquire()) {
      throw new RequestRefused(503, "BUSY", "", "Too many entries at once: try again");
    }
    try {
      Reply<String> reply = taking.take(desk.by(StaffGate.staffId(ctx)), RequestGate.body(ctx));
      feed.nudge();
      switch (reply) {
        case Reply.Accepted<String>(String text) ->
            Answers.json(ctx, 200, Json.object().put("text", text));
        case Reply.Refused<String>(String code, String text) ->
            Answers.error(ctx, 409, code, "", text);
      }
    } finally {
      places.release();
    }
  }
}
