package org.tenuto.control;

import org.tenuto.alarm.AlarmCondition;
import org.tenuto.dose.PrimingReadBack;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.infusion.NotDeliveringReason;
import org.tenuto.pump.PumpFault;
import org.tenuto.pump.PumpState;

/** What the executor reports, in order; each becomes one journal record. */
public sealed interface ExecutorEvent {

  /** When it happened and what had been delivered by then. */
  Stamp stamp();

  /**
   * Carried by every event.
   *
   * @param seq rises by 1 with each event of one executor boot, from 1
   * @param cycle number of the cycle
   * @param monoNs deadline of that cycle, monotonic ns
   * @param state after the event
   * @param orderNonce nonce of the order's read-back; 0 if there is none
   * @param commandedNl what the present or last order was commanded to deliver so far, nL
   * @param atLeastNl what it certainly delivered, nL
   * @param atMostNl what it can have delivered at most, nL
   */
  record Stamp(
      long seq,
      long cycle,
      long monoNs,
      InfusionState state,
      long orderNonce,
      long commandedNl,
      long atLeastNl,
      long atMostNl) {}

  /**
   * First event of each boot.
   *
   * @param bootId this boot of the executor
   * @param build version and commit
   * @param timing what the kernel permitted, in plain words
   * @param pumpModel model of the pump by configuration
   * @param libraryHash drug library in force
   * @param buzzer whether a lamp and a buzzer are wired to the board
   */
  record Booted(
      Stamp stamp,
      long bootId,
      String build,
      String timing,
      String pumpModel,
      String libraryHash,
      boolean buzzer)
      implements ExecutorEvent {}

  /** The state changed. */
  record StateChanged(Stamp stamp, InfusionState from, InfusionState to, NotDeliveringReason reason)
      implements ExecutorEvent {}

  /** An order was read back; also what a refused order looks like (a HARD finding). */
  record OrderReadBack(Stamp stamp, long stationBootId, long commandSeq, ReadBack readBack)
      implements ExecutorEvent {}

  /** A change that staff confirmed is in force, as it was read back; the order keeps its nonce. */
  record OrderChanged(Stamp stamp, ReadBack readBack) implements ExecutorEvent {}

  /** A command was decided on. */
  record Answered(
      Stamp stamp,
      long stationBootId,
      long commandSeq,
      long journalSeq,
      Answer answer,
      String code,
      String text)
      implements ExecutorEvent {}

  /** How a command ended. */
  enum Answer {
    ACCEPTED,
    REFUSED,
    EXPIRED
  }

  /** Stop or Pause of the page was taken from its counter. */
  record HaltTaken(Stamp stamp, boolean stop) implements ExecutorEvent {}

  /** A button at the device was pressed: Stop was taken by then, Start starts nothing. */
  record PanelPressed(Stamp stamp, Button button) implements ExecutorEvent {

    /** The buttons there may be. */
    public enum Button {
      STOP,
      START
    }
  }

  /**
   * A program went to the pump: the start of a phase or of its remainder.
   *
   * @param phase counted from 0
   */
  record ProgramSent(Stamp stamp, int phase, long rateNlPerH, long volumeNl, String pumpRate)
      implements ExecutorEvent {}

  /** What the device would do to fill the line. */
  record PrimingOffered(
      Stamp stamp, long stationBootId, long commandSeq, PrimingReadBack readBack)
      implements ExecutorEvent {}

  /** The program that fills the line went to the pump. */
  record PrimingBegun(Stamp stamp, long nonce, long rateNlPerH, long volumeNl, String pumpRate)
      implements ExecutorEvent {}

  /**
   * The pump is confirmed at rest after a priming, however that ended: what went through the line.
   *
   * @param nonce of its read-back
   * @param commandedNl what it was commanded to deliver, nL
   * @param atLeastNl what it certainly delivered, nL
   * @param atMostNl what it can have delivered at most, nL
   */
  record PrimingEnded(Stamp stamp, long nonce, long commandedNl, long atLeastNl, long atMostNl)
      implements ExecutorEvent {}

  /** The pump's state or fault changed. */
  record PumpChanged(Stamp stamp, PumpState pumpState, PumpFault fault, long counterNl)
      implements ExecutorEvent {}

  /** An alarm condition appeared. */
  record AlarmRaised(Stamp stamp, AlarmCondition condition) implements ExecutorEvent {}

  /** An alarm condition is over, and acknowledged if it latches. */
  record AlarmCleared(Stamp stamp, AlarmCondition condition) implements ExecutorEvent {}

  /** Deadlines were missed: the cycles were skipped, never made up for. */
  record CyclesSkipped(Stamp stamp, long skipped, long latenessNs) implements ExecutorEvent {}
}
