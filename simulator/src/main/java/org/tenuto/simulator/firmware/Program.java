package org.tenuto.simulator.firmware;

import java.math.BigInteger;

/**
 * The running pumping program: which phase, how far, and when the next microstep is due.
 *
 * <p>Time between microsteps is kept as an integer remainder of flow rate × time, so that nothing
 * drifts; a phase with a volume ends with the last microstep that still fits into it.
 */
final class Program {

  enum Activity {
    STOPPED,
    PUMPING,
    PAUSED,
    PURGING
  }

  /** How often the pump looks whether a step is due, ns; its latency at the end of a phase. */
  private static final long TICK_NS = 1_000_000;

  private static final long S_PER_H = 3_600;
  private static final long AL_PER_NL = 1_000_000_000;
  private static final long NO_TARGET = -1;

  private final PumpModel model;
  private final Memory memory;
  private final Motor motor;

  private Activity activity = Activity.STOPPED;
  private int phaseNumber = 1;
  private long phaseSteps;
  private long targetSteps = NO_TARGET;

  /** Rate set while pumping, thousandths; 0 if the stored one is in force. */
  private long rateOverrideMilli;

  /** Flow rate × time not yet turned into steps, nL/h × ns; below the worth of one step. */
  private long remainderNlNsPerH;

  private long infusedSteps;
  private long withdrawnSteps;
  private long clockNs;
  private Alarm alarm = Alarm.NONE;

  /** What the present activity goes by, kept while it lasts: rate, and what one step is worth. */
  private long turningNlPerH;

  private long stepWorthNlNsPerH;

  Program(PumpModel model, Memory memory, Motor motor, long nowNs) {
    this.model = model;
    this.memory = memory;
    this.motor = motor;
    this.clockNs = nowNs;
    motor.runAt(0);
  }

  Activity activity() {
    return activity;
  }

  boolean moving() {
    return activity == Activity.PUMPING || activity == Activity.PURGING;
  }

  int phaseNumber() {
    return phaseNumber;
  }

  Phase phase() {
    return memory.phase(phaseNumber);
  }

  void select(int number) {
    phaseNumber = number;
  }

  /** Whether the motor can make this rate in the syringe it was told of. */
  boolean canRun(long rateNlPerH) {
    return rateNlPerH >= model.minRateNlPerH(memory.diameterUm)
        && rateNlPerH <= model.maxRateNlPerH(memory.diameterUm);
  }

  void start(int number) {
    remainderNlNsPerH = 0;
    enter(number);
  }

  /** Whether the program runs, and would run again if it were to after a loss of power. */
  boolean running() {
    return activity == Activity.PUMPING;
  }

  void pause() {
    become(Activity.PAUSED);
  }

  void resume() {
    targetSteps = stepsIn(phase().volumeMilli);
    if (reached()) {
      enter(phaseNumber + 1);
    } else {
      become(Activity.PUMPING);
    }
  }

  void purge() {
    remainderNlNsPerH = 0;
    become(Activity.PURGING);
  }

  /** Ends the program; the next RUN begins at phase 1. */
  void cancel() {
    phaseNumber = 1;
    rateOverrideMilli = 0;
    become(Activity.STOPPED);
  }

  void overrideRate(long milli) {
    rateOverrideMilli = milli;
    become(activity);
  }

  void reverse(boolean withdraw) {
    phase().withdraw = withdraw;
    become(activity);
  }

  /** The rate in force, thousandths of the phase's unit. */
  long rateMilli() {
    return rateOverrideMilli > 0 ? rateOverrideMilli : phase().rateMilli;
  }

  long dispensedNl(boolean withdrawn) {
    double steps = withdrawn ? withdrawnSteps : infusedSteps;
    return Math.round(steps * model.stepVolumeAl(memory.diameterUm) / AL_PER_NL);
  }

  void clearDispensed(boolean withdrawn) {
    if (withdrawn) {
      withdrawnSteps = 0;
    } else {
      infusedSteps = 0;
    }
  }

  /** The alarm that came up since the last call. */
  Alarm takeAlarm() {
    Alarm taken = alarm;
    alarm = Alarm.NONE;
    return taken;
  }

  /** Turns the motor up to now. */
  void advance(long nowNs) {
    while (clockNs < nowNs && moving()) {
      long spanNs = Math.min(TICK_NS, nowNs - clockNs);
      clockNs += spanNs;
      remainderNlNsPerH += spanNs * turningNlPerH;
      turn();
    }
    clockNs = Math.max(clockNs, nowNs);
  }

  private void turn() {
    while (moving() && remainderNlNsPerH >= stepWorthNlNsPerH) {
      remainderNlNsPerH -= stepWorthNlNsPerH;
      if (!motor.step(!phase().withdraw)) {
        fail(Alarm.STALL);
        return;
      }
      count();
      if (activity == Activity.PUMPING && reached()) {
        remainderNlNsPerH = 0;
        enter(phaseNumber + 1);
        return;
      }
    }
  }

  private void count() {
    if (activity == Activity.PUMPING) {
      phaseSteps++;
    }
    if (phase().withdraw) {
      withdrawnSteps++;
    } else {
      infusedSteps++;
    }
  }

  private boolean reached() {
    return targetSteps != NO_TARGET && phaseSteps >= targetSteps;
  }

  /** Begins a phase; one that is too small for a single step is over at once. */
  private void enter(int first) {
    rateOverrideMilli = 0;
    for (int number = first; number <= Phase.COUNT; number++) {
      phaseNumber = number;
      phaseSteps = 0;
      if (phase().stop) {
        cancel();
        return;
      }
      if (!canRun(phase().rateNlPerH())) {
        fail(Alarm.PROGRAM_ERROR);
        return;
      }
      targetSteps = stepsIn(phase().volumeMilli);
      if (!reached()) {
        become(Activity.PUMPING);
        return;
      }
    }
    fail(Alarm.PHASE_OUT_OF_RANGE);
  }

  private void fail(Alarm reason) {
    alarm = reason;
    cancel();
  }

  private void become(Activity next) {
    activity = next;
    turningNlPerH = moving() ? rateNlPerH() : 0;
    stepWorthNlNsPerH = model.stepVolumeAl(memory.diameterUm) * S_PER_H;
    long speed = moving() ? PumpModel.speedNmPerH(rateNlPerH(), memory.diameterUm) : 0;
    motor.runAt(phase().withdraw ? -speed : speed);
  }

  private long rateNlPerH() {
    return activity == Activity.PURGING
        ? model.maxRateNlPerH(memory.diameterUm)
        : rateMilli() * phase().rateUnit.milliNlPerH;
  }

  /** Whole steps that fit into a volume: rounded down, never beyond it. */
  private long stepsIn(long volumeMilli) {
    if (volumeMilli == 0) {
      return NO_TARGET;
    }
    long volumeNl = volumeMilli * memory.volumeUnit.milliNl;
    return BigInteger.valueOf(volumeNl)
        .multiply(BigInteger.valueOf(AL_PER_NL))
        .divide(BigInteger.valueOf(model.stepVolumeAl(memory.diameterUm)))
        .longValueExact();
  }
}
