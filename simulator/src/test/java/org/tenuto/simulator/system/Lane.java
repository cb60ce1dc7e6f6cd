package org.tenuto.simulator.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.tenuto.proto.journal.ExecutorLost;

/**
 * One device with its broker, on which infusion after infusion is disturbed. What is killed is
 * started again for the next one; the rest runs on.
 */
final class Lane implements AutoCloseable {

  private static final long NS_PER_MS = 1_000_000;
  private static final Duration LOOK = Duration.ofMillis(50);

  /** At rest for so long is at rest: far more than between two phases. */
  private static final long STAYS_NS = 1_500_000_000;

  /** The pump's own watchdog stops it so long after the last word it heard. */
  private static final long WATCHDOG_NS = 1_000_000_000;

  private final Path dir;
  private final Mosquitto broker;
  private final Device device;
  private final TruthTail truth;
  private Ward ward;

  /** Starts everything; {@code dir} is empty. */
  Lane(Path dir) throws IOException {
    this.dir = dir;
    broker = new Mosquitto(dir);
    broker.start();
    device = new Device(dir, dir, broker.url());
    device.startSimulator();
    device.startExecutor();
    ward = Device.at(device.startStation());
    truth = new TruthTail(device.truth());
    ward.awaitState("IDLE");
  }

  /** What is told from one infusion while it is being judged. */
  private static final class Notes {
    final List<String> wrong = new ArrayList<>();
    final List<Published> seen = new ArrayList<>();
    long causeNs;
    long restMs = -1;
    long stalledMs;
  }

  /** Disturbs one infusion, waits for what follows, and judges it. */
  KillResult run(KillCase plan) throws Exception {
    var notes = new Notes();
    ward.post("acknowledge", Map.of());
    long fromNs = System.nanoTime();
    try (Screen screen = Screen.open(plan.victim() == Victim.BROWSER, ward, dir)) {
      Person person = new Person(ward, truth, plan);
      parkUntil(person.reachedNs() + plan.delayMs() * NS_PER_MS);
      notes.causeNs = System.nanoTime();
      switch (plan.victim()) {
        case EXECUTOR -> device.executor().kill9();
        case STATION -> device.station().kill9();
        case BROKER -> broker.kill9();
        case BROWSER -> screen.kill9();
        case EXECUTOR_200MS, EXECUTOR_1S, EXECUTOR_5S -> device.executor().halt();
        case STATION_7S -> device.station().halt();
      }
      person.killed(notes.causeNs);
      letGoOn(plan, notes);
      follow(plan, person, notes);
      notes.seen.addAll(person.seen());
      return judge(plan, person.ordered(), notes, fromNs);
    }
  }

  private void letGoOn(KillCase plan, Notes notes) throws Exception {
    if (plan.victim().haltMs() > 0) {
      parkUntil(notes.causeNs + plan.victim().haltMs() * NS_PER_MS);
      (plan.victim() == Victim.STATION_7S ? device.station() : device.executor()).go();
    }
  }

  private void follow(KillCase plan, Person person, Notes notes) throws Exception {
    Throwable trouble = plan.victim().isHarmless() ? person.awaitDone() : person.leave();
    if (trouble != null) {
      notes.wrong.add("at the page: " + trouble);
    }
    switch (plan.victim()) {
      case EXECUTOR -> afterExecutor(person.ordered(), notes);
      case STATION -> afterStation(plan, person.ordered(), notes);
      case BROKER -> afterBroker();
      case BROWSER -> {
        // Nobody misses it.
      }
      case EXECUTOR_200MS -> requireAlarm("CYCLE_OVERRUN", notes);
      case EXECUTOR_1S, EXECUTOR_5S -> {
        awaitTrue("alive", () -> look(notes).path("executor").path("alive").asBoolean());
        requireAlarm("CYCLE_OVERRUN", notes);
        afterHalt(plan, person.ordered(), notes);
      }
      case STATION_7S -> afterHalt(plan, person.ordered(), notes);
    }
  }

  private void afterExecutor(Ordered ordered, Notes notes) throws Exception {
    awaitRest(notes.causeNs);
    judgeRest(Victim.EXECUTOR, ordered, notes);
    awaitTrue("the loss on record", () -> lostSince(notes.causeNs).isPresent());
    if (!ward.alarmed("CONTROLLER_LOST")) {
      notes.wrong.add("no alarm CONTROLLER_LOST");
    }
    long restartNs = System.nanoTime();
    device.startExecutor();
    ward.awaitState("IDLE");
    requireStill(ordered, restartNs, notes);
  }

