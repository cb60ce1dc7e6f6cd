package org.tenuto.driver.newera;

import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpCapability;
import org.tenuto.pump.PumpCommand;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/**
 * A pump of the NE-1000 family on a serial line, stopped first and watched all the time.
 *
 * <p>Contract.
 *
 * <ul>
 *   <li><b>Thread</b>: the loop thread only. <b>Blocking</b>: never; {@link #cycle} does all I/O
 *       and waits for nothing, {@link #stop} and {@link #deliver} only note what is wanted and show
 *       it in the reading at once. <b>Allocation</b>: none, but for {@code deliver} with another
 *       syringe than before.
 *   <li><b>Before anything</b> the pump is stopped, set up, made to say that it is the configured
 *       model, parked, and only then {@link PumpState#STOPPED}.
 *   <li><b>{@code deliver}</b> is ignored unless STOPPED with no fault, and refused, unsent, if the
 *       pump can't be told the figures exactly or if the rate is beyond the model's. The volume is
 *       never 0 (to the pump: without end): no such delivery is permitted. It starts at most once:
 *       RUN is never repeated. Every setting is read back and compared first; after it only prompt
 *       I confirms.
 *   <li><b>{@code stop}</b> is idempotent and goes before everything: what was not sent yet is
 *       thrown away, and until the pump reports S only STP is written. While a stop is under way or
 *       confirmed it changes nothing.
 *   <li><b>Watchdog</b>: the pump's own, 1 s, is fed by nothing but requests that a completed cycle
 *       wrote: a loop that stands lets it run out.
 *   <li><b>Deadlines</b>: a stop confirms or is {@link PumpFault#STOP_UNCONFIRMED} within 500 ms; a
 *       start within 300 ms; a reading is asked four times in 500 ms, then {@link
 *       PumpFault#SILENT}; a program or set-up takes 3 s at most; each counts from when it began.
 *   <li><b>A fault</b> is latched and stops the pump. A stop that is not confirmed, or a line that
 *       is gone, leads to {@link PumpState#LOST}: nothing is written for 2 s, so that the watchdog
 *       stops the pump; then STP is tried again, without end, as after a start. The same rest
 *       follows if the set-up of a stopped pump fails. <b>A latched fault is cleared by calling
 *       {@code stop} while STOPPED</b>, that is after the pump confirmed its stop and was set up
 *       anew. STOP_UNCONFIRMED and LINE_LOST replace an earlier fault, nothing else does.
 *   <li><b>{@code mayMove}</b> stays true from RUN until the pump confirmed, in a checked packet,
 *       that it stopped: silence alone, however long, never clears it.
 *   <li><b>Volume delivered</b> is the pump's counter (DIS) since it was read as 0 for the order;
 *       it is shown only from then on, and no longer after the pump reported a reset.
 *   <li>Faults without a name of their own: the pump pausing, waiting or ending before its target
 *       is PROGRAM_ERROR; withdrawing, purging or anything but S while stopped is
 *       MOTION_WITHOUT_COMMAND.
 * </ul>
 */
public final class NewEraPump implements Pump {

  private static final int INPUT_BYTES = 64;

  private final SerialLine line;
  private final PumpCapability capability;
  private final byte[] input = new byte[INPUT_BYTES];
  private final ReplyDecoder decoder = new ReplyDecoder();
  private final Conduct conduct;
  private final Program program;
  private final Hearing hearing;
  private final Duties duties;
  private final PumpReading reading;

  /** Takes over the pump at the other end of a line; its first cycles stop it. */
  public NewEraPump(SerialLine line, NewEraModel model) {
    this.line = line;
    capability = new PumpCapability(model.name(), true, true, false, false, false, false);
    conduct = new Conduct(line, model, decoder);
    program = new Program(model, conduct.counter());
    hearing = new Hearing(conduct, program);
    duties = new Duties(conduct);
    reading = conduct.reading();
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
      case PROGRAMMING, STARTING, RUNNING, FINISHING -> conduct.wantStop();
    }
  }

  @Override
  public void deliver(PumpCommand.Deliver command) {
    if (reading.state != PumpState.STOPPED || reading.fault != PumpFault.NONE) {
      return;
    }
    boolean first = command.firstOfOrder();
    if (program.take(command) && (first || reading.counterKnown)) {
      long volumeNl = command.permitted().volume().nl();
      conduct.beginProgram(program.script(first), volumeNl, first);
    } else {
      conduct.knowledge().latch(PumpFault.REFUSED);
    }
  }

  @Override
  public void cycle(long nowNs) {
    int count = line.read(input);
    if (count < 0) {
      conduct.loseContact(PumpFault.LINE_LOST, nowNs);
      return;
    }
    conduct.beginWantedStop(nowNs);
    for (int i = 0; i < count; i++) {
      if (decoder.accept(input[i], nowNs)) {
        hearing.hear(decoder.reply(), nowNs);
      }
    }
    duties.carryOut(nowNs);
  }
}
