package org.tenuto.pump;

/**
 * What one order has delivered, as far as anyone can know: commanded, at least, at most.
 *
 * <p>Limits use <em>at most</em>; completion and under-delivery use <em>at least</em>. Whatever is
 * unconfirmed counts as delivered: while the pump may move, <em>at most</em> grows with the highest
 * rate it was told, over the whole elapsed time. A reading of the pump's own counter narrows the
 * bracket to counter ± one digit ± flow × age; a counter smaller than before never narrows.
 *
 * <p>Loop thread only; allocates nothing. Volumes in nL, times monotonic ns.
 */
public final class DeliveryLedger {

  private static final long NS_PER_MS = 1_000_000;
  private static final long MS_PER_H = 3_600_000;

  private long orderNl;
  private long rateNlPerH;
  private long commandedNl;
  private long atLeastNl;
  private long atMostNl;

  /** At most at {@link #basisNs}; since then the pump may have flowed. */
  private long basisNl;

  private long basisNs;
  private boolean flowing;
  private long highestCounterNl;
  private boolean counterTrusted;

  /**
   * A new order begins: nothing delivered.
   *
   * @param newOrderNl volume of its first phase
   */
  public void begin(long newOrderNl) {
    orderNl = newOrderNl;
    rateNlPerH = 0;
    commandedNl = 0;
    atLeastNl = 0;
    atMostNl = 0;
    basisNl = 0;
    basisNs = 0;
    flowing = false;
    highestCounterNl = 0;
    counterTrusted = true;
  }

  /**
   * The order's next phase begins: what may be delivered grows by it.
   *
   * @param phaseNl volume of that phase
   */
  public void extend(long phaseNl) {
    orderNl += phaseNl;
  }

  /**
   * The running phase was changed while the pump rested: its volume is another one.
   *
   * @param newOrderNl volume to be infused up to the end of the running phase
   */
  public void change(long newOrderNl) {
    orderNl = newOrderNl;
  }

  /**
   * A program is being handed to the pump: from now on it may flow.
   *
   * @param programRateNlPerH its flow rate
   * @param nowNs time of the decision, before the first byte is written
   */
  public void programSent(long programRateNlPerH, long nowNs) {
    rateNlPerH = programRateNlPerH;
    basisNl = atMostNl;
    basisNs = nowNs;
    flowing = true;
  }

  /** More was commanded; {@code nl} comes from the rate integrator. */
  public void commanded(long nl) {
    commandedNl += nl;
  }

  /**
   * The pump's counter of this order was read.
   *
   * @param counterNl its value
   * @param digitNl one digit of it: the counter may be off by that much either way
   * @param askedNs when it was asked for: what flowed since is not in it
   */
  public void read(long counterNl, long digitNl, long askedNs) {
    if (!counterTrusted || counterNl < highestCounterNl) {
      return;
    }
    highestCounterNl = counterNl;
    atLeastNl = Math.max(atLeastNl, counterNl - digitNl);
    // The pump's own target ends a program at the order; a counter beyond it is believed.
    long upperNl = counterNl + digitNl;
    basisNl = counterNl > orderNl ? upperNl : Math.min(upperNl, orderNl);
    basisNs = askedNs;
  }

  /** The pump was reset: its counter says nothing about this order any more. */
  public void distrustCounter() {
    counterTrusted = false;
  }

  /** The pump is confirmed at rest since {@code nowNs}: nothing flows from then on. */
  public void atRest(long nowNs) {
    advance(nowNs);
    if (flowing && nowNs > basisNs) {
      basisNl = atMostNl;
      basisNs = nowNs;
    }
    flowing = false;
  }

  /**
   * The pump may be moving, told to or not.
   *
   * @param sinceNs when it was last known to be at rest, if it was
   */
  public void mayFlow(long sinceNs) {
    if (!flowing) {
      basisNl = atMostNl;
      basisNs = sinceNs;
      flowing = true;
    }
  }

  /** Brings <em>at most</em> up to {@code nowNs}. Call once a cycle, after any reading. */
  public void advance(long nowNs) {
    long flowedNl = flowing ? flowNl(nowNs - basisNs) : 0;
    // Flow that nobody measured stops at the order: the pump's own target ends a program.
    atMostNl = Math.max(basisNl, Math.min(basisNl + flowedNl, orderNl));
  }

  /** Flow at the program's rate in an interval, rounded up to the millisecond and the nL. */
  private long flowNl(long intervalNs) {
    if (intervalNs <= 0) {
      return 0;
    }
    long ms = Math.ceilDiv(intervalNs, NS_PER_MS);
    return Math.ceilDiv(Math.multiplyExact(rateNlPerH, ms), MS_PER_H);
  }

  /** Volume to be infused up to the end of the phase that is running, nL. */
  public long orderNl() {
    return orderNl;
  }

  /** What the pump was commanded to deliver so far, nL. */
  public long commandedNl() {
    return commandedNl;
  }

  /** What it certainly delivered, nL. */
  public long atLeastNl() {
    return atLeastNl;
  }

  /** What it can have delivered at most, nL. */
  public long atMostNl() {
    return atMostNl;
  }
}
