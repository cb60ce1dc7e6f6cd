package org.tenuto.driver.newera;

import org.jspecify.annotations.Nullable;
import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpCapability;
import org.tenuto.pump.PumpCommand;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/**
 * An NE-1000 on a serial line, stopped first and watched all the time.
 *
 * <p>Contract. Loop thread only. {@link #cycle} does all I/O, never waits and allocates nothing;
 * {@link #stop} and {@link #deliver} only note what is wanted and show it in the reading at once.
 *
 * <ul>
 *   <li>A new driver stops the pump, sets it up, parks it and is then {@link PumpState#STOPPED}.
 *   <li>{@code deliver} is ignored unless STOPPED with no fault. It starts at most once: RUN is
 *       never repeated. Every setting is read back first.
 *   <li>{@code stop} is idempotent and goes before everything: what was not sent yet is thrown
 *       away, and until the pump reports S only STP is written. While a stop is under way or
 *       confirmed it changes nothing.
 *   <li>A fault is latched and stops the pump. A stop that is not confirmed within 500 ms, or a
 *       line that is gone, leads to {@link PumpState#LOST}: nothing is written for 2 s, so that the
 *       pump's watchdog (1 s) stops it; then STP is tried again, without end, as after a start. The
 *       same rest follows if the set-up of a stopped pump fails.
 *   <li>{@code mayMove} stays true from RUN until the pump confirmed, in a checked packet, that it
 *       stopped: silence alone, however long, never clears it.
 *   <li><b>A latched fault is cleared by calling {@code stop} while STOPPED</b>, that is after the
 *       pump confirmed its stop and was set up anew. STOP_UNCONFIRMED and LINE_LOST replace an
 *       earlier fault, nothing else does.
 *   <li>Faults without a name of their own: the pump pausing, waiting or ending before its target
 *       is PROGRAM_ERROR; withdrawing, purging or anything but S while stopped is
 *       MOTION_WITHOUT_COMMAND.
 *   <li>The counter is shown only from the moment it was cleared for an order, and no longer after
 *       the pump reported a reset.
 * </ul>
 */
public final class NewEraPump implements Pump {

  private static final int INPUT_BYTES = 64;
  private static final long POLL_NS = 100_000_000;

  /** The pump's watchdog, 1 s, and as much again. */
  private static final long SILENCE_NS = 2_000_000_000L;

  private final SerialLine line;
  private final PumpCapability capability;
  private final PumpReading reading = new PumpReading();
  private final Knowledge knowledge = new Knowledge(reading);
  private final byte[] input = new byte[INPUT_BYTES];
  private final ReplyDecoder decoder = new ReplyDecoder();
  private final Exchange exchange;
  private final Stopping stopping;
  private final VolumeCounter counter = new VolumeCounter();
  private final Step poll = counter.read();
  private final Step run = Step.run();
  private final Program program;
  private final Script preparation;
  private final Script parking;

  private Script script;
  private boolean stopWanted = true;
  private boolean modeKnown;
  private long silentUntilNs;
  private long pollDueNs;
  private long programNl;
  private long targetNl;

  /** Takes over the pump at the other end of a line; its first cycles stop it. */
  public NewEraPump(SerialLine line, NewEraModel model) {
    this.line = line;
    capability = new PumpCapability(model.name(), true, true, false, false, false, false);
    exchange = new Exchange(line);
    stopping = new Stopping(exchange, knowledge);
    program = new Program(counter);
    preparation = Script.preparation(model, counter);
    parking = Script.parking(counter);
    script = preparation;
  }

  @Override
  public PumpCapability capability() {
    return capability;
  }

  @Override
  public PumpReading reading() {
    return reading;
  }

  @Override
  public void stop() {
    switch (reading.state) {
      case STOPPED -> reading.fault = PumpFault.NONE;
      case STOPPING, PREPARING, LOST -> {
        // Already wanted, already confirmed, or tried again as soon as the silence is over.
      }
      case PROGRAMMING, STARTING, RUNNING, FINISHING -> {
        stopWanted = true;
        reading.state = PumpState.STOPPING;
      }
    }
  }

