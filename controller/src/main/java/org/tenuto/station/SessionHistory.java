package org.tenuto.station;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.Order;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.session.SessionFact;
import org.tenuto.session.SessionFact.OrderState;
import org.tenuto.session.Signature;
import org.tenuto.session.TherapySession;

/**
 * The present therapy session and when the one before gave something, from this device's own
 * record: read back once at start, then kept up with every record that is durable. Any thread.
 */
final class SessionHistory implements RecordFollower {

  private static final List<String> TYPES = List.of("SessionRecorded", "ExecutorEvent");

  private static final int PAGE = 1_000;

  /** Read-backs that may still be started; only the last one can. */
  private static final int REMEMBERED = 16;

  private final Map<Long, Order> orders = new LinkedHashMap<>();
  private @Nullable TherapySession session;
  private long gaveWallMs;

  /** What the journal has of it. */
  static SessionHistory load(Journal journal) throws JournalException {
    SessionHistory history = new SessionHistory();
    List<JournalRecord> newestFirst = new ArrayList<>();
    try (JournalReader reader = journal.reader()) {
      long beforeSeq = Long.MAX_VALUE;
      int begun = 0;
      boolean more = true;
      while (more) {
        List<JournalRecord> page = reader.readOfTypesBefore(TYPES, beforeSeq, PAGE);
        newestFirst.addAll(page);
        for (JournalRecord record : page) {
          begun += isBegin(record) ? 1 : 0;
        }
        more = page.size() == PAGE && begun < 2;
        beforeSeq = page.isEmpty() ? 0 : page.getLast().seq();
      }
    }
    for (JournalRecord record : newestFirst.reversed()) {
      history.heard(record);
    }
    return history;
  }

  private static boolean isBegin(JournalRecord record) throws JournalException {
    try {
      return record.type().equals("SessionRecorded")
          && SessionRecorded.parseFrom(record.payload()).hasBegun();
    } catch (InvalidProtocolBufferException e) {
      throw unreadable(record, e);
    }
  }

  private static JournalException unreadable(JournalRecord record, Exception cause) {
    return new JournalException(
        Reason.CORRUPT, "record " + record.seq() + ": unreadable", cause);
  }

  @Override
  public synchronized void heard(JournalRecord record) throws JournalException {
    try {
      if (record.type().equals("SessionRecorded")) {
        recorded(SessionRecorded.parseFrom(record.payload()), record.wallMs());
      } else if (record.type().equals("ExecutorEvent")) {
        event(ExecutorEvent.parseFrom(record.payload()), record.wallMs());
      }
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw unreadable(record, e);
    }
  }

  private void recorded(SessionRecorded recorded, long wallMs) {
    SessionFact fact = SessionForm.fact(recorded);
    if (fact == null) {
      return;
    }
    var by = new Signature(recorded.getStaffId(), recorded.getSecondStaffId(), wallMs);
    if (fact instanceof SessionFact.Begun begun) {
      session = TherapySession.begin(begun, by);
    } else if (session != null) {
      session = session.with(fact, by);
    }
    if (fact instanceof SessionFact.GivenByHand) {
      gaveWallMs = wallMs;
    }
  }

  private void event(ExecutorEvent event, long wallMs) {
    if (event.hasOrderReadBack()) {
      ReadBack readBack = JournalOrderParser.readBack(event.getOrderReadBack().getReadBack());
      orders.put(readBack.orderNonce(), readBack.order());
      if (orders.size() > REMEMBERED) {
        orders.remove(orders.keySet().iterator().next());
      }
    }
    follow(event.getStamp(), wallMs);
  }

  private void follow(org.tenuto.proto.journal.Stamp stamp, long wallMs) {
    InfusionState state = InfusionState.valueOf(stamp.getState());
    boolean underWay = state == InfusionState.INFUSING || state == InfusionState.PAUSED;
    if (underWay) {
      gaveWallMs = wallMs;
    }
    boolean known = session != null && session.orders().containsKey(stamp.getOrderNonce());
    if (session != null && stamp.getOrderNonce() != 0 && (known || underWay)) {
      session = session.with(delivered(stamp, state), new Signature("", "", wallMs));
    }
    endOthers(underWay ? stamp.getOrderNonce() : 0, wallMs);
  }

  /** Only one order is under way at a time: an executor that came back knows of no other. */
  private void endOthers(long underWayNonce, long wallMs) {
    TherapySession before = session;
    if (before == null || !before.infusing()) {
      return;
    }
    for (TherapySession.OrderRun run : before.orders().values()) {
      SessionFact.Delivered last = run.last();
      if (last.state() != OrderState.OVER && last.orderNonce() != underWayNonce) {
        session =
            requireNonNull(session).with(last.over(), new Signature("", "", wallMs));
      }
    }
  }

  private SessionFact delivered(org.tenuto.proto.journal.Stamp stamp, InfusionState state) {
    Order order = orders.get(stamp.getOrderNonce());
    return new SessionFact.Delivered(
        stamp.getOrderNonce(),
        switch (state) {
          case INFUSING -> OrderState.RUNNING;
          case PAUSED -> OrderState.PAUSED;
          default -> OrderState.OVER;
        },
        stamp.getLedger().getAtLeastNl(),
        stamp.getLedger().getAtMostNl(),
        order == null ? "" : order.drugId(),
        order == null ? 0 : order.concentrationNgPerMl());
  }

  /** The present or last session; null if there is none on record. */
  synchronized @Nullable TherapySession session() {
    return session;
  }

  /** When this device last gave something, or somebody by hand, ms; 0 if never. */
  synchronized long gaveWallMs() {
    return gaveWallMs;
  }
}
