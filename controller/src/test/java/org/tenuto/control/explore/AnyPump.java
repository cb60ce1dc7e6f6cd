package org.tenuto.control.explore;

import org.jspecify.annotations.Nullable;
import org.tenuto.pump.Pump;
import org.tenuto.pump.PumpCapability;
import org.tenuto.pump.PumpCommand;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpReading;
import org.tenuto.pump.PumpState;

/**
 * A pump with every sensor there can be, that keeps the contract of the port and nothing more: when it confirms, what fails and how
 * far it got is decided from outside. Knows the truth, which its reading may lag behind.
 */
final class AnyPump implements Pump {

  static final long DIGIT_NL = 1_000;

  private static final long NL_MS_PER_H = 3_600_000;
  private static final PumpCapability EVERYTHING =
      new PumpCapability("any", true, true, true, true, true, true);

  private final PumpReading reading = new PumpReading();
  private PumpCommand.@Nullable Deliver program;
  private boolean stopWanted;
  private boolean moving;
  private long programDoneNl;
  private long truthNl;
  private int stopCalls;
  private int programs;
  private Sensors sensors = Sensors.FINE;

  /** What the sensors would say; one thing at a time. */
  enum Sensors {
    FINE,
    AIR,
    PRESSURE,
    LOOSE,
    SILENT;

    boolean isFine() {
      return this == FINE;
    }

    /** What it does to an open order: one that pauses acts as another. */
    String effect() {
      return switch (this) {
        case FINE -> "";
        case LOOSE -> " faulting";
        case AIR, PRESSURE, SILENT -> " pausing";
      };
    }
  }

  @Override
  public PumpCapability capability() {
    return EVERYTHING;
  }

  @Override
  public PumpReading reading() {
    return reading;
  }

  @Override
  public void cycle(long nowNs) {
    // Everything happens through the inputs.
  }

  @Override
  public void stop() {
    stopCalls++;
    if (reading.state == PumpState.STOPPED) {
      reading.fault = PumpFault.NONE;
    } else {
      stopWanted = true;
      reading.state = reading.state == PumpState.LOST ? PumpState.LOST : PumpState.STOPPING;
    }
  }

  @Override
  public void deliver(PumpCommand.Deliver command) {
    if (reading.state != PumpState.STOPPED || reading.fault != PumpFault.NONE) {
      return;
    }
    programs++;
    program = command;
    programDoneNl = 0;
    reading.state = PumpState.PROGRAMMING;
    reading.finished = false;
    reading.runWrittenNs = 0;
    reading.runConfirmedNs = 0;
    reading.stoppedNs = 0;
    if (command.firstOfOrder()) {
      truthNl = 0;
      reading.counterKnown = false;
    }
  }

  /** The conversation goes one step on. */
  void confirm(long nowNs) {
    reading.heardNs = nowNs;
    switch (reading.state) {
      case STOPPING, PREPARING, FINISHING, LOST -> comeToRest(nowNs);
      case PROGRAMMING -> {
        reading.state = PumpState.STARTING;
        reading.runWrittenNs = nowNs;
        reading.mayMove = true;
        moving = true;
      }
      case STARTING -> {
        reading.state = PumpState.RUNNING;
        reading.runConfirmedNs = nowNs;
        count(nowNs);
      }
      case STOPPED, RUNNING -> count(nowNs);
    }
  }

  private void comeToRest(long nowNs) {
    moving = false;
    stopWanted = false;
    count(nowNs);
    reading.state = PumpState.STOPPED;
    reading.mayMove = false;
    reading.stoppedNs = nowNs;
  }

  private void count(long nowNs) {
    if (program == null) {
      return;
    }
    reading.counterKnown = true;
    reading.counterNl = truthNl;
    reading.counterDigitNl = DIGIT_NL;
    reading.counterAskedNs = nowNs;
    reading.counterNs = nowNs;
    reading.counterCount++;
  }

  /** Time passes: a plunger that moves moves on, to its target at most. */
  void pass(long ns, long nowNs) {
    PumpCommand.Deliver running = program;
    if (!moving || running == null) {
      if (reading.state == PumpState.STOPPED) {
        reading.heardNs = nowNs;
      }
      return;
    }
    long targetNl = running.permitted().volume().nl();
    long flowNl = running.permitted().rate().nlPerH() * (ns / 1_000_000) / NL_MS_PER_H;
    long movedNl = Math.min(flowNl, targetNl - programDoneNl);
    programDoneNl += movedNl;
    truthNl += movedNl;
    if (reading.state == PumpState.RUNNING) {
      reading.heardNs = nowNs;
      count(nowNs);
    }
    if (programDoneNl == targetNl) {
      moving = false;
      if (reading.state == PumpState.RUNNING) {
        reading.state = PumpState.FINISHING;
        reading.finished = true;
        reading.mayMove = false;
        reading.stoppedNs = nowNs;
      }
    }
  }

  /** Something is wrong with it, as its driver would tell it. */
  void fail(PumpFault fault) {
    reading.fault = fault;
    switch (fault) {
      case SILENT, LINE_LOST, STOP_UNCONFIRMED -> reading.state = PumpState.LOST;
      case REFUSED, READ_BACK_MISMATCH -> reading.state = PumpState.STOPPING;
      case STALLED, RESET, WATCHDOG, PROGRAM_ERROR -> {
        moving = false;
        reading.state = PumpState.STOPPING;
        reading.counterKnown &= fault != PumpFault.RESET;
      }
      case MOTION_WITHOUT_COMMAND -> {
        reading.mayMove = true;
        reading.state = PumpState.STOPPING;
      }
      default -> reading.state = PumpState.STOPPING;
    }
  }

  /** Whether it may be told of a fault now: not before it was spoken to at all. */
  boolean canFail(PumpFault fault) {
    return switch (fault) {
      case NONE -> false;
      case START_UNCONFIRMED -> reading.state == PumpState.STARTING;
      case READ_BACK_MISMATCH, REFUSED -> reading.state == PumpState.PROGRAMMING;
      case STOP_UNCONFIRMED -> reading.state == PumpState.STOPPING;
      case MOTION_WITHOUT_COMMAND -> reading.state == PumpState.STOPPED;
      default -> reading.fault == PumpFault.NONE;
    };
  }

  void sense(Sensors now) {
    sensors = now;
  }

  Sensors sensors() {
    return sensors;
  }

  /** The sensors are read, as a driver does in each cycle. */
  void readSensors(long nowNs) {
    boolean known = sensors != Sensors.SILENT;
    reading.sensorsNs = nowNs;
    reading.pressureKnown = known;
    reading.pressurePa = sensors == Sensors.PRESSURE ? 100_000 : 1_000;
    reading.airKnown = known;
    reading.airNl = sensors == Sensors.AIR ? 300_000 : 0;
    reading.plungerKnown = known;
    reading.plungerSeated = sensors != Sensors.LOOSE;
  }

  boolean moving() {
    return moving;
  }

  boolean stopWanted() {
    return stopWanted;
  }

  long truthNl() {
    return truthNl;
  }

  int stopCalls() {
    return stopCalls;
  }

  int programs() {
    return programs;
  }

  PumpCommand.@Nullable Deliver program() {
    return program;
  }
}
