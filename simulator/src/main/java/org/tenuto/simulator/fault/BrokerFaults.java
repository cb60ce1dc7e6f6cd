package org.tenuto.simulator.fault;

import static org.tenuto.simulator.fault.Allowance.anyOf;
import static org.tenuto.simulator.fault.Allowance.upTo;

/**
 * What may go wrong with where telemetry goes.
 *
 * <p>Nobody waits for the broker: nothing here has any effect on the delivery. Mild means that it
 * ends, so that everything arrives in the end; 15 s without an acknowledgement make a new
 * connection.
 *
 * @param down nobody listens
 * @param slow late acknowledgements; mild: less than 15 s
 * @param unacknowledging no acknowledgements; mild: past the 15 s, and it ends
 * @param hangup disconnects after so many messages
 * @param refusal refuses messages with any reason there is
 */
public record BrokerFaults(
    Allowance down, Allowance slow, Allowance unacknowledging, Allowance hangup, Allowance refusal)
    implements BoundaryFaults {

  /** Nothing. */
  public static BrokerFaults none() {
    return new BrokerFaults(
        Allowance.NONE, Allowance.NONE, Allowance.NONE, Allowance.NONE, Allowance.NONE);
  }

  /** What an order may outlive, or end of with a stated reason. */
  public static BrokerFaults survivable() {
    return new BrokerFaults(
        upTo(3).lastingMs(100, 60_000),
        upTo(3).lastingMs(100, 60_000).of(1, 5_000),
        upTo(2).lastingMs(100, 30_000),
        upTo(2).lastingMs(100, 30_000).of(1, 100),
        upTo(2).lastingMs(100, 30_000).of(0x80, 0xA2));
  }

  /** Everything there is: only what must never happen can be asked of such a session. */
  public static BrokerFaults unlimited() {
    return new BrokerFaults(
        anyOf(FaultKind.BROKER_DOWN, 5),
        anyOf(FaultKind.BROKER_SLOW, 5),
        anyOf(FaultKind.BROKER_UNACKNOWLEDGING, 3),
        anyOf(FaultKind.BROKER_HANGUP, 3),
        anyOf(FaultKind.BROKER_REFUSAL, 3));
  }

  @Override
  public void drawInto(FaultDraw draw) {
    draw.some(FaultKind.BROKER_DOWN, down);
    draw.some(FaultKind.BROKER_SLOW, slow);
    draw.some(FaultKind.BROKER_UNACKNOWLEDGING, unacknowledging);
    draw.some(FaultKind.BROKER_HANGUP, hangup);
    draw.some(FaultKind.BROKER_REFUSAL, refusal);
  }
}
