package org.tenuto.driver.newera;

import org.jspecify.annotations.Nullable;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/** What a reply of the pump means where the driver stands. Loop thread only; allocates nothing. */
final class Hearing {

  private final Conduct conduct;
  private final Program program;
  private final PumpReading reading;
  private final Knowledge knowledge;
  private final VolumeCounter counter;
  private final Exchange exchange;

  Hearing(Conduct conduct, Program program) {
    this.conduct = conduct;
    this.program = program;
    reading = conduct.reading();
    knowledge = conduct.knowledge();
    counter = conduct.counter();
    exchange = conduct.exchange();
  }

  /** Takes a whole reply, solicited or not. While the contact is lost nothing is taken. */
  void hear(Reply reply, long nowNs) {
    reading.heardNs = nowNs;
    if (conduct.state() == PumpState.STOPPING) {
      if (conduct.stopping().isConfirmedBy(reply, nowNs)) {
        conduct.stopConfirmed();
      }
    } else if (conduct.state() != PumpState.LOST && reply.safe() && !exchange.isQuiet(nowNs)) {
      hearTalking(reply, nowNs);
    }
  }

  private void hearTalking(Reply reply, long nowNs) {
    Step asked = exchange.step();
    boolean running = conduct.state() == PumpState.RUNNING;
    if (reply.isAlarm()) {
      knowledge.hearAlarm(reply, true);
      conduct.fail(Faults.ofAlarm(reply.alarm()), nowNs);
    } else if (conduct.state() == PumpState.STARTING) {
      hearStart(reply, nowNs);
    } else if (running && reply.prompt() != Reply.INFUSING) {
      hearEnd(reply, asked, nowNs);
    } else if (!running && reply.prompt() != Reply.STOPPED) {
      reading.mayMove = true;
      conduct.fail(PumpFault.MOTION_WITHOUT_COMMAND, nowNs);
    } else if (asked != null) {
      settle(reply, asked, nowNs);
    }
  }

  private void hearStart(Reply reply, long nowNs) {
    if (reply.prompt() == Reply.INFUSING && reply.isEmpty()) {
      conduct.started(nowNs);
    } else {
      conduct.fail(Faults.ofStart(reply), nowNs);
    }
  }

  /** The program should be running and is not. At its target that is what was ordered. */
  private void hearEnd(Reply reply, @Nullable Step asked, long nowNs) {
    boolean counted = asked != null && asked.answer().judge(reply) == Answer.Fit.FITS;
    if (counted) {
      knowledge.book(counter, exchange.askedNs(), nowNs);
    }
    if (reply.prompt() != Reply.STOPPED) {
      conduct.fail(Faults.ofPromptWhileRunning(reply.prompt()), nowNs);
    } else if (!counted) {
      repeat(PumpFault.PROGRAM_ERROR, nowNs);
    } else if (conduct.atTarget()) {
      conduct.finished(reply, nowNs);
    } else {
      conduct.fail(PumpFault.PROGRAM_ERROR, nowNs);
    }
  }

  private void settle(Reply reply, Step asked, long nowNs) {
    Answer.Fit fit = asked.answer().judge(reply);
    if (fit == Answer.Fit.FITS) {
      exchange.answered(nowNs);
      fulfil(reply, asked, nowNs);
    } else if (reply.dataIs("?COM") || reply.dataIs("?IGN")) {
      repeat(PumpFault.REFUSED, nowNs);
    } else if (reply.isError()) {
      conduct.fail(PumpFault.REFUSED, nowNs);
    } else if (fit == Answer.Fit.DIFFERS) {
      conduct.fail(PumpFault.READ_BACK_MISMATCH, nowNs);
    }
  }

  private void fulfil(Reply reply, Step asked, long nowNs) {
    if (program.clearsCounter(asked)) {
      knowledge.trustCounter();
    }
    if (counter.isReadBy(asked)) {
      knowledge.book(counter, exchange.askedNs(), nowNs);
    }
    if (conduct.state() == PumpState.PREPARING) {
      knowledge.markStill(reply, nowNs);
    }
    conduct.script().advance(asked);
  }

  private void repeat(PumpFault ifNever, long nowNs) {
    if (!exchange.repeat(nowNs)) {
      conduct.fail(ifNever, nowNs);
    }
  }
}
