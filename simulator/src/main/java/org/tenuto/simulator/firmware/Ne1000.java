package org.tenuto.simulator.firmware;

import org.jspecify.annotations.Nullable;
import org.tenuto.simulator.firmware.Addressing.Addressed;
import org.tenuto.simulator.firmware.Receiver.Received;

/**
 * A syringe pump of type New Era NE-1000: what comes out of its jack for what goes in, and how it
 * turns its motor meanwhile.
 *
 * <p>Call {@link #step} whenever bytes have come and otherwise at least every few milliseconds:
 * motion, watchdog and alarms happen inside it. One thread.
 */
public final class Ne1000 {

  private static final long NS_PER_S = 1_000_000_000;
  private static final long DISARMED = Long.MAX_VALUE;
  private static final byte[] NOTHING = {};

  private final PumpModel model;
  private final Motor motor;
  private final Memory memory = new Memory();
  private final Transmitter transmitter = new Transmitter();

  private Receiver receiver = new Receiver();
  private Program program;
  private ProgramCommands programCommands;
  private SystemCommands systemCommands;
  private Alarm pending = Alarm.NONE;
  private boolean on = true;

  /** Whether the program ran when the power went. */
  private boolean interrupted;

  /** When the watchdog runs out, ns. */
  private long deadlineNs = DISARMED;

  /** A pump fresh from the factory, switched on at {@code nowNs}. */
  public Ne1000(PumpModel model, Motor motor, long nowNs) {
    this.model = model;
    this.motor = motor;
    program = new Program(model, memory, motor, nowNs);
    programCommands = new ProgramCommands(model, memory, program);
    systemCommands = new SystemCommands(memory, program);
    raise(Alarm.RESET);
  }

  /**
   * Lets the pump live up to now and hear what came in.
   *
   * @param in bytes that arrived since the last step
   * @param nowNs monotonic ns, never less than before
   * @return bytes to put on the line, empty if none
   */
  public byte[] step(byte[] in, long nowNs) {
    if (!on) {
      return NOTHING;
    }
    live(nowNs);
    for (byte value : in) {
      Received received = receiver.accept(value, safeMode(), nowNs);
      if (received != null) {
        answer(received, nowNs);
      }
    }
    return transmitter.drain();
  }

  /** Power blinks. */
  public void powerCycle(long nowNs) {
    if (on) {
      powerOff(nowNs);
      powerOn(nowNs);
    }
  }

  /** Power goes: everything but the settings is lost, nothing moves, nothing is heard or said. */
  public void powerOff(long nowNs) {
    if (!on) {
      return;
    }
    live(nowNs);
    interrupted = program.running();
    program.cancel();
    transmitter.drain();
    deadlineNs = DISARMED;
    on = false;
  }

  /**
   * Power is back. Nothing moves, unless {@code PF 1} was set and the program was running: then it
   * begins anew, unasked.
   */
  public void powerOn(long nowNs) {
    if (on) {
      return;
    }
    on = true;
    receiver = new Receiver();
    program = new Program(model, memory, motor, nowNs);
    programCommands = new ProgramCommands(model, memory, program);
    systemCommands = new SystemCommands(memory, program);
    raise(Alarm.RESET);
    if (interrupted && memory.switches.getOrDefault(Verb.PF, false)) {
      program.start(1);
    }
  }

  private void live(long nowNs) {
    if (nowNs >= deadlineNs) {
      program.advance(deadlineNs);
      deadlineNs = DISARMED;
      program.cancel();
      raise(Alarm.TIME_OUT);
    }
    program.advance(nowNs);
    raise(program.takeAlarm());
  }

  private void raise(Alarm alarm) {
    if (alarm == Alarm.NONE) {
      return;
    }
    pending = alarm;
    if (safeMode()) {
      transmitter.send(memory.address, alarm.status, true);
    }
  }

  private void answer(Received received, long nowNs) {
    if (received.damaged()) {
      reply(prompt() + Refusal.DAMAGED);
      return;
    }
    Addressed addressed = Addressing.of(received.text(), memory.address);
    if (addressed == null) {
      return;
    }
    if (pending != Alarm.NONE) {
      reply(pending.status);
      pending = Alarm.NONE;
      feed(nowNs);
      return;
    }
    int baudBefore = memory.baud;
    String data = execute(addressed);
    raise(program.takeAlarm());
    feed(nowNs);
    if (memory.baud != baudBefore) {
      deadlineNs = DISARMED;
    }
    reply(prompt() + data);
  }

  /** Every valid packet starts the watchdog afresh; in basic mode there is none. */
  private void feed(long nowNs) {
    deadlineNs = safeMode() ? nowNs + memory.safeTimeoutS * NS_PER_S : DISARMED;
  }

  private void reply(String text) {
    transmitter.send(memory.address, text, safeMode());
  }

  private boolean safeMode() {
    return memory.safeTimeoutS > 0;
  }

  private String prompt() {
    return switch (program.activity()) {
      case STOPPED -> "S";
      case PAUSED -> "P";
      case PURGING -> "X";
      case PUMPING -> program.phase().withdraw ? "W" : "I";
    };
  }

  private String execute(Addressed addressed) {
    String command = addressed.command();
    if (command.isEmpty()) {
      return "";
    }
    Verb verb = Verb.leading(command);
    if (verb == null) {
      return Refusal.UNKNOWN;
    }
    String argument = command.substring(verb.name().length());
    String data = executeProgram(verb, argument);
    return data != null ? data : executeSystem(verb, argument, addressed.system());
  }

  private @Nullable String executeProgram(Verb verb, String argument) {
    return switch (verb) {
      case DIA -> programCommands.diameter(argument);
      case RAT -> programCommands.rate(argument);
      case VOL -> programCommands.volume(argument);
      case DIR -> programCommands.direction(argument);
      case RUN -> programCommands.run(argument);
      case STP -> programCommands.stop(argument);
      case PUR -> programCommands.purge(argument);
      case DIS -> programCommands.dispensed(argument);
      case CLD -> programCommands.clearDispensed(argument);
      case PHN -> programCommands.phaseNumber(argument);
      case FUN -> programCommands.function(argument);
      default -> null;
    };
  }

  private String executeSystem(Verb verb, String argument, boolean system) {
    return switch (verb) {
      case SAF -> systemCommands.safeMode(argument);
      case VER -> argument.isEmpty() ? model.version() : Refusal.UNKNOWN;
      case ADR -> systemCommands.address(argument, system);
      case RESET -> systemCommands.reset(argument, system);
      case BUZ -> systemCommands.buzzer(argument);
      case TRG -> systemCommands.trigger(argument);
      case OUT -> systemCommands.output(argument);
      case IN -> systemCommands.input(argument);
      default -> systemCommands.toggle(verb, argument);
    };
  }
}