  @Override
  public void deliver(PumpCommand.Deliver command) {
    if (reading.state != PumpState.STOPPED || reading.fault != PumpFault.NONE) {
      return;
    }
    boolean first = command.firstOfOrder();
    if (!program.take(command) || !(first || reading.counterKnown)) {
      knowledge.latch(PumpFault.REFUSED);
      return;
    }
    programNl = command.permitted().volume().nl();
    knowledge.beginProgram(first);
    beginScript(program.script(first), PumpState.PROGRAMMING);
  }

  @Override
  public void cycle(long nowNs) {
    int count = line.read(input);
    if (count < 0) {
      loseContact(PumpFault.LINE_LOST, nowNs);
      return;
    }
    if (stopWanted) {
      beginStop(nowNs);
    }
    for (int i = 0; i < count; i++) {
      if (decoder.accept(input[i], nowNs)) {
        hear(decoder.reply(), nowNs);
      }
    }
    act(nowNs);
    watch(nowNs);
  }

  // What is due.

  private void act(long nowNs) {
    switch (reading.state) {
      case STOPPING -> keepStopping(nowNs);
      case PREPARING, PROGRAMMING, FINISHING -> follow(nowNs);
      case STOPPED, RUNNING -> pollWhenDue(nowNs);
      case STARTING -> {
        // RUN is in flight; nothing else may be.
      }
      case LOST -> endSilence(nowNs);
    }
  }

  private void keepStopping(long nowNs) {
    if (!stopping.keepOn(nowNs)) {
      loseContact(PumpFault.STOP_UNCONFIRMED, nowNs);
    }
  }

  private void follow(long nowNs) {
    if (script.isOverdue(nowNs)) {
      fail(PumpFault.SILENT, nowNs);
    } else if (exchange.isFree(nowNs)) {
      if (script.isDone()) {
        endScript(nowNs);
      } else {
        exchange.begin(script.current(), nowNs);
      }
    }
  }

  private void endScript(long nowNs) {
    if (reading.state == PumpState.PROGRAMMING) {
      start(nowNs);
      return;
    }
    modeKnown = true;
    decoder.acceptBasic(false);
    reading.state = PumpState.STOPPED;
    pollDueNs = nowNs;
  }

  /** Everything was read back: the only place that sends RUN. */
  private void start(long nowNs) {
    targetNl = reading.counterNl + programNl;
    reading.state = PumpState.STARTING;
    reading.runWrittenNs = nowNs;
    reading.mayMove = true;
    exchange.begin(run, nowNs);
  }

  private void pollWhenDue(long nowNs) {
    if (nowNs >= pollDueNs && exchange.isFree(nowNs)) {
      exchange.begin(poll, nowNs);
      pollDueNs = nowNs + POLL_NS;
    }
  }

  private void endSilence(long nowNs) {
    if (nowNs >= silentUntilNs) {
      beginStop(nowNs);
      keepStopping(nowNs);
    }
  }

  private void watch(long nowNs) {
    switch (exchange.advance(nowNs)) {
      case PENDING -> {
        if (reading.state == PumpState.STOPPING) {
          stopping.noteWritten();
        }
      }
      case GIVEN_UP -> giveUp(nowNs);
      case LINE_GONE -> loseContact(PumpFault.LINE_LOST, nowNs);
    }
  }

  private void giveUp(long nowNs) {
    switch (reading.state) {
      case STOPPING -> stopping.noteUnanswered();
      case STARTING -> fail(PumpFault.START_UNCONFIRMED, nowNs);
      default -> fail(PumpFault.SILENT, nowNs);
    }
  }

  // What is heard.

  private void hear(Reply reply, long nowNs) {
    reading.heardNs = nowNs;
    if (reading.state == PumpState.STOPPING) {
      hearStopping(reply, nowNs);
    } else if (reading.state != PumpState.LOST && reply.safe() && !exchange.isQuiet(nowNs)) {
      hearTalking(reply, nowNs);
    }
  }

