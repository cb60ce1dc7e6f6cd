package org.tenuto.control;

/**
 * Whether somebody can see the device: how long ago a page last said which cycle's figures it
 * shows. Judged by the executor's own clock, and only for figures of its own that are fresh. Loop
 * thread only; allocates nothing.
 */
final class PageWatch {

  /** Design: ten seconds without a page are an alarm. */
  static final long UNSEEN_NS = 10_000_000_000L;

  /** Design: after thirty seconds without a page nothing is delivered. */
  static final long GONE_NS = 30_000_000_000L;

  /**
   * A page that shows older figures than these, in cycles, is not live: the live message comes 10
   * times a second, and 2 s leave room for a board that is busy.
   */
  static final long FRESH_CYCLES = 2_000;

  private long shownCycle;
  private long seenNs;

  /**
   * Looks once a cycle.
   *
   * @param shown cycle of the figures that a page last said it shows; untrusted
   * @param cycle present cycle
   * @param orderOpen whether an order is running or paused; without one nobody need look
   */
  void look(long shown, long cycle, boolean orderOpen, long nowNs) {
    if (shown > shownCycle && shown <= cycle && cycle - shown <= FRESH_CYCLES) {
      shownCycle = shown;
      seenNs = nowNs;
    }
    if (!orderOpen) {
      seenNs = nowNs;
    }
  }

  /** Whether an order has been open for 10 s without a page that shows it. */
  boolean isUnseen(long nowNs) {
    return nowNs - seenNs >= UNSEEN_NS;
  }

  /** Whether an order has been open for 30 s without a page that shows it. */
  boolean isGone(long nowNs) {
    return nowNs - seenNs >= GONE_NS;
  }
}
