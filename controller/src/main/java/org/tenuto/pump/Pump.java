package org.tenuto.pump;

/**
 * A pump, driven from the control cycle.
 *
 * <p>Contract: every call comes from the loop thread; nothing blocks, sleeps or waits for a reply;
 * {@link #cycle} does all line I/O, once a cycle, and allocates nothing when nothing changes.
 * {@link #stop} and {@link #deliver} only state what is wanted; what became of it is read from
 * {@link #reading}. A stop wins over everything and is idempotent; a delivery is never started
 * twice.
 */
public interface Pump {

  /** What this pump has sensors for and can do. */
  PumpCapability capability();

  /**
   * One step: read what has come, advance the conversation, write what is due.
   *
   * @param nowNs the cycle's own deadline, monotonic ns
   */
  void cycle(long nowNs);

  /**
   * Wants the pump stopped, whatever it is doing. Until the pump confirms, only stop commands are
   * sent; unconfirmed for 500 ms, the driver falls silent so that the pump's own watchdog stops it.
   */
  void stop();

  /**
   * Wants the pump to run one program: this rate until this volume, then stop by itself. Ignored
   * unless the pump is confirmed stopped ({@link PumpState#STOPPED}); the caller checks first.
   */
  void deliver(PumpCommand.Deliver command);

  /** What is known of the pump now; one mutable object, valid until the next {@link #cycle}. */
  PumpReading reading();
}
