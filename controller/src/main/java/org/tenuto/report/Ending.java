package org.tenuto.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tenuto.alarm.AlarmCondition;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.ExecutorLost;
import org.tenuto.proto.journal.HaltRequested;
import org.tenuto.proto.journal.StationStarted;

/** How an order ended, in one line, and when. */
final class Ending {

  /** A stop is on record within so long of its being taken, ns. */
  private static final long STOP_NS = 2_000_000_000;

  private record Alarm(long cycle, long bootId, String condition) {}

  private record Stop(long monoNs, String who) {}

  private final long nonce;
  private final List<Alarm> alarms = new ArrayList<>();
  private final List<Stop> stops = new ArrayList<>();
  private long bootId;
  private boolean underWay;
  private long underWayNs;
  private boolean lost;
  private String state = "";
  private String reason = "";
  private String gone = "";
  private long cycle;
  private long endNs;
  private String board = "";

  Ending(long nonce) {
    this.nonce = nonce;
  }

  /** Takes the next record. */
  void take(Kept kept) {
    switch (kept.message()) {
      case ExecutorEvent event -> said(event, kept);
      case ExecutorLost one when one.getExecutorBootId() == bootId -> lost = true;
      case HaltRequested halt when halt.getKind() == HaltRequested.Kind.STOP ->
          stops.add(new Stop(kept.monoNs(), halt.getStaffId()));
      case StationStarted one -> boardBooted(one.getBoardBootId());
      case null, default -> {
        // Ends nothing.
      }
    }
  }

  private void boardBooted(String boardBootId) {
    if (underWay && !boardBootId.equals(board)) {
      gone = "the board was started anew, as after a loss of power";
      underWay = false;
    }
    board = boardBootId;
  }

  private void said(ExecutorEvent event, Kept kept) {
    var stamp = event.getStamp();
    long eventBootId = kept.record().bootId();
    if (event.hasBooted() && underWay && eventBootId != bootId) {
      gone = lost ? "the controller was lost" : "the controller was started anew";
      underWay = false;
    }
    if (event.hasAlarmRaised()) {
      String condition = event.getAlarmRaised().getCondition();
      alarms.add(new Alarm(stamp.getCycle(), eventBootId, condition));
    } else if (event.hasPanelPressed() && event.getPanelPressed().getButton().equals("STOP")) {
      stops.add(new Stop(stamp.getMonoNs(), BUTTON));
    }
    if (stamp.getOrderNonce() != nonce || !state.isEmpty()) {
      return;
    }
    if (Words.isUnderWay(stamp.getState()) || event.hasProgramSent()) {
      bootId = eventBootId;
      underWay = true;
      lost = false;
      underWayNs = stamp.getMonoNs();
    } else if (underWay) {
      underWay = false;
      state = stamp.getState();
      reason = event.hasStateChanged() ? event.getStateChanged().getReason() : "";
      cycle = stamp.getCycle();
      endNs = stamp.getMonoNs();
    }
  }

  private static final String BUTTON = "button";

  /** Whether it came to an end that the controller itself told. */
  boolean isTold() {
    return !state.isEmpty();
  }

  /** When it ended, monotonic ns; else when it was last heard to be under way. */
  long endNs() {
    return isTold() ? endNs : underWayNs;
  }

  /** How it ended, one line. */
  String text() {
    if (isTold()) {
      return switch (state) {
        case "COMPLETE" -> "Completed: the ordered volume was delivered.";
        case "FAULT" -> "Stopped by a fault: " + causes() + ".";
        default -> stopped();
      };
    }
    if (!gone.isEmpty()) {
      return "Broken off: " + gone + ".";
    }
    if (lost) {
      return "Broken off: the controller was lost.";
    }
    return underWay
        ? "Not over where the record ends."
        : "Start was asked for; whether anything was delivered is not on record.";
  }

  private String stopped() {
    return switch (reason) {
      case "STOPPED_BY_STAFF" -> "Stopped by staff" + by() + ".";
      case "SHUT_DOWN" -> "Ended: the controller was shut down.";
      case "" -> "Over: how it ended is not on record.";
      default -> "Stopped: " + Words.lower(reason) + ".";
    };
  }

  private String by() {
    return stops.reversed().stream()
        .filter(stop -> Math.abs(stop.monoNs() - endNs) <= STOP_NS)
        .findFirst()
        .map(
            stop ->
                stop.who().equals(BUTTON)
                    ? ", with the button at the device"
                    : ", " + Words.staff(stop.who()))
        .orElse("");
  }

  /** The alarm conditions of that very cycle that stop. */
  private String causes() {
    String causes =
        alarms.stream()
            .filter(alarm -> alarm.bootId() == bootId && alarm.cycle() == cycle)
            .map(Alarm::condition)
            .filter(Ending::faults)
            .distinct()
            .collect(Collectors.joining(", "));
    return causes.isEmpty() ? "its alarm is not on record" : causes;
  }

  private static boolean faults(String condition) {
    for (AlarmCondition one : AlarmCondition.values()) {
      if (one.name().equals(condition)) {
        return one.effect() == AlarmCondition.Effect.FAULT;
      }
    }
    return true;
  }
}
