package org.tenuto.station;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenuto.dose.PriorDose;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.journal.Journal;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.proto.journal.StationStarted;
import org.tenuto.pump.PumpState;
import org.tenuto.web.LiveView;

/**
 * What this device gave in the last 24 h to whom may be the same person, from its own record: read
 * back once at start, then kept up with every record that is durable. Any thread.
 *
 * <p>Errs towards more and later. A dose counts with what it gave at most; one whose end is not on
 * record, with its whole order. When the wall clock was set, or a station found it further back
 * than the record ends, all doses so far count as ended at that moment. What can't be told: a board
 * without power whose clock came back too far ahead.
 */
final class DoseHistory implements RecordFollower {

  private static final List<String> TYPES =
      List.of("StationStarted", "ClockStepped", "Intent", "ExecutorEvent", "SessionRecorded");

  private static final long DAY_MS = 86_400_000;

  /** Records looked back through at least; each order makes some twenty. */
  private static final int LOOK_BACK = 20_000;

  private static final int PAGE = 1_000;

  /** Proposals and read-backs that may still be started; only the last one can. */
  private static final int REMEMBERED = 16;

  /** What staff said with a proposal, by station boot and command sequence. */
  private record Key(long stationBootId, long commandSeq) {}

  private record Proposal(boolean newPatient, boolean demo) {}

  private record Shown(ReadBack readBack, Proposal proposal) {}

  private final Map<Key, Proposal> proposals = new LinkedHashMap<>();
  private final Map<Long, Shown> shown = new LinkedHashMap<>();
  private final List<RecordedDose> doses = new ArrayList<>();
  private final List<RecordedHandDose> handDoses = new ArrayList<>();
  private String sessionId = "";
  private PumpState pumpState = PumpState.LOST;
  private String boardBootId = "";
  private long offsetMs;
  private long lastWallMs;

  /** What the journal has of it. */
  static DoseHistory load(Journal journal) throws JournalException {
    DoseHistory history = new DoseHistory();
    List<JournalRecord> newestFirst = new ArrayList<>();
    try (JournalReader reader = journal.reader()) {
      long beforeSeq = Long.MAX_VALUE;
      boolean more = true;
      while (more) {
        List<JournalRecord> page = reader.readOfTypesBefore(TYPES, beforeSeq, PAGE);
        newestFirst.addAll(page);
        more = page.size() == PAGE && goesOn(newestFirst);
        beforeSeq = page.isEmpty() ? 0 : page.getLast().seq();
      }
    }
    for (JournalRecord record : newestFirst.reversed()) {
      history.heard(record);
    }
    return history;
  }

  /** Whether older records can matter: also a clock that was wrong must not hide a dose. */
  private static boolean goesOn(List<JournalRecord> newestFirst) {
    long spanMs = newestFirst.getFirst().wallMs() - newestFirst.getLast().wallMs();
    return newestFirst.size() < LOOK_BACK || spanMs < 2 * DAY_MS;
  }

  @Override
  public synchronized void heard(JournalRecord record) throws JournalException {
    try {
      switch (record.type()) {
        case "StationStarted" -> started(StationStarted.parseFrom(record.payload()), record);
        case "ClockStepped" -> stepped(record);
        case "Intent" -> intent(Intent.parseFrom(record.payload()));
        case "SessionRecorded" ->
            session(SessionRecorded.parseFrom(record.payload()), record.wallMs());
        case "ExecutorEvent" -> event(ExecutorEvent.parseFrom(record.payload()), record);
        default -> {
          // Says nothing of doses.
        }
      }
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new JournalException(Reason.CORRUPT, "record " + record.seq() + ": unreadable", e);
    }
    lastWallMs = record.wallMs();
  }

  /** Between two stations the clock may have been set too. */
  private void started(StationStarted started, JournalRecord record) {
    long nowOffsetMs = ClockWatch.offsetMs(record.monoNs(), record.wallMs());
    boolean sameBoard = !boardBootId.isEmpty() && boardBootId.equals(started.getBoardBootId());
    boolean stepped = sameBoard && Math.abs(nowOffsetMs - offsetMs) > ClockWatch.STEP_MS;
    if (stepped || record.wallMs() < lastWallMs - ClockWatch.STEP_MS) {
      agesUnknown(record.wallMs());
    }
    boardBootId = started.getBoardBootId();
    offsetMs = nowOffsetMs;
  }

