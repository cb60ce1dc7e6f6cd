package org.tenuto.report;

/** All that the records of one session say. Given every record from the journal's first on. */
final class SessionFacts {

  private final SessionSpan span;
  private final DeviceFacts device = new DeviceFacts();
  private final AlarmLog alarms = new AlarmLog();
  private final StaffActs acts;
  private final PrimingLog primings = new PrimingLog();
  private final ObservationLog observation = new ObservationLog();
  private final OrderFacts order;
  private final DeliveryTrail trail;
  private final PressureTrail pressure;
  private final Ending ending;
  private final BoardBoots boards = new BoardBoots();
  private final TherapyLog therapy;
  private boolean begun;
  private long lastNs;

  SessionFacts(SessionSpan span) {
    this.span = span;
    acts = new StaffActs(span.nonce());
    order = new OrderFacts(span.nonce());
    trail = new DeliveryTrail(span.nonce());
    pressure = new PressureTrail(span.nonce());
    ending = new Ending(span.nonce());
    therapy = new TherapyLog(span.startSeq());
    lastNs = span.startNs();
  }

  /** Takes the next record, up to the session's last. */
  void take(Kept kept) {
    therapy.take(kept); // its discharge and notes come after the order's last record
    if (kept.seq() > span.toSeq()) {
      return;
    }
    if (kept.seq() >= span.fromSeq() && !begun) {
      begun = true;
      device.begin();
      alarms.begin();
    }
    boards.take(kept);
    device.take(kept);
    alarms.take(kept);
    order.take(kept);
    ending.take(kept);
    observation.takeBefore(kept);
    if (begun) {
      takeOwn(kept);
    }
  }

  private void takeOwn(Kept kept) {
    acts.take(kept);
    primings.take(kept);
    observation.take(kept);
    if (boards.isSame(kept.seq(), span.startSeq())) {
      lastNs = Math.max(lastNs, kept.monoNs());
      trail.take(kept);
      pressure.take(kept);
    } else if (kept.seq() > span.startSeq()) {
      trail.close();
    }
  }

  /** Whether a record's monotonic time and the order's are of one boot of the board. */
  boolean isOnOneClock(Kept kept) {
    return boards.isSame(kept.seq(), span.startSeq());
  }

  /** The last moment on record by the order's own clock, monotonic ns. */
  long lastNs() {
    return lastNs;
  }

  /** What was delivered, with what may have flowed unseen. */
  Bracket delivered() {
    TrailPoint last = trail.last();
    Bracket heard = last == null ? Bracket.NOTHING : Bracket.of(last);
    return trail.endIsBlind()
        ? heard.widened(highestNlPerH(), trail.blindNs(), order.volumeNl())
        : heard;
  }

  /** The highest flow rate that was permitted, nL/h. */
  long highestNlPerH() {
    return Math.max(trail.highestNlPerH(), order.highestNlPerH());
  }

  SessionSpan span() {
    return span;
  }

  DeviceFacts device() {
    return device;
  }

  OrderFacts order() {
    return order;
  }

  AlarmLog alarms() {
    return alarms;
  }

  StaffActs acts() {
    return acts;
  }

  PrimingLog primings() {
    return primings;
  }

  ObservationLog observation() {
    return observation;
  }

  DeliveryTrail trail() {
    return trail;
  }

  PressureTrail pressure() {
    return pressure;
  }

  TherapyLog therapy() {
    return therapy;
  }

  Ending ending() {
    return ending;
  }
}
