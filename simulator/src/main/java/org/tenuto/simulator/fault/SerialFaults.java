package org.tenuto.simulator.fault;

import static org.tenuto.simulator.fault.Allowance.anyOf;
import static org.tenuto.simulator.fault.Allowance.upTo;

/**
 * What may go wrong with the cable to the pump.
 *
 * <p>The driver asks a second, third and fourth time, 125 ms each; a reading older than 500 ms, or
 * a stop unconfirmed for 500 ms, ends the order with a reason. What is lost of a start is never
 * repeated and ends it too.
 *
 * @param loss bytes that vanish; mild: short enough that one of four questions gets through
 * @param doubling bytes that come twice; mild: as loss, for a doubled byte spoils its packet
 * @param delay bytes that come later; mild: both ways and two packets in less than 125 ms
 * @param damage bytes with a wrong bit; mild: as loss, for the check of a packet finds it
 * @param stuck nothing passes; mild: less than the 500 ms that a reading may be old
 * @param cut the cable is out; mild: once, for it ends the order; then staff reset the fault
 */
public record SerialFaults(
    Allowance loss,
    Allowance doubling,
    Allowance delay,
    Allowance damage,
    Allowance stuck,
    Allowance cut)
    implements BoundaryFaults {

  /** Nothing. */
  public static SerialFaults none() {
    return new SerialFaults(
        Allowance.NONE,
        Allowance.NONE,
        Allowance.NONE,
        Allowance.NONE,
        Allowance.NONE,
        Allowance.NONE);
  }

  /** What an order may outlive, or end of with a stated reason. */
  public static SerialFaults survivable() {
    return new SerialFaults(
        upTo(3).lastingMs(20, 300).of(1, 50),
        upTo(3).lastingMs(20, 300).of(1, 50),
        upTo(3).lastingMs(100, 5_000).of(1, 40),
        upTo(3).lastingMs(20, 300).of(1, 50),
        upTo(2).lastingMs(20, 300),
        upTo(1).lastingMs(100, 5_000));
  }

  /** Everything there is: only what must never happen can be asked of such a session. */
  public static SerialFaults unlimited() {
    return new SerialFaults(
        anyOf(FaultKind.SERIAL_LOSS, 5),
        anyOf(FaultKind.SERIAL_DOUBLING, 5),
        anyOf(FaultKind.SERIAL_DELAY, 5),
        anyOf(FaultKind.SERIAL_DAMAGE, 5),
        anyOf(FaultKind.SERIAL_STUCK, 3),
        anyOf(FaultKind.SERIAL_CUT, 3));
  }

  @Override
  public void drawInto(FaultDraw draw) {
    draw.some(FaultKind.SERIAL_LOSS, loss);
    draw.some(FaultKind.SERIAL_DOUBLING, doubling);
    draw.some(FaultKind.SERIAL_DELAY, delay);
    draw.some(FaultKind.SERIAL_DAMAGE, damage);
    draw.some(FaultKind.SERIAL_STUCK, stuck);
    draw.some(FaultKind.SERIAL_CUT, cut);
  }
}
