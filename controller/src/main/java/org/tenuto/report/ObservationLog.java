package org.tenuto.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tenuto.observation.Reading;
import org.tenuto.proto.journal.AdviceGiven;
import org.tenuto.proto.journal.LimitsInForce;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.station.ObservationForm;

/** What was observed of the patient in a session, what it was held against, and what was advised. */
final class ObservationLog {

  /** A reading and its record. */
  record Seen(Kept kept, Reading reading) {}

  /** Something the device told staff, or staff said to it. */
  record Told(Kept kept, String who, String what) {}

  private final Map<Long, Seen> readings = new TreeMap<>();
  private final Map<Long, Reading> instead = new TreeMap<>();
  private final List<Told> told = new ArrayList<>();
  private @Nullable LimitsInForce limits;
  private int unreadable;

  /** Takes a record from before the session: only what was in force matters of it. */
  void takeBefore(Kept kept) {
    if (kept.message() instanceof SessionRecorded one && one.hasLimitsInForce()) {
      limits = one.getLimitsInForce();
    }
  }

  /** Takes the next record of the session. */
  void take(Kept kept) {
    if (kept.message() instanceof SessionRecorded one) {
      try {
        Reading reading = ObservationForm.reading(one, kept.monoNs());
        if (reading == null) {
          said(kept, one);
        } else {
          readings.put(reading.number(), new Seen(kept, reading));
          if (reading.corrects() != 0) {
            instead.put(reading.corrects(), reading);
          }
        }
      } catch (IllegalArgumentException e) {
        unreadable++; // said in the report
      }
    }
  }

  private void said(Kept kept, SessionRecorded one) {
    switch (one.getFactCase()) {
      case ADVICE_GIVEN -> told.add(new Told(kept, StaffAct.STATION, words(one.getAdviceGiven())));
      case OBSERVATION_LATE -> {
        var late = one.getObservationLate();
        String what =
            Words.lower(late.getSeries()) + ", " + late.getTitle() + ": "
                + (late.getLateness().equals("PROMPT") ? "late by 2 min" : "missing for 5 min");
        told.add(new Told(kept, StaffAct.STATION, what));
      }
      case ADVICE_NOTED -> {
        var noted = one.getAdviceNoted();
        String what =
            "took note of advice on reading " + noted.getReading() + ": "
                + Words.lower(noted.getAction());
        told.add(new Told(kept, one.getStaffId(), what));
      }
      case PAUSED_BY_OBSERVATION ->
          told.add(
              new Told(
                  kept,
                  StaffAct.STATION,
                  "paused by itself for a confirmed reading: "
                      + one.getPausedByObservation().getText()));
      default -> {
        // Not of observation.
      }
    }
  }

  private static String words(AdviceGiven one) {
    return Words.lower(one.getLevel()) + ", reading " + one.getReading() + ": " + one.getText()
        + (one.getConfirmed() ? " (confirmed)" : "") + ". Limit: " + one.getOrigin();
  }

  /** All, by their numbers. */
  List<Seen> readings() {
    return List.copyOf(readings.values());
  }

  /** Those that no other took the place of. */
  List<Seen> standing() {
    return readings().stream()
        .filter(one -> !instead.containsKey(one.reading().number()))
        .toList();
  }

  /** When a reading was taken: a correction, when the one it corrects was. */
  Kept takenAt(Seen seen) {
    Seen first = seen;
    Seen before = readings.get(first.reading().corrects());
    while (before != null && before.reading().number() < first.reading().number()) {
      first = before;
      before = readings.get(first.reading().corrects());
    }
    return first.kept();
  }

  /** The reading that took its place, or made it void; null if none did. */
  @Nullable Reading instead(long number) {
    return instead.get(number);
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  /** What readings were held against; null if nothing says. */
  @Nullable LimitsInForce limits() {
    return limits;
  }

  /** Records of observation this version can't read. */
  int unreadable() {
    return unreadable;
  }
}
