package org.tenuto.station;

import org.tenuto.control.StationCommand;

/**
 * Notices that this process stood still for longer than a command is good for: stopped, or starved.
 * A press from before may then have waited unread and look new, so for as long again nothing that
 * starts motion is believed.
 *
 * <p>Any thread. Looked at by a thread of its own, which does nothing else: slow work of another is
 * no standstill. Monotonic ns.
 */
final class Standstill {

  private long lookedNs;
  private long doubtfulUntilNs;

  /** Runs from now on. */
  Standstill(long nowNs) {
    lookedNs = nowNs;
    doubtfulUntilNs = nowNs;
  }

  /** It runs from now on: what came before, a slow start, is no standstill. */
  synchronized void begin(long nowNs) {
    lookedNs = nowNs;
  }

  /** One look, several times a second. */
  synchronized void look(long nowNs) {
    if (nowNs - lookedNs > StationCommand.GOOD_FOR_NS) {
      doubtfulUntilNs = nowNs + StationCommand.GOOD_FOR_NS;
    }
    lookedNs = nowNs;
  }

  /**
   * Whether what was read at that moment may be older than it seems.
   *
   * @param nowNs the present: after a standstill the next look may still be to come
   */
  synchronized boolean mayBeOld(long readNs, long nowNs) {
    return nowNs - lookedNs > StationCommand.GOOD_FOR_NS || readNs - doubtfulUntilNs < 0;
  }
}
