package org.tenuto.simulator.oracle;

import org.jspecify.annotations.Nullable;
import org.tenuto.alarm.Note;
import org.tenuto.control.StatusSnapshot;
import org.tenuto.infusion.InfusionState;

/**
 * What is true, and what can be seen and heard, at one instant: all that an oracle judges from.
 * Mutable, filled anew in each millisecond by the session, so that looking allocates nothing.
 */
public final class Scene {

  private static final int MODELS_AT_MOST = 4;

  /** Virtual monotonic time, ns. */
  public long nowNs;

  /**
   * What the motor has pushed out since the session began, by its travel and the area of the
   * syringe that was ordered; never goes down, nL.
   */
  public long pushedNl;

  /** Whether the motor is turning, be it between two microsteps. */
  public boolean moving;

  /** Whether the rotor follows: false while it is blocked. */
  public boolean rotorFree = true;

  /** Travel the pump's code has counted and the screw has not made: slipped microsteps, nL. */
  public long slippedNl;

  /** Whether the executor's loop runs in this millisecond: the process lives and is not stalled. */
  public boolean executorUp;

  /** Whether the station's process lives and is not stalled. */
  public boolean stationUp;

  /** Whether what executor and pump say reaches the other. */
  public boolean lineUp;

  /** Whether the pump has power and heeds its line. */
  public boolean pumpUp;

  /** Whether the circuit of the e-stop is open. */
  public boolean eStopOpen;

  /** Whether the board can't read its e-stop and buttons. */
  public boolean panelLost;

  /** Whether a page shows the device to somebody. */
  public boolean pageOpen;

  /** What the executor last published, dead or alive; null before its first cycle. */
  public @Nullable StatusSnapshot said;

  /** What the buzzer plays; null for silence. */
  public @Nullable Note sounding;

  /** Whether the station, by itself, tells that the executor is gone. */
  public boolean stationAlarm;

  /** Whether the disk has refused what the station that lives wanted to write. */
  public boolean recordRefused;

  /** Whether the station tells that the record can't be kept. */
  public boolean recordAlarm;

  /** What the board's wall clock shows, ms since 1970. */
  public long wallMs;

  /** Events of the executor that could not be handed on, of all its boots. */
  public long eventsLost;

  /** How many models follow what was pushed out into the vein. */
  public int concentrations;

  /** By each of them, in plasma and at the place of the effect, ng/mL. */
  public final double[] plasmaNgPerMl = new double[MODELS_AT_MOST];

  public final double[] effectNgPerMl = new double[MODELS_AT_MOST];

  /** Whether each of them was published with a place of the effect. */
  public final boolean[] effectPublished = new boolean[MODELS_AT_MOST];

  /** Whether the executor said last that it infuses or primes. */
  boolean saysMoving() {
    return said != null
        && (said.state == InfusionState.INFUSING || said.state == InfusionState.PRIMING);
  }
}
