package org.tenuto.simulator.boundary;

import java.util.random.RandomGenerator;
import org.tenuto.driver.newera.SerialLine;
import org.tenuto.simulator.fault.FaultKind;
import org.tenuto.simulator.fault.PresentFaults;

/**
 * The cable between driver and pump in virtual time, at the speed of a real one, and with what goes
 * wrong in it. The driver has the {@link SerialLine}, the session the rest. One thread; allocates
 * nothing.
 *
 * <p>A cut line answers -1 and nothing is left of its bytes. It comes back as a reopened one does:
 * once the cut is over and a read has seen the loss, one more read answers -1, and from then on it
 * is a new line. What the pump says meanwhile nobody hears.
 */
public final class SerialChannel implements SerialLine {

  /** Most bytes one call of the driver moves; as a real line's. */
  private static final int CALL_BYTES = 512;

  /** 8 data bits, no parity, 1 stop bit, and the start bit. */
  private static final long BITS_A_BYTE = 10;

  private static final long NS_PER_S = 1_000_000_000;

  private final OneWay toPump;
  private final OneWay toDriver;
  private final PresentFaults present;
  private final Tripwire tripwire;
  private int cuts;
  private boolean gone;
  private boolean lossSeen;

  /**
   * A line that is there, with nothing on it.
   *
   * @param baud bits a second, e.g. 19,200
   * @param present what goes wrong now
   * @param random which bytes it happens to
   * @param tripwire counts writes, and reads of something
   */
  public SerialChannel(int baud, PresentFaults present, RandomGenerator random, Tripwire tripwire) {
    if (baud < 1) {
      throw new IllegalArgumentException("speed " + baud + " baud: expected 1 or more");
    }
    long byteNs = Math.ceilDiv(BITS_A_BYTE * NS_PER_S, baud);
    toPump = new OneWay(byteNs, present, random);
    toDriver = new OneWay(byteNs, present, random);
    this.present = present;
    this.tripwire = tripwire;
  }

  /**
   * Lets the bytes move on.
   *
   * @param nowNs monotonic ns, never less than before
   */
  public void advance(long nowNs) {
    int begun = present.begun(FaultKind.SERIAL_CUT);
    if (begun != cuts) {
      cuts = begun;
      lose();
    }
    toPump.advance(nowNs);
    toDriver.advance(nowNs);
  }

  /** Takes what has arrived for the pump; the count, 0 if nothing. */
  public int takeForPump(byte[] into) {
    return toPump.take(into, into.length);
  }

  /** Puts {@code from[0, length)} of the pump on the line; lost if the line is gone. */
  public void fromPump(byte[] from, int length) {
    if (!gone && length > 0) {
      toDriver.offer(from, length);
    }
  }

  @Override
  public int read(byte[] into) {
    if (gone) {
      return seeLoss();
    }
    if (toDriver.arrived() == 0) {
      return 0;
    }
    if (tripwire.trips()) {
      lose();
      return seeLoss();
    }
    return toDriver.take(into, Math.min(into.length, CALL_BYTES));
  }

  private int seeLoss() {
    gone = !lossSeen || present.has(FaultKind.SERIAL_CUT);
    lossSeen = true;
    return -1;
  }

  @Override
  public int write(byte[] from, int length) {
    if (!gone && tripwire.trips()) {
      lose();
    }
    return gone ? -1 : toPump.offer(from, Math.min(length, CALL_BYTES));
  }

  @Override
  public int queued() {
    return gone ? -1 : toPump.waiting();
  }

  @Override
  public void discardOutput() {
    toPump.discardWaiting();
  }

  private void lose() {
    gone = true;
    lossSeen = false;
    toPump.clear();
    toDriver.clear();
  }
}