  private void stepped(JournalRecord record) {
    agesUnknown(record.wallMs());
    offsetMs = ClockWatch.offsetMs(record.monoNs(), record.wallMs());
  }

  private void agesUnknown(long wallMs) {
    doses.forEach(dose -> dose.endedNoEarlierThan(wallMs));
    handDoses.forEach(dose -> dose.givenNoEarlierThan(wallMs));
  }

  /** A flush gives what stands in the line, on top of what the pump gave. */
  private void session(SessionRecorded recorded, long wallMs) {
    sessionId = recorded.getSessionId();
    handDoses.removeIf(dose -> wallMs - dose.givenWallMs() > DAY_MS);
    if (recorded.hasGivenByHand()) {
      var given = recorded.getGivenByHand();
      handDoses.add(
          new RecordedHandDose(
              sessionId, given.getDrugId(), given.getNg(), given.getGivenWallMs()));
    } else if (recorded.hasBalanced() && recorded.getBalanced().getFlushedNg() > 0) {
      var balance = recorded.getBalanced();
      handDoses.add(
          new RecordedHandDose(
              sessionId, balance.getDrugId(), balance.getFlushedNg(), wallMs));
    }
  }

  private void intent(Intent intent) {
    if (intent.hasPropose()) {
      var propose = intent.getPropose();
      proposals.put(
          new Key(intent.getStationBootId(), intent.getCommandSeq()),
          new Proposal(propose.getNewPatient(), propose.getDemo()));
      forgetOldest(proposals);
    }
  }

  private void event(ExecutorEvent event, JournalRecord record) {
    if (event.hasBooted()) {
      pumpState = PumpState.LOST;
    } else if (event.hasPumpChanged()) {
      pumpState = PumpState.valueOf(event.getPumpChanged().getPumpState());
    } else if (event.hasOrderReadBack()) {
      readBack(event.getOrderReadBack());
    } else if (event.hasOrderChanged()) {
      changed(JournalOrderParser.readBack(event.getOrderChanged().getReadBack()));
    }
    follow(event, record);
  }

  private void readBack(org.tenuto.proto.journal.OrderReadBack message) {
    ReadBack readBack = JournalOrderParser.readBack(message.getReadBack());
    if (DeviceMemory.isInForce(readBack)) {
      Key key = new Key(message.getStationBootId(), message.getCommandSeq());
      shown.put(
          readBack.nonce(),
          new Shown(readBack, proposals.getOrDefault(key, new Proposal(false, false))));
      forgetOldest(shown);
    }
  }

  private void changed(ReadBack readBack) {
    RecordedDose dose = doseOf(readBack.orderNonce());
    if (dose != null) {
      dose.changed(readBack);
    }
  }

  private void follow(ExecutorEvent event, JournalRecord record) {
    var stamp = event.getStamp();
    InfusionState state = InfusionState.valueOf(stamp.getState());
    boolean underWay = state == InfusionState.INFUSING || state == InfusionState.PAUSED;
    RecordedDose dose = doseOf(stamp.getOrderNonce());
    if (dose == null && (underWay || event.hasProgramSent())) {
      dose = begin(stamp.getOrderNonce(), record);
    }
    if (dose != null) {
      long atMostNl = stamp.getLedger().getAtMostNl();
      dose.heard(stamp.getMonoNs(), record.wallMs(), atMostNl, underWay, atRest());
    }
  }

  private boolean atRest() {
    return pumpState == PumpState.STOPPED
        || pumpState == PumpState.PREPARING
        || pumpState == PumpState.PROGRAMMING;
  }

  private @Nullable RecordedDose doseOf(long nonce) {
    return doses.stream().filter(dose -> dose.isOf(nonce)).findFirst().orElse(null);
  }

  /** A delivery began. Null if its read-back is not on record, which a start does not get by. */
  private @Nullable RecordedDose begin(long nonce, JournalRecord record) {
    Shown order = shown.get(nonce);
    if (order == null) {
      return null;
    }
    if (order.proposal().newPatient()) {
      doses.clear();
      handDoses.removeIf(dose -> !dose.isOf(sessionId));
    }
    doses.removeIf(dose -> record.wallMs() - dose.endedWallMs() > DAY_MS);
    RecordedDose dose =
        new RecordedDose(
            order.readBack(), order.proposal().demo(), record.monoNs(), record.wallMs());
    doses.add(dose);
    return dose;
  }

