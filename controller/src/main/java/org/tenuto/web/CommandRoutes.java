package org.tenuto.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What staff can ask for over HTTP. Commands that wait for the executor share six places; a seventh
 * is told so at once. Stop and Pause read no body, take no place and wait for nothing.
 */
final class CommandRoutes {

  private static final int WAITING_AT_MOST = 6;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private static final Pattern BOOT = Pattern.compile("[0-9a-f]{1,16}");
  private static final Pattern CYCLE = Pattern.compile("[0-9]{1,18}");

  private final DeviceDesk desk;
  private final LiveFeed feed;
  private final Semaphore places = new Semaphore(WAITING_AT_MOST);

  CommandRoutes(DeviceDesk desk, LiveFeed feed) {
    this.desk = desk;
    this.feed = feed;
  }

  private DeviceDesk by(Context ctx) {
    return desk.by(StaffGate.staffId(ctx));
  }

  void stop(Context ctx) {
    by(ctx).stop();
    sent(ctx, "Stop sent.");
  }

  void pause(Context ctx) {
    by(ctx).pause();
    sent(ctx, "Pause sent.");
  }

  private void sent(Context ctx, String text) {
    feed.nudge();
    Answers.json(ctx, 202, Json.object().put("text", text));
  }

  void propose(Context ctx) {
    waiting(
        () -> {
          OrderForm form = OrderReader.read(RequestGate.body(ctx));
          Reply<ReadBackView> reply = by(ctx).propose(FormCheck.check(form, desk.catalogue()));
          answer(ctx, reply, view -> readBack(ctx, view));
        });
  }

  /** Takes no place: it asks nobody, and staff type quickly. */
  void figures(Context ctx) {
    OrderForm form = OrderReader.read(RequestGate.body(ctx));
    Answers.json(ctx, 200, EntryFigures.of(form, desk.catalogue()));
  }

  static void readBack(Context ctx, ReadBackView view) {
    ObjectNode json = Json.object();
    ReadBackJson.put(json.putObject("readBack"), view);
    Answers.json(ctx, 200, json);
  }

  void change(Context ctx) {
    waiting(
        () -> {
          Reply<ReadBackView> reply =
              by(ctx).proposeChange(ChangeReader.read(RequestGate.body(ctx)));
          answer(ctx, reply, view -> readBack(ctx, view));
        });
  }

  void start(Context ctx) {
    waiting(
        () -> {
          Map<String, String> sent = fields(ctx, List.of("nonce", "hash"));
          String hash = hash(sent);
          done(ctx, () -> by(ctx).start(nonce(sent), hash));
        });
  }

  void proposePriming(Context ctx) {
    waiting(
        () -> {
          PrimingJson.Form form = PrimingJson.form(RequestGate.body(ctx), desk.catalogue());
          Reply<PrimingView> reply = by(ctx).proposePriming(form.syringeId(), form.volumeNl());
          answer(ctx, reply, view -> priming(ctx, view));
        });
  }

  private static void priming(Context ctx, PrimingView view) {
    ObjectNode json = Json.object();
    PrimingJson.put(json.putObject("priming"), view);
    Answers.json(ctx, 200, json);
  }

  void startPriming(Context ctx) {
    waiting(
        () -> {
          Map<String, String> sent = fields(ctx, List.of("nonce", "hash", "line"));
          String hash = hash(sent);
          PrimingJson.requireNotConnected(value(sent, "line"));
          done(ctx, () -> by(ctx).startPriming(nonce(sent), hash, true));
        });
  }

  void resume(Context ctx) {
    waiting(
        () -> {
          Map<String, String> sent = fields(ctx, List.of("nonce"));
          done(ctx, () -> by(ctx).resume(nonce(sent)));
        });
  }

  void reset(Context ctx) {
    waiting(() -> done(ctx, by(ctx)::resetFault));
  }

  void acknowledge(Context ctx) {
    waiting(() -> done(ctx, by(ctx)::acknowledgeAlarms));
  }

  void pauseAudio(Context ctx) {
    waiting(() -> done(ctx, by(ctx)::pauseAudio));
  }

  /** Takes no place either: a page that is looked at must be able to say so. */
  void seen(Context ctx) {
    Map<String, String> sent = fields(ctx, List.of("boot", "cycle"));
    boolean seen = desk.pageShows(boot(sent), cycle(sent));
    Answers.json(ctx, 200, Json.object().put("seen", seen));
  }

  private void done(Context ctx, Supplier<Reply<String>> command) {
    answer(
        ctx, command.get(), text -> Answers.json(ctx, 200, Json.object().put("text", text)));
  }

  private <T> void answer(Context ctx, Reply<T> reply, Consumer<T> accepted) {
    feed.nudge();
    switch (reply) {
      case Reply.Accepted<T>(T value) -> accepted.accept(value);
      case Reply.Refused<T>(String code, String text) -> Answers.error(ctx, 409, code, "", text);
    }
  }

  private void waiting(Runnable command) {
    if (!places.tryAcquire()) {
      throw new RequestRefused(503, "BUSY", "", "Too many commands at once: try again");
    }
    try {
      command.run();
    } finally {
      places.release();
    }
  }

  private static Map<String, String> fields(Context ctx, List<String> names) {
    return Json.strings(RequestGate.body(ctx), names);
  }

  private static String value(Map<String, String> sent, String field) {
    return sent.getOrDefault(field, "");
  }

  private static String hash(Map<String, String> sent) {
    String hash = value(sent, "hash");
    if (!HASH.matcher(hash).matches()) {
      throw RequestRefused.field("hash", "NOT_A_HASH", "hash: expected 64 hex digits");
    }
    return hash;
  }

  private static long nonce(Map<String, String> sent) {
    return Nonces.parse(value(sent, "nonce"));
  }

  private static long boot(Map<String, String> sent) {
    String boot = value(sent, "boot");
    if (!BOOT.matcher(boot).matches()) {
      throw RequestRefused.field("boot", "NOT_A_BOOT", "boot: expected 1 to 16 hex digits");
    }
    return Long.parseUnsignedLong(boot, 16);
  }

  private static long cycle(Map<String, String> sent) {
    String cycle = value(sent, "cycle");
    if (!CYCLE.matcher(cycle).matches()) {
      throw RequestRefused.field("cycle", "NOT_A_CYCLE", "cycle: expected 1 to 18 digits");
    }
    return Long.parseLong(cycle);
  }
}
