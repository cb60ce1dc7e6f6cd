package org.tenuto.driver.newera;

import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/**
 * Where the driver stands with its pump, and every way in which that changes. Loop thread only;
 * allocates nothing.
 */
final class Conduct {

  /** The pump's watchdog, 1 s, and as much again. */
  private static final long SILENCE_NS = 2_000_000_000L;

  private static final long POLL_NS = 100_000_000;

  private final PumpReading reading = new PumpReading();
  private final Knowledge knowledge = new Knowledge(reading);
  private final VolumeCounter counter = new VolumeCounter();
  private final Step poll = counter.read();
  private final Step run = Step.run();
  private final ReplyDecoder decoder;
  private final Exchange exchange;
  private final Stopping stopping;
  private final Script preparation;
  private final Script parking;

  private Script script;
  private boolean stopWanted = true;
  private boolean modeKnown;
  private long silentUntilNs;
  private long pollDueNs;
  private long programNl;
  private long targetNl;

  /** Nothing is known of the pump, so it is to be stopped first. */
  Conduct(SerialLine line, NewEraModel model, ReplyDecoder decoder) {
    this.decoder = decoder;
    exchange = new Exchange(line);
    stopping = new Stopping(exchange, knowledge);
    preparation = Script.preparation(model, counter);
    parking = Script.parking(counter);
    script = preparation;
  }

  PumpReading reading() {
    return reading;
  }

  PumpState state() {
    return reading.state;
  }

  Knowledge knowledge() {
    return knowledge;
  }

  VolumeCounter counter() {
    return counter;
  }

  Exchange exchange() {
    return exchange;
  }

  Stopping stopping() {
    return stopping;
  }

  /** What is being carried out while PREPARING, PROGRAMMING or FINISHING. */
  Script script() {
    return script;
  }

  /** Notes that the pump is to stop: with the next cycle nothing but STP is sent. */
  void wantStop() {
    stopWanted = true;
    reading.state = PumpState.STOPPING;
  }

  /** Begins the stop that was wanted since the last cycle, if any. */
  void beginWantedStop(long nowNs) {
    if (stopWanted) {
      beginStop(nowNs);
    }
  }

  /** Throws away what was not sent and sends STP until the pump reports S. */
  void beginStop(long nowNs) {
    stopWanted = false;
    reading.state = PumpState.STOPPING;
    stopping.begin(modeKnown, nowNs);
  }

  /** The pump reports S: it is parked, or set up anew if it may not be as it was left. */
  void stopConfirmed() {
    boolean asLeft = modeKnown && reading.fault == PumpFault.NONE;
    beginScript(asLeft ? parking : preparation, PumpState.PREPARING);
  }

  /** Sends a program; what it may deliver at most, nL. */
  void beginProgram(Script program, long volumeNl, boolean firstOfOrder) {
    programNl = volumeNl;
    knowledge.beginProgram(firstOfOrder);
    beginScript(program, PumpState.PROGRAMMING);
  }

  /** Every step was answered as expected. */
  void scriptDone(long nowNs) {
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

  /** The pump confirmed RUN. */
  void started(long nowNs) {
    exchange.answered(nowNs);
    reading.runConfirmedNs = nowNs;
    reading.state = PumpState.RUNNING;
    pollDueNs = nowNs;
  }

  /** Whether the counter, as last read, shows the program's whole volume. */
  boolean atTarget() {
    return reading.counterNl + reading.counterDigitNl >= targetNl;
  }

  /** The pump ended its program by itself, at its target. */
  void finished(Reply reply, long nowNs) {
    exchange.answered(nowNs);
    knowledge.markStill(reply, nowNs);
    reading.finished = true;
    beginScript(parking, PumpState.FINISHING);
  }

  /** Asks for the counter if it is time: this is also what feeds the pump's watchdog. */
  void pollWhenDue(long nowNs) {
    if (nowNs >= pollDueNs && exchange.isFree(nowNs)) {
      exchange.begin(poll, nowNs);
      pollDueNs = nowNs + POLL_NS;
    }
  }

  /** Latches a fault and stops, or leaves alone a pump that could not be set up. */
  void fail(PumpFault fault, long nowNs) {
    knowledge.latch(fault);
    if (reading.state == PumpState.PREPARING && Faults.isOfSetUp(fault)) {
      reading.mayMove |= fault == PumpFault.SILENT;
      fallSilent(nowNs);
    } else {
      beginStop(nowNs);
    }
  }

  /** Nobody knows any more what the pump does: silence, so that its own watchdog stops it. */
  void loseContact(PumpFault fault, long nowNs) {
    knowledge.replace(fault);
    reading.mayMove = true;
    fallSilent(nowNs);
  }

  /** Whether the silence has lasted long enough to try again. */
  boolean silenceIsOver(long nowNs) {
    return nowNs >= silentUntilNs;
  }

  private void fallSilent(long nowNs) {
    stopWanted = false;
    modeKnown = false;
    decoder.acceptBasic(true);
    exchange.abort(nowNs);
    silentUntilNs = nowNs + SILENCE_NS;
    reading.state = PumpState.LOST;
  }

  private void beginScript(Script next, PumpState state) {
    script = next;
    script.restart();
    reading.state = state;
  }
}