  private void hearStopping(Reply reply, long nowNs) {
    if (stopping.isConfirmedBy(reply, nowNs)) {
      boolean asLeft = modeKnown && reading.fault == PumpFault.NONE;
      beginScript(asLeft ? parking : preparation, PumpState.PREPARING);
    }
  }

  private void hearTalking(Reply reply, long nowNs) {
    Step asked = exchange.step();
    boolean running = reading.state == PumpState.RUNNING;
    if (reply.isAlarm()) {
      knowledge.hearAlarm(reply, true);
      fail(Faults.ofAlarm(reply.alarm()), nowNs);
    } else if (reading.state == PumpState.STARTING) {
      hearStart(reply, nowNs);
    } else if (running && reply.prompt() != Reply.INFUSING) {
      hearEnd(reply, asked, nowNs);
    } else if (!running && reply.prompt() != Reply.STOPPED) {
      reading.mayMove = true;
      fail(PumpFault.MOTION_WITHOUT_COMMAND, nowNs);
    } else if (asked != null) {
      settle(reply, asked, nowNs);
    }
  }

  private void hearStart(Reply reply, long nowNs) {
    if (reply.prompt() == Reply.INFUSING && reply.isEmpty()) {
      exchange.answered(nowNs);
      reading.runConfirmedNs = nowNs;
      reading.state = PumpState.RUNNING;
      pollDueNs = nowNs;
    } else {
      fail(Faults.ofStart(reply), nowNs);
    }
  }

  /** The program should be running and is not. At its target that is what was ordered. */
  private void hearEnd(Reply reply, @Nullable Step asked, long nowNs) {
    boolean counted = asked != null && asked.answer().judge(reply) == Answer.Fit.FITS;
    if (counted) {
      knowledge.book(counter, exchange.askedNs(), nowNs);
    }
    if (reply.prompt() != Reply.STOPPED) {
      fail(Faults.ofPromptWhileRunning(reply.prompt()), nowNs);
    } else if (!counted) {
      repeat(PumpFault.PROGRAM_ERROR, nowNs);
    } else if (reading.counterNl + reading.counterDigitNl < targetNl) {
      fail(PumpFault.PROGRAM_ERROR, nowNs);
    } else {
      exchange.answered(nowNs);
      knowledge.markStill(reply, nowNs);
      reading.finished = true;
      beginScript(parking, PumpState.FINISHING);
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
      fail(PumpFault.REFUSED, nowNs);
    } else if (fit == Answer.Fit.DIFFERS) {
      fail(PumpFault.READ_BACK_MISMATCH, nowNs);
    }
  }

  private void fulfil(Reply reply, Step asked, long nowNs) {
    if (program.clearsCounter(asked)) {
      knowledge.trustCounter();
    }
    if (counter.isReadBy(asked)) {
      knowledge.book(counter, exchange.askedNs(), nowNs);
    }
    if (reading.state == PumpState.PREPARING) {
      knowledge.markStill(reply, nowNs);
    }
    script.advance(asked);
  }

  private void repeat(PumpFault ifNever, long nowNs) {
    if (!exchange.repeat(nowNs)) {
      fail(ifNever, nowNs);
    }
  }

  // What changes the state.

  private void beginScript(Script next, PumpState state) {
    script = next;
    script.restart();
    reading.state = state;
  }

  private void beginStop(long nowNs) {
    stopWanted = false;
    reading.state = PumpState.STOPPING;
    stopping.begin(modeKnown, nowNs);
  }

  private void fail(PumpFault fault, long nowNs) {
    knowledge.latch(fault);
    if (reading.state == PumpState.PREPARING && Faults.isOfSetUp(fault)) {
      reading.mayMove |= fault == PumpFault.SILENT;
      fallSilent(nowNs);
    } else {
      beginStop(nowNs);
    }
  }

  private void loseContact(PumpFault fault, long nowNs) {
    knowledge.replace(fault);
    reading.mayMove = true;
    fallSilent(nowNs);
  }

  private void fallSilent(long nowNs) {
    stopWanted = false;
    modeKnown = false;
    decoder.acceptBasic(true);
    exchange.abort(nowNs);
    silentUntilNs = nowNs + SILENCE_NS;
    reading.state = PumpState.LOST;
  }
}
