package org.tenuto.link;

import org.jspecify.annotations.Nullable;
import org.tenuto.control.StationCommand;
import org.tenuto.control.StationCommand.AcknowledgeAlarms;
import org.tenuto.control.StationCommand.Header;
import org.tenuto.control.StationCommand.PauseAudio;
import org.tenuto.control.StationCommand.Propose;
import org.tenuto.control.StationCommand.ProposeChange;
import org.tenuto.control.StationCommand.ProposePriming;
import org.tenuto.control.StationCommand.ResetFault;
import org.tenuto.control.StationCommand.Resume;
import org.tenuto.control.StationCommand.Start;
import org.tenuto.control.StationCommand.StartPriming;
import org.tenuto.dose.Order;

/** A command as a slot. Decoding allocates the command. */
final class CommandCodec {

  /** Longest id, bytes of UTF-8; a SHA-256 in hex has 64. */
  static final int ID_BYTES = 64;

  private static final int PROPOSE = 1;
  private static final int START = 2;
  private static final int RESUME = 3;
  private static final int RESET_FAULT = 4;
  private static final int ACKNOWLEDGE_ALARMS = 5;
  private static final int PROPOSE_CHANGE = 6;
  private static final int PROPOSE_PRIMING = 7;
  private static final int START_PRIMING = 8;
  private static final int PAUSE_AUDIO = 9;

  private CommandCodec() {}

  static void encode(StationCommand command, SlotWriter slot) {
    slot.begin();
    switch (command) {
      case Propose propose -> {
        header(PROPOSE, command, slot);
        OrderCodec.encode(propose.order(), slot);
      }
      case ProposeChange propose -> {
        header(PROPOSE_CHANGE, command, slot);
        slot.i64(propose.orderNonce());
        slot.count("phases before it", propose.phase(), Order.MOST_PHASES - 1);
        OrderCodec.encode(propose.change(), slot);
      }
      case Start start -> {
        header(START, command, slot);
        slot.i64(start.nonce());
        slot.id("readBackHash", start.readBackHash(), ID_BYTES);
      }
      case Resume resume -> {
        header(RESUME, command, slot);
        slot.i64(resume.nonce());
      }
      case ProposePriming propose -> {
        header(PROPOSE_PRIMING, command, slot);
        PrimingCodec.encode(propose.request(), slot);
      }
      case StartPriming start -> {
        header(START_PRIMING, command, slot);
        slot.i64(start.nonce());
        slot.id("readBackHash", start.readBackHash(), ID_BYTES);
        slot.flag(start.lineNotConnected());
      }
      case ResetFault _ -> header(RESET_FAULT, command, slot);
      case AcknowledgeAlarms _ -> header(ACKNOWLEDGE_ALARMS, command, slot);
      case PauseAudio _ -> header(PAUSE_AUDIO, command, slot);
    }
  }

  private static void header(int type, StationCommand command, SlotWriter slot) {
    Header header = command.header();
    slot.u8(type);
    slot.i64(header.executorBootId());
    slot.i64(header.stationBootId());
    slot.i64(header.seq());
    slot.i64(header.journalSeq());
    slot.i64(header.expiresAtNs());
  }

  /** The command; null if the slot is malformed. */
  static @Nullable StationCommand decode(SlotReader slot) {
    try {
      return take(slot);
    } catch (RuntimeException e) {
      return null; // a record refuses a value that it can't hold: malformed like any other
    }
  }

  private static @Nullable StationCommand take(SlotReader slot) {
    int type = slot.u8();
    Header header = new Header(slot.i64(), slot.i64(), slot.i64(), slot.i64(), slot.i64());
    StationCommand command =
        switch (type) {
          case PROPOSE -> new Propose(header, OrderCodec.decode(slot));
          case PROPOSE_CHANGE ->
              new ProposeChange(
                  header,
                  slot.i64(),
                  slot.count(Order.MOST_PHASES - 1),
                  OrderCodec.decodeChange(slot));
          case START -> new Start(header, slot.i64(), slot.text(ID_BYTES));
          case RESUME -> new Resume(header, slot.i64());
          case PROPOSE_PRIMING -> new ProposePriming(header, PrimingCodec.request(slot));
          case START_PRIMING ->
              new StartPriming(header, slot.i64(), slot.text(ID_BYTES), slot.flag());
          case RESET_FAULT -> new ResetFault(header);
          case ACKNOWLEDGE_ALARMS -> new AcknowledgeAlarms(header);
          case PAUSE_AUDIO -> new PauseAudio(header);
          default -> null;
        };
    return slot.complete() && header.seq() == slot.sequence() ? command : null;
  }
}
