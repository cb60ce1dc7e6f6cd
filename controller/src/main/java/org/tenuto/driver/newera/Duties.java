package org.tenuto.driver.newera;

import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

/**
 * What is due in a cycle: the next request, the next attempt, or giving up. Loop thread only;
 * allocates nothing.
 */
final class Duties {

  private final Conduct conduct;
  private final Exchange exchange;
  private final Stopping stopping;

  Duties(Conduct conduct) {
    this.conduct = conduct;
    exchange = conduct.exchange();
    stopping = conduct.stopping();
  }

  /** Begins what is due, then writes and watches the time of what is in flight. */
  void carryOut(long nowNs) {
    switch (conduct.state()) {
      case STOPPING -> keepStopping(nowNs);
      case PREPARING, PROGRAMMING, FINISHING -> follow(conduct.script(), nowNs);
      case STOPPED, RUNNING -> conduct.pollWhenDue(nowNs);
      case STARTING -> {
        // RUN is in flight; nothing else may be.
      }
      case LOST -> endSilence(nowNs);
    }
    watch(nowNs);
  }

  private void keepStopping(long nowNs) {
    if (!stopping.keepOn(nowNs)) {
      conduct.loseContact(PumpFault.STOP_UNCONFIRMED, nowNs);
    }
  }

  private void follow(Script script, long nowNs) {
    if (script.isOverdue(nowNs)) {
      conduct.fail(PumpFault.SILENT, nowNs);
    } else if (exchange.isFree(nowNs)) {
      if (script.isDone()) {
        conduct.scriptDone(nowNs);
      } else {
        exchange.begin(script.current(), nowNs);
      }
    }
  }

  private void endSilence(long nowNs) {
    if (conduct.silenceIsOver(nowNs)) {
      conduct.beginStop(nowNs);
      keepStopping(nowNs);
    }
  }

  private void watch(long nowNs) {
    switch (exchange.advance(nowNs)) {
      case PENDING -> {
        if (conduct.state() == PumpState.STOPPING) {
          stopping.noteWritten();
        }
      }
      case GIVEN_UP -> giveUp(nowNs);
      case LINE_GONE -> conduct.loseContact(PumpFault.LINE_LOST, nowNs);
    }
  }

  private void giveUp(long nowNs) {
    switch (conduct.state()) {
      case STOPPING -> stopping.noteUnanswered();
      case STARTING -> conduct.fail(PumpFault.START_UNCONFIRMED, nowNs);
      default -> conduct.fail(PumpFault.SILENT, nowNs);
    }
  }
}
