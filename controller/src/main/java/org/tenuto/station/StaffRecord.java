package org.tenuto.station;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.tenuto.journal.Entry;
import org.tenuto.proto.journal.RequestsRefused;
import org.tenuto.proto.journal.SessionRecorded;

/**
 * What staff do at the page, put on record: never a PIN, never on the wire. Any thread.
 */
final class StaffRecord {

  /** From one record of refused requests to the next of the same reason. */
  private static final long REFUSED_EVERY_NS = TimeUnit.MINUTES.toNanos(1);

  private record Refused(long untoldTimes, long toldNs) {}

  private final RecordKeeper keeper;
  private final StationClock clock;
  private final long bootId;
  private final Map<String, Refused> refused = new TreeMap<>();
  private long refusedInAll;

  StaffRecord(RecordKeeper keeper, StationClock clock, long bootId) {
    this.keeper = keeper;
    this.clock = clock;
    this.bootId = bootId;
  }

  /** A fact of the station that keeps this record, to be filled in. */
  SessionRecorded.Builder fact(String staffId) {
    return SessionRecorded.newBuilder().setStationBootId(bootId).setStaffId(staffId);
  }

  void put(SessionRecorded.Builder fact) {
    keeper.note(Entry.confined(bootId, clock.nowNs(), clock.wall(), fact.build()));
  }

  /** A request was refused; the first of a reason is on record at once, the others in sum. */
  synchronized void refused(String code) {
    refusedInAll++;
    Refused before =
        refused.getOrDefault(code, new Refused(0, clock.nowNs() - REFUSED_EVERY_NS));
    refused.put(code, new Refused(before.untoldTimes() + 1, before.toldNs()));
    tellRefused();
  }

  /** Puts on record what is due of refused requests; how many there were in all. */
  synchronized long tellRefused() {
    long nowNs = clock.nowNs();
    refused.replaceAll(
        (code, one) -> {
          if (one.untoldTimes() == 0 || nowNs - one.toldNs() < REFUSED_EVERY_NS) {
            return one;
          }
          put(
              fact("")
                  .setRequestsRefused(
                      RequestsRefused.newBuilder().setCode(code).setTimes(one.untoldTimes())));
          return new Refused(0, nowNs);
        });
    return refusedInAll;
  }
}
