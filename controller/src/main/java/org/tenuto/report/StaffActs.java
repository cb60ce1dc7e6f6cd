package org.tenuto.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tenuto.proto.journal.Answered;
import org.tenuto.proto.journal.ClosedIntent;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.HaltRequested;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.ReadBack;
import org.tenuto.proto.journal.StationRecovered;

/** Every act of staff in a session, in the order of the record, each with its answer. */
final class StaffActs {

  /** A halt is on record after the act; the cycle that took it may be dated a little before it. */
  private static final long HALT_NS = 100_000_000;

  private record Command(long stationBootId, long seq) {}

  private record Taken(boolean stop, long monoNs) {}

  private static final String STOP = "pressed Stop";
  private static final String PAUSE = "pressed Pause";

  private final long orderNonce;
  private final List<StaffAct> acts = new ArrayList<>();
  private final Map<Command, StaffAct> asked = new HashMap<>();
  private final Map<Long, StaffAct> bySeq = new HashMap<>();
  private final List<StaffAct> halts = new ArrayList<>();
  private final List<Taken> taken = new ArrayList<>();

  /** Of the session of the order with that nonce. */
  StaffActs(long orderNonce) {
    this.orderNonce = orderNonce;
  }

  /** Takes the next record of the session. */
  void take(Kept kept) {
    switch (kept.message()) {
      case Intent intent -> {
        StaffAct act = add(kept, intent.getStaffId(), ActWords.of(intent, orderNonce));
        asked.put(new Command(intent.getStationBootId(), intent.getCommandSeq()), act);
        bySeq.put(kept.seq(), act);
      }
      case HaltRequested halt -> halted(halt, kept);
      case ExecutorEvent event -> said(event, kept);
      case StationRecovered one -> one.getClosedList().forEach(this::closed);
      case null, default -> {
        // Nobody's act.
      }
    }
  }

  private StaffAct add(Kept kept, String who, String what) {
    StaffAct act = new StaffAct(kept, kept.monoNs(), who, what);
    acts.add(act);
    return act;
  }

  private void halted(HaltRequested halt, Kept kept) {
    boolean stop = halt.getKind() == HaltRequested.Kind.STOP;
    String cause = halt.getCause().isEmpty() ? "" : ": " + halt.getCause();
    String who = halt.getStaffId().isEmpty() ? StaffAct.STATION : halt.getStaffId();
    StaffAct act = add(kept, who, (stop ? STOP : PAUSE) + cause);
    boolean wasTaken =
        taken.stream()
            .anyMatch(one -> one.stop() == stop && one.monoNs() >= kept.monoNs() - HALT_NS);
    act.answered(wasTaken ? "taken" : "not on record as taken");
    if (!wasTaken) {
      halts.add(act);
    }
  }

  private void halted(boolean stop, long monoNs) {
    taken.add(new Taken(stop, monoNs));
    for (StaffAct act : halts) {
      if (act.what().startsWith(stop ? STOP : PAUSE)) {
        act.answered("taken");
      }
    }
    halts.removeIf(act -> act.answer().equals("taken"));
  }

  private void said(ExecutorEvent event, Kept kept) {
    if (event.hasAnswered()) {
      Answered one = event.getAnswered();
      answer(new Command(one.getStationBootId(), one.getCommandSeq()), words(one));
    } else if (event.hasOrderReadBack()) {
      var one = event.getOrderReadBack();
      Command command = new Command(one.getStationBootId(), one.getCommandSeq());
      answer(command, words(one.getReadBack()));
    } else if (event.hasPrimingOffered()) {
      var one = event.getPrimingOffered();
      answer(
          new Command(one.getStationBootId(), one.getCommandSeq()),
          "read back: " + Figures.volume(one.getVolumeNl()) + " at "
              + Figures.flowRate(one.getRateNlPerH()));
    } else if (event.hasHaltTaken()) {
      halted(event.getHaltTaken().getStop(), event.getStamp().getMonoNs());
    } else if (event.hasPanelPressed()) {
      boolean stop = event.getPanelPressed().getButton().equals("STOP");
      String button = Words.lower(event.getPanelPressed().getButton());
      add(kept, "", "pressed the button " + button + " at the device")
          .answered(stop ? "taken" : "starts nothing");
    }
  }

  private void answer(Command command, String words) {
    StaffAct act = asked.get(command);
    if (act != null) {
      act.answered(words);
    }
  }

  private void closed(ClosedIntent one) {
    StaffAct act = bySeq.get(one.getJournalSeq());
    if (act != null) {
      act.answered(
          switch (one.getOutcome()) {
            case ACCEPTED -> "accepted (found by the next station)";
            case REJECTED -> "refused (found by the next station)";
            case EXPIRED -> "never reached the controller";
            default -> "unconfirmed: counted as taken";
          });
    }
  }

  private static String words(Answered one) {
    String reason =
        one.getText().isEmpty() ? "" : ": " + one.getText() + " (" + one.getCode() + ")";
    return Words.lower(one.getAnswer()) + reason;
  }

  private static String words(ReadBack readBack) {
    String refusals =
        readBack.getFindingsList().stream()
            .filter(one -> one.getSeverity().equals("HARD"))
            .map(one -> one.getText() + " (" + one.getCode() + ")")
            .collect(Collectors.joining("; "));
    return refusals.isEmpty()
        ? "read back: "
            + Figures.drug(readBack.getAchievedNg())
            + ", "
            + Figures.volume(readBack.getVolumeNl())
        : "refused: " + refusals;
  }

  List<StaffAct> all() {
    return List.copyOf(acts);
  }
}
