package org.tenuto.pump;

/**
 * What is known of the pump: written by its driver within the cycle, read by the cycle after it.
 * Mutable and reused, so that a cycle allocates nothing. Loop thread only.
 */
public final class PumpReading {

  /** Where the conversation stands. */
  public PumpState state = PumpState.STOPPING;

  /**
   * Latched reason; {@link PumpFault#NONE} if there is none. While it stands no delivery begins.
   * The driver recovers by itself, by a confirmed stop; the latch is cleared by {@link Pump#stop}
   * called while {@link PumpState#STOPPED}.
   */
  public PumpFault fault = PumpFault.NONE;

  /** Whether the pump may be moving as far as anyone can know. */
  public boolean mayMove = true;

  /** Whether {@link #counterNl} holds a value of this program's counter. */
  public boolean counterKnown;

  /** The pump's own counter of volume since the order began (cleared once per order), nL. */
  public long counterNl;

  /** Half-width of what the counter can't tell: one of its digits, nL. */
  public long counterDigitNl;

  /** When the request for that counter was written: the counter is no older, monotonic ns. */
  public long counterAskedNs;

  /** When its reply had come in: the counter is no younger, monotonic ns. */
  public long counterNs;

  /** Readings of the counter so far; changes when a new one has come in. */
  public long counterCount;

  /** When the last valid reply came in, monotonic ns. */
  public long heardNs;

  /** When RUN was written for the present program; 0 if it has not been, monotonic ns. */
  public long runWrittenNs;

  /** When the pump confirmed that it runs; 0 if it has not, monotonic ns. */
  public long runConfirmedNs;

  /** When stop was confirmed or the pump reported its own end; 0 if not, monotonic ns. */
  public long stoppedNs;

  /** Whether the pump reported that the present program reached its own target volume. */
  public boolean finished;

  /** When the sensors below were last read, all those the pump has; monotonic ns. */
  public long sensorsNs;

  /** Whether {@link #pressurePa} was read; without it, nothing is known of the pressure. */
  public boolean pressureKnown;

  /** Pressure in the line, Pa above the air's; may be below 0. */
  public long pressurePa;

  /** Whether {@link #airNl} was read. */
  public boolean airKnown;

  /** Air that passed in the line since the order began, or stands in it, nL. */
  public long airNl;

  /** Whether {@link #plungerSeated} was read. */
  public boolean plungerKnown;

  /** Whether the pusher holds the plunger. */
  public boolean plungerSeated;
}