  private void afterStation(KillCase plan, Ordered ordered, Notes notes) throws Exception {
    if (!plan.returnsAtOnce()) {
      awaitRest(notes.causeNs);
      judgeRest(Victim.STATION, ordered, notes);
    }
    long restartNs = System.nanoTime();
    long settled = count("StationRecovered");
    ward = Device.at(device.startStation());
    awaitTrue("the settlement", () -> count("StationRecovered") > settled);
    if (!plan.returnsAtOnce()) {
      requireStill(ordered, restartNs, notes);
    }
    goOn(plan, ordered, notes);
  }

  /** Only a person resumes or stops what is paused. */
  private void goOn(KillCase plan, Ordered ordered, Notes notes) throws Exception {
    awaitTrue("an end or a pause", () -> isSettled(look(notes)));
    if (ward.state().equals("PAUSED")) {
      long pausedNs = System.nanoTime();
      awaitRest(pausedNs);
      requireStill(ordered, pausedNs, notes);
      if (plan.resumes()) {
        ward.post("resume", Map.of("nonce", Long.toString(ordered.nonce())));
      } else {
        ward.post("stop", Map.of());
      }
      awaitTrue("the end", () -> isOver(look(notes)));
    }
  }

  /** What stood still goes on: what moved before has come to rest, and staff end what is open. */
  private void afterHalt(KillCase plan, Ordered ordered, Notes notes) throws Exception {
    awaitTrue("an end, a pause or a fault", () -> isSettled(look(notes)) || isFault(look(notes)));
    awaitRest(notes.causeNs);
    if (plan.victim().endsMotion()) {
      judgeRest(plan.victim(), ordered, notes);
    }
    List<String> alarms = alarmsSince(notes);
    if (ward.state().equals("PAUSED")) {
      ward.post("stop", Map.of());
    } else if (ward.state().equals("FAULT")) {
      if (alarms.stream().allMatch("CYCLE_OVERRUN"::equals)) {
        notes.wrong.add("a fault, and no alarm that says why: " + alarms);
      }
      awaitTrue("reset", this::reset);
    }
    awaitTrue("the end", () -> isOver(look(notes)));
  }

