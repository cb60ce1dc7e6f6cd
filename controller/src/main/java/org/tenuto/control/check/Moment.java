package org.tenuto.control.check;

import org.jspecify.annotations.Nullable;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.pump.DeliveryLedger;
import org.tenuto.pump.PumpReading;

/**
 * What is known in one cycle, after the pump was heard: what the checks look at. One mutable object,
 * filled anew in each cycle, so that a cycle allocates nothing. Loop thread only.
 */
public final class Moment {

  /** The cycle's deadline, monotonic ns. */
  public long nowNs;

  public InfusionState state = InfusionState.SELF_TEST;

  /** What the pump said, or its driver knows. */
  public PumpReading reading = new PumpReading();

  /** What was delivered of {@link #order}. */
  public DeliveryLedger ledger = new DeliveryLedger();

  /** The order that is shown, running or last ran; null if there is none. */
  public @Nullable ReadBack order;

  /**
   * What the pump gives is booked here: that of the order, or of a priming; null if it was told
   * nothing yet.
   */
  public @Nullable DeliveryLedger openLedger;

  /** The most drug that 24 h may hold for that order's person, ng; 0 without an order. */
  public long dayLimitNg;

  /** Whether a change of it waits for the pump to rest. */
  public boolean changing;

  /** Flow rate of the program in force, nL/h; 0 if there never was one. */
  public long rateNlPerH;

  /** Whether the station kept the record within its lease. */
  public boolean recordKept;

  /** Events lost to a full ring since boot. */
  public long droppedEvents;

  /** How long the deadlines that went by before this cycle would have taken, ns; 0 if none did. */
  public long skippedNs;

  /** Whether anybody told the wall clock yet. */
  public boolean wallKnown;

  /** Wall clock when this cycle began, ms since 1970 UTC. */
  public long wallMs;

  /** Whether the pump is to run: for an order, or to fill the line. */
  public boolean isToRun() {
    return state == InfusionState.INFUSING || state == InfusionState.PRIMING;
  }

  /** Whether an order is being delivered, or is interrupted. */
  public boolean isOpen() {
    return state == InfusionState.INFUSING || state == InfusionState.PAUSED;
  }

  /** Whether an order is open or may be started. */
  public boolean isShown() {
    return isOpen() || state == InfusionState.READY;
  }
}
