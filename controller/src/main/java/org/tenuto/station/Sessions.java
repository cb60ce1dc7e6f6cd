package org.tenuto.station;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.DrugLibrary;
import org.tenuto.dose.Order;
import org.tenuto.dose.ReadBack;
import org.tenuto.journal.Entry;
import org.tenuto.link.StationLink;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.session.SessionCheck;
import org.tenuto.session.SessionFact;
import org.tenuto.session.SessionProgress;
import org.tenuto.session.SessionRefusal;
import org.tenuto.session.SessionRules;
import org.tenuto.session.Signature;
import org.tenuto.session.TherapySession;
import org.tenuto.web.OrderEntry;
import org.tenuto.web.Reply;

/**
 * The therapy session as staff enter it: checked, put on record, and asked before an order is read
 * back or started. Any thread; nothing here waits.
 */
public final class Sessions {

  private final SessionRules rules;
  private final SessionHistory history;
  private final RecordKeeper keeper;
  private final StationLink link;
  private final StationClock clock;
  private final DrugLibrary library;
  private final @Nullable Observing observing;
  private int begun;

  Sessions(
      SessionRules rules,
      SessionHistory history,
      RecordKeeper keeper,
      StationLink link,
      StationClock clock,
      DrugLibrary library,
      @Nullable Observing observing) {
    this.rules = rules;
    this.history = history;
    this.keeper = keeper;
    this.link = link;
    this.clock = clock;
    this.library = library;
    this.observing = observing;
  }

  /** How far the present session has come. */
  public SessionProgress progress() {
    Map<String, String> wanting = observing == null ? Map.of() : observing.wanting();
    return new SessionProgress(rules, history.session(), clock.wallMs(), wanting);
  }

  /**
   * Puts a fact on record if it can be taken; the value is one line for staff.
   *
   * @param staffId who entered it
   * @param secondStaffId who witnessed it; empty if nobody did
   */
  public synchronized CompletableFuture<Reply<String>> record(
      SessionFact fact, String staffId, String secondStaffId) {
    SessionProgress now = progress();
    var by = new Signature(staffId, secondStaffId, now.nowWallMs());
    SessionRefusal refusal = new SessionCheck(now, history.gaveWallMs()).check(fact, by);
    if (refusal == null) {
      refusal = unknown(fact);
    }
    if (refusal != null) {
      return CompletableFuture.completedFuture(
          new Reply.Refused<>(refusal.code(), refusal.text()));
    }
    return switch (fact) {
      case SessionFact.Begun one -> begin(one, by, now);
      case SessionFact.Ended one ->
          put(new SessionFact.Ended(now.notDone(), one.reason()), by, "Session ended.");
      case SessionFact.Balanced one -> put(ofDrug(one, now), by, "Recorded.");
      default -> put(fact, by, "Recorded.");
    };
  }

  /** The drug is that of the order that was given at this concentration. */
  private static SessionFact ofDrug(SessionFact.Balanced fact, SessionProgress now) {
    TherapySession session = now.session();
    String drugId =
        session == null ? "" : session.drugAt(fact.balance().concentrationNgPerMl());
    return new SessionFact.Balanced(drugId, fact.balance());
  }

  /** One that goes on is ended by it, with what was not done. */
  private CompletableFuture<Reply<String>> begin(
      SessionFact.Begun fact, Signature by, SessionProgress now) {
    TherapySession open = now.session();
    if (open != null && open.open()) {
      var _ = put(new SessionFact.Ended(now.notDone(), "another session was begun"), by, "");
    }
    begun++;
    String id = Long.toHexString(link.bootId()) + "-" + begun;
    var named = new SessionFact.Begun(id, fact.newPatient(), fact.reason());
    return put(named, by, "Session begun.");
  }

  private @Nullable SessionRefusal unknown(SessionFact fact) {
    if (fact instanceof SessionFact.Loaded one && library.syringe(one.syringeId()) == null) {
      return new SessionRefusal("SYRINGE_UNKNOWN", "That syringe is not in the drug library.");
    }
    if (fact instanceof SessionFact.GivenByHand one && library.drug(one.drugId()) == null) {
      return new SessionRefusal("DRUG_UNKNOWN", "That drug is not in the drug library.");
    }
    return null;
  }

  private CompletableFuture<Reply<String>> put(SessionFact fact, Signature by, String done) {
    TherapySession session = history.session();
    String id =
        fact instanceof SessionFact.Begun named
            ? named.sessionId()
            : session == null ? "" : session.id();
    SessionRecorded.Builder record = SessionRecorded.newBuilder().setSessionId(id);
    SessionForm.put(fact, record);
    return put(record.setStaffId(by.staffId()).setSecondStaffId(by.secondStaffId()), done);
  }

  /** A fact of the present session that is to be filled in, and by whom. */
  SessionRecorded.Builder fact(String staffId) {
    TherapySession session = history.session();
    return SessionRecorded.newBuilder()
        .setSessionId(session == null ? "" : session.id())
        .setStaffId(staffId);
  }

  /**
   * Puts a fact on record as it is.
   *
   * @param record all but the station's boot
   * @param done one line for staff once it is durable
   */
  CompletableFuture<Reply<String>> put(SessionRecorded.Builder record, String done) {
    var message = record.setStationBootId(link.bootId()).build();
    return keeper
        .keep(Entry.confined(link.bootId(), clock.nowNs(), clock.wall(), message))
        .thenApply(
            kept ->
                kept
                    ? new Reply.Accepted<String>(done)
                    : new Reply.Refused<String>(
                        "NO_RECORD", "The record can't be kept: nothing was entered."));
  }

  /** Why an order may not be read back, one line; null if it may. */
  @Nullable String whyNotPropose(OrderEntry entry) {
    return progress().whyNotPropose(entry.patient().weightG(), entry.newPatient());
  }

  /**
   * Why this read-back may not be started, one line; null if it may. A change of an order that runs
   * always may: it asks for no step.
   *
   * @param readBack of the order that is to start; null if it is none that this station saw
   */
  @Nullable String whyNotStart(@Nullable ReadBack readBack) {
    SessionProgress now = progress();
    TherapySession session = now.session();
    if (!rules.on() || (session != null && session.infusing())) {
      return null;
    }
    if (readBack == null) {
      return "This station never saw that read-back: read the order back again.";
    }
    Order order = readBack.order();
    return now.whyNotStart(
        order.patient().weightG(), order.syringeId(), order.concentrationNgPerMl());
  }

  /** Why the paused order may not go on, one line; null if it may. */
  @Nullable String whyNotResume() {
    return progress().whyNotResume();
  }
}
