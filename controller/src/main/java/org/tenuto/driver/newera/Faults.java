package org.tenuto.driver.newera;

import org.tenuto.pump.PumpFault;

/** What the pump's alarm and prompt letters mean for the controller. */
final class Faults {

  private Faults() {}

  /** The fault behind {@code A?letter}; an unknown letter is an error of the program. */
  static PumpFault ofAlarm(byte letter) {
    return switch (letter) {
      case 'R' -> PumpFault.RESET;
      case 'S' -> PumpFault.STALLED;
      case 'T' -> PumpFault.WATCHDOG;
      default -> PumpFault.PROGRAM_ERROR;
    };
  }

  /** The fault behind a prompt other than I while the program should be running. */
  static PumpFault ofPromptWhileRunning(byte prompt) {
    return switch (prompt) {
      case 'W', 'X' -> PumpFault.MOTION_WITHOUT_COMMAND;
      default -> PumpFault.PROGRAM_ERROR;
    };
  }

  /** The fault behind a reply to RUN that does not say: infusing. */
  static PumpFault ofStart(Reply reply) {
    return switch (reply.prompt()) {
      case 'W', 'X' -> PumpFault.MOTION_WITHOUT_COMMAND;
      default -> reply.isError() ? PumpFault.REFUSED : PumpFault.START_UNCONFIRMED;
    };
  }

  /** Whether a fault says that a pump could not be set up, rather than that it did something. */
  static boolean isOfSetUp(PumpFault fault) {
    return switch (fault) {
      case SILENT, REFUSED, READ_BACK_MISMATCH -> true;
      default -> false;
    };
  }
}
