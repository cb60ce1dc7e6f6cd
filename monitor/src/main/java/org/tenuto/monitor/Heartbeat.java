package org.tenuto.monitor;

/** When a device was last heard, and whether it said it is there. Time is an argument. */
final class Heartbeat {

  private static final long FRESH_NS = 3_000_000_000L;
  private static final long LATE_NS = 10_000_000_000L;

  private boolean heard;
  private boolean offline;
  private long heardNs;
  private long lastSignNs = Long.MIN_VALUE;

  /** A live message came in. Says nothing about a device that is offline: it was on its way. */
  void live(long nowNs) {
    heard = true;
    heardNs = nowNs;
    lastSignNs = nowNs;
  }

  void online() {
    offline = false;
  }

  /** Nothing heard before counts any more: a device that comes back is stale until it is heard. */
  void offline() {
    offline = true;
    heard = false;
  }

  /** When it was last heard, whatever came after, ns; the least number there is if it never was. */
  long lastSignNs() {
    return lastSignNs;
  }

  Freshness at(long nowNs) {
    if (offline) {
      return Freshness.OFFLINE;
    }
    if (!heard || nowNs - heardNs > LATE_NS) {
      return Freshness.STALE;
    }
    return nowNs - heardNs > FRESH_NS ? Freshness.LATE : Freshness.FRESH;
  }
}