  private static <K> void forgetOldest(Map<K, ?> map) {
    if (map.size() > REMEMBERED) {
      map.remove(map.keySet().iterator().next());
    }
  }

  /**
   * The doses an order that is made now has to count, newest first; the oldest of a drug are added
   * up, as late as the latest of them, until there are few enough.
   *
   * @param demo whether the order's drug is one for demonstrations, which only count for each other
   * @param most how many at most
   * @param nowNs monotonic ns
   */
  synchronized List<PriorDose> priorDoses(boolean demo, int most, long nowNs) {
    List<PriorDose> priors = new ArrayList<>(ofLastDay(demo, nowNs));
    priors.addAll(byHand(nowNs, false));
    return fewEnough(priors, most);
  }

  /**
   * The doses an order for another person than those before has to count: what it was given by hand
   * in its session.
   *
   * @param most how many at most
   * @param nowNs monotonic ns
   */
  synchronized List<PriorDose> dosesOfSession(int most, long nowNs) {
    return fewEnough(new ArrayList<>(byHand(nowNs, true)), most);
  }

  /** By hand of the last day, newest first; drugs for demonstrations and others alike. */
  private List<PriorDose> byHand(long nowNs, boolean ofSessionOnly) {
    long nowWallMs = nowWallMs(nowNs);
    return handDoses.reversed().stream()
        .filter(dose -> !ofSessionOnly || dose.isOf(sessionId))
        .filter(dose -> nowWallMs - dose.givenWallMs() < DAY_MS)
        .map(dose -> dose.priorDose(nowWallMs))
        .toList();
  }

  private static List<PriorDose> fewEnough(List<PriorDose> priors, int most) {
    while (priors.size() > most && mergeOldest(priors)) {
      // Once more.
    }
    return List.copyOf(priors);
  }

  /**
   * Newest first. Now is what the wall clock shows unless it was set since the record last looked;
   * where that is before the record's end, no age is known and each dose ended just now.
   */
  private List<PriorDose> ofLastDay(boolean demo, long nowNs) {
    long nowWallMs = nowWallMs(nowNs);
    return doses.reversed().stream()
        .filter(dose -> dose.isDemo() == demo && dose.ng() > 0)
        .filter(dose -> nowWallMs - dose.endedWallMs() < DAY_MS)
        .map(dose -> dose.priorDose(nowWallMs))
        .toList();
  }

  private long nowWallMs(long nowNs) {
    long nowWallMs = offsetMs + Math.floorDiv(nowNs, 1_000_000L);
    if (lastWallMs - nowWallMs > ClockWatch.STEP_MS) {
      agesUnknown(nowWallMs);
    }
    return nowWallMs;
  }

  /** Adds the oldest dose to the next younger one like it; false if there is none. */
  private static boolean mergeOldest(List<PriorDose> newestFirst) {
    for (int old = newestFirst.size() - 1; old > 0; old--) {
      for (int young = old - 1; young >= 0; young--) {
        if (isAlike(newestFirst.get(young), newestFirst.get(old))) {
          newestFirst.set(young, sum(newestFirst.get(young), newestFirst.remove(old)));
          return true;
        }
      }
    }
    return false;
  }

  /** One told by staff is not added to one of this device's own: they count apart. */
  private static boolean isAlike(PriorDose one, PriorDose other) {
    return one.drugId().equals(other.drugId()) && one.declared() == other.declared();
  }

  private static PriorDose sum(PriorDose young, PriorDose old) {
    return new PriorDose(
        young.drugId(),
        Math.addExact(young.ng(), old.ng()),
        young.durationS(),
        Math.min(young.endedAgoS(), old.endedAgoS()),
        young.thisSession() || old.thisSession(),
        young.declared() && old.declared());
  }

  /** The same for staff to see, of drugs for demonstrations or others; null if there is none. */
  synchronized LiveView.@Nullable RecentDose recent(boolean demo, long nowNs) {
    List<PriorDose> priors = ofLastDay(demo, nowNs);
    if (priors.isEmpty()) {
      return null;
    }
    return new LiveView.RecentDose(
        priors.stream().mapToLong(PriorDose::ng).sum(),
        priors.stream().mapToLong(PriorDose::endedAgoS).min().orElse(0));
  }
}
