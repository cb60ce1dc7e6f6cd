package org.tenuto.report;

import org.tenuto.proto.journal.ExecutorEvent;
import org.tenuto.proto.journal.HaltRequested;
import org.tenuto.proto.journal.Intent;
import org.tenuto.proto.journal.Order;
import org.tenuto.proto.journal.ProposeChange;

/** What staff asked for, in one line. */
final class ActWords {

  private ActWords() {}

  static String of(Intent intent, long orderNonce) {
    return switch (intent.getCommandCase()) {
      case PROPOSE -> "asked for an order to be read back: " + order(intent);
      case START ->
          intent.getStart().getNonce() == orderNonce
              ? "confirmed and started the order as it was read back"
              : "confirmed what was read back: a change, or another order";
      case RESUME -> "resumed";
      case RESET_FAULT -> "reset the fault";
      case ACKNOWLEDGE_ALARMS -> "acknowledged the alarms";
      case PROPOSE_CHANGE -> "asked for a change to be read back: " + change(intent);
      case PROPOSE_PRIMING ->
          "asked for a priming of "
              + Figures.volume(intent.getProposePriming().getRequest().getVolumeNl())
              + " to be read back";
      case START_PRIMING ->
          intent.getStartPriming().getLineNotConnected()
              ? "confirmed that the line is not connected, and started the priming"
              : "started the priming without confirming that the line is not connected";
      case PAUSE_AUDIO -> "paused the sound";
      case COMMAND_NOT_SET -> "asked for something this version does not know";
    };
  }

  /** The same in a word or two, for what bears on the delivery; else empty. */
  static String mark(Kept kept, long orderNonce) {
    return switch (kept.message()) {
      case Intent intent ->
          switch (intent.getCommandCase()) {
            case START -> intent.getStart().getNonce() == orderNonce ? "start" : "";
            case RESUME -> "resume";
            case RESET_FAULT -> "reset";
            case ACKNOWLEDGE_ALARMS -> "acknowledge";
            case PAUSE_AUDIO -> "sound paused";
            default -> "";
          };
      case HaltRequested halt -> halt.getKind() == HaltRequested.Kind.STOP ? "Stop" : "Pause";
      case ExecutorEvent event when event.hasPanelPressed() ->
          "button " + Words.lower(event.getPanelPressed().getButton());
      case null, default -> "";
    };
  }

  private static String order(Intent intent) {
    Order order = intent.getPropose().getOrder();
    String who = intent.getPropose().getNewPatient() ? ", another person than before" : "";
    return order.getDrugId()
        + ", "
        + order.getProtocolId()
        + ", "
        + Words.program(order)
        + ", "
        + Figures.weight(order.getWeightG())
        + ", "
        + Figures.concentration(order.getConcentrationNgPerMl())
        + who;
  }

  private static String change(Intent intent) {
    ProposeChange change = intent.getProposeChange();
    String program = Words.program(change.getPhasesList());
    return "from phase " + (change.getPhase() + 1L) + " on " + program;
  }
}