  private boolean reset() {
    try {
      ward.post("reset", Map.of());
      return true;
    } catch (IOException e) {
      return false; // the cause is still there: asked again
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** It was acknowledged before the order, so it is new. */
  private void requireAlarm(String alarm, Notes notes) {
    if (!ward.alarmed(alarm)) {
      notes.wrong.add("no alarm " + alarm);
    }
  }

  private List<String> alarmsSince(Notes notes) {
    return Logbook.read(device.journal()).alarmsRaisedSince(notes.causeNs);
  }

  private void afterBroker() throws IOException {
    broker.start();
    awaitTrue(
        "telemetry is back",
        () -> ward.status().path("telemetry").path("code").asText().equals("CONNECTED"));
  }

  private JsonNode look(Notes notes) {
    long askedNs = System.nanoTime();
    JsonNode status = ward.status();
    notes.seen.add(Published.of(status, askedNs, System.nanoTime()));
    return status;
  }

  private static boolean isFault(JsonNode status) {
    return status.path("state").path("code").asText().equals("FAULT");
  }

  private static boolean isSettled(JsonNode status) {
    return isOver(status) || isStopped(status, "PAUSED");
  }

  private static boolean isOver(JsonNode status) {
    return List.of("IDLE", "READY", "COMPLETE").stream().anyMatch(s -> isStopped(status, s));
  }

  private static boolean isStopped(JsonNode status, String state) {
    return status.path("state").path("code").asText().equals(state)
        && status.path("state").path("pump").asText().equals("STOPPED");
  }

  private void judgeRest(Victim victim, Ordered ordered, Notes notes) {
    Truth since = truth.since(notes.causeNs - STAYS_NS);
    Judge judge = new Judge(since, ordered);
    // Where the loop itself died or stood still, the pump's own watchdog is what counts.
    boolean loopActs = victim == Victim.STATION || victim == Victim.STATION_7S;
    long stalledNs =
        loopActs
            ? Logbook.read(device.journal()).loopStalledNs(notes.causeNs, since.last().monoNs())
            : 0;
    notes.restMs = judge.restsWithin(victim.rest().toNanos(), notes.causeNs, stalledNs);
    notes.stalledMs = judge.stalledMs();
    notes.wrong.addAll(judge.wrong());
  }

  private void requireStill(Ordered ordered, long sinceNs, Notes notes) {
    awaitTrue("truth since", () -> truth.now().last().monoNs() > sinceNs);
    notes.wrong.addAll(new Judge(truth.since(sinceNs), ordered).stillSince(sinceNs).wrong());
  }

  private KillResult judge(KillCase plan, Ordered ordered, Notes notes, long fromNs) {
    long toNs = System.nanoTime();
    awaitTrue("truth to the end", () -> truth.now().last().monoNs() > toNs);
    Logbook record = Logbook.read(device.journal());
    List<Published> ledgers = new ArrayList<>(record.ledgers());
    ledgers.addAll(notes.seen);
    ledgers.removeIf(ledger -> ledger.nonce() != ordered.nonce());
    Judge judge = new Judge(truth.since(fromNs), ordered);
    judge.neverMoreThanOrdered().neverInABurst().bracketedBy(ledgers);
    Published last = lastWord(plan, ordered, record, notes);
    judge.endsWithin(last.atLeastNl(), last.atMostNl());
    if (plan.victim().isHarmless()) {
      judge.complete(plan.moment().stops());
    }
    notes.wrong.addAll(judge.wrong());
    notes.wrong.addAll(record.holes());
    return new KillResult(
        plan,
        record.stateAt(notes.causeNs),
        notes.restMs,
        ordered.volumeNl(),
        judge.deliveredNl(),
        last.atLeastNl(),
        last.atMostNl(),
        ledgers.size(),
        notes.stalledMs,
        List.copyOf(notes.wrong));
  }

  /**
   * What the record says was delivered. Of a killed executor it knows what was last seen, and that
   * the pump goes on for its watchdog's time at most, never beyond the order.
   */
  private Published lastWord(KillCase plan, Ordered ordered, Logbook record, Notes notes) {
    Published last =
        record.ledgers().reversed().stream()
            .filter(ledger -> ledger.nonce() == ordered.nonce())
            .findFirst()
            .orElseThrow();
    if (plan.victim() != Victim.EXECUTOR) {
      return last;
    }
    ExecutorLost lost = lostSince(notes.causeNs).orElseThrow();
    long afterNl = ordered.atMostInNl(WATCHDOG_NS + notes.stalledMs * NS_PER_MS);
    boolean delivering = lost.getState().equals("INFUSING") || lost.getState().equals("PAUSED");
    long atMostNl =
        delivering ? Math.min(ordered.volumeNl(), lost.getLedger().getAtMostNl() + afterNl) : 0;
    return new Published(
        "record",
        ordered.nonce(),
        notes.causeNs,
        notes.causeNs,
        Math.max(last.atLeastNl(), delivering ? lost.getLedger().getAtLeastNl() : 0),
        Math.max(last.atMostNl(), atMostNl));
  }

  private Optional<ExecutorLost> lostSince(long causeNs) {
    return Logbook.read(device.journal()).lostSince(causeNs - WATCHDOG_NS);
  }

  private long count(String type) {
    return Logbook.read(device.journal()).count(type);
  }

  /** A short order runs and completes: the device is well again. */
  List<String> runsAgain() throws Exception {
    var notes = new Notes();
    long fromNs = System.nanoTime();
    long baseNl = truth.now().last().deliveredNl();
    JsonNode readBack = ward.propose(Ward.SHORT_ORDER);
    Ordered ordered = Ordered.of(readBack, baseNl);
    awaitTrue("started", () -> starts(readBack));
    awaitTrue("complete", () -> isStopped(look(notes), "COMPLETE"));
    long toNs = System.nanoTime();
    awaitTrue("truth to the end", () -> truth.now().last().monoNs() > toNs);
    return new Judge(truth.since(fromNs), ordered)
        .neverMoreThanOrdered()
        .neverInABurst()
        .bracketedBy(Logbook.read(device.journal()).ledgers())
        .bracketedBy(notes.seen)
        .complete(0)
        .wrong();
  }

  /** A station that stood still wants to be asked again, once staff have looked at the page. */
  private boolean starts(JsonNode readBack) {
    try {
      ward.start(readBack);
      return true;
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("STOOD_STILL")) {
        return false;
      }
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The record is whole. */
  void verifyRecord() throws IOException, InterruptedException {
    Tenuto.Ended verified = Tenuto.run(dir, "journal", "verify", device.journal().toString());
    if (verified.exitCode() != 0) {
      throw new AssertionError("journal: " + verified);
    }
  }

  private void awaitRest(long causeNs) {
    awaitTrue(
        "rest",
        () -> {
          Truth since = truth.since(causeNs);
          long movedNs = since.lastMoving().map(Truth.Moment::monoNs).orElse(causeNs);
          return !since.moments().isEmpty() && since.last().monoNs() > movedNs + STAYS_NS;
        });
  }

  private static void awaitTrue(String what, BooleanSupplier is) {
    await(what)
        .atMost(Tenuto.LONG)
        .pollInterval(LOOK)
        .ignoreException(Ward.NoAnswer.class)
        .until(is::getAsBoolean);
  }

  private static void parkUntil(long monoNs) {
    for (long leftNs = monoNs - System.nanoTime(); leftNs > 0; leftNs = monoNs - System.nanoTime()) {
      LockSupport.parkNanos(leftNs);
    }
  }

  @Override
  public void close() {
    device.close();
    try {
      broker.endBoth();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
