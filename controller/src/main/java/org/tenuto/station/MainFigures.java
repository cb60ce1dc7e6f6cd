package org.tenuto.station;

import com.google.protobuf.InvalidProtocolBufferException;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.Checkpoint;
import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.ExecutorLost;
import org.tenuto.proto.journal.HaltRequested;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.Ledger;
import org.tenuto.proto.journal.SessionRecorded;
import org.tenuto.proto.journal.StationStopped;

/**
 * What of a record fits into a table; null for what the record does not say.
 *
 * @param event what happened, within its type
 * @param state of the infusion
 * @param orderNonce order it belongs to; 0 for none
 * @param ledger delivered of it
 * @param rateNlPerH flow rate
 * @param alarm condition raised or cleared
 * @param staffId who asked
 * @param words in plain words
 */
@NullMarked
record MainFigures(
    String event,
    String state,
    long orderNonce,
    @Nullable Ledger ledger,
    @Nullable Long rateNlPerH,
    String alarm,
    String staffId,
    String words) {

  private static final MainFigures NONE =
      new MainFigures("", "", 0, null, null, "", "", "");

  /** Of one record; none of a type that has none. */
  static MainFigures of(JournalRecord record) throws InvalidProtocolBufferException {
    var payload = record.payload();
    return switch (record.type()) {
      case "ExecutorEvent" -> of(ExecutorEvent.parseFrom(payload));
      case "Checkpoint" -> of(Checkpoint.parseFrom(payload));
      case "ExecutorLost" -> of(ExecutorLost.parseFrom(payload));
      case "Intent" -> {
        Intent intent = Intent.parseFrom(payload);
        yield said(intent.getCommandCase().name(), intent.getStaffId(), "");
      }
      case "HaltRequested" -> {
        HaltRequested halt = HaltRequested.parseFrom(payload);
        yield said(halt.getKind().name(), halt.getStaffId(), halt.getCause());
      }
      case "SessionRecorded" -> {
        SessionRecorded entered = SessionRecorded.parseFrom(payload);
        yield said(entered.getFactCase().name(), entered.getStaffId(), "");
      }
      case "StationStopped" -> said("", "", StationStopped.parseFrom(payload).getCause());
      default -> NONE;
    };
  }

  private static MainFigures said(String event, String staffId, String words) {
    return new MainFigures(event, "", 0, null, null, "", staffId, words);
  }

  private static MainFigures of(ExecutorEvent event) {
    var stamp = event.getStamp();
    String alarm =
        event.hasAlarmRaised()
            ? event.getAlarmRaised().getCondition()
            : event.getAlarmCleared().getCondition();
    return new MainFigures(
        event.getBodyCase().name(),
        stamp.getState(),
        stamp.getOrderNonce(),
        stamp.hasLedger() ? stamp.getLedger() : null,
        event.hasProgramSent() ? event.getProgramSent().getRateNlPerH() : null,
        alarm,
        "",
        event.hasAnswered() ? event.getAnswered().getText() : event.getStateChanged().getReason());
  }

  private static MainFigures of(Checkpoint one) {
    return new MainFigures(
        "",
        one.getState(),
        one.getOrderNonce(),
        one.hasLedger() ? one.getLedger() : null,
        one.getRateNlPerH(),
        "",
        "",
        "");
  }

  private static MainFigures of(ExecutorLost lost) {
    return new MainFigures(
        "",
        lost.getState(),
        0,
        lost.hasLedger() ? lost.getLedger() : null,
        lost.getRateNlPerH(),
        "",
        "",
        lost.getCause());
  }
}
