package org.tenuto.station;

import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenuto.journal.Entry;
import org.tenuto.proto.journal.ClockStepped;

/**
 * Notices when the wall clock is set: it then no longer goes with the monotonic one, and how long
 * ago a dose was is unknown. Both are slewed alike, so only a step parts them. Keeper thread only.
 */
final class ClockWatch {

  /** Further apart than this is a step, ms: well above what two readings can differ by. */
  static final long STEP_MS = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
  private static final long NS_PER_MS = 1_000_000;

  private final long stationBootId;
  private long offsetMs;

  /** From now on the clocks are taken to agree. */
  ClockWatch(long stationBootId, long nowNs, long wallMs) {
    this.stationBootId = stationBootId;
    this.offsetMs = offsetMs(nowNs, wallMs);
  }

  /** Wall clock less monotonic clock, ms; the same all through a boot of the board but for steps. */
  static long offsetMs(long monoNs, long wallMs) {
    return wallMs - Math.floorDiv(monoNs, NS_PER_MS);
  }

  /**
   * Looks whether the clock was set since the last look.
   *
   * @param entries gets what is to be put on record then
   */
  void look(long nowNs, long wallMs, List<Entry> entries) {
    long stepMs = offsetMs(nowNs, wallMs) - offsetMs;
    if (Math.abs(stepMs) <= STEP_MS) {
      return;
    }
    LOG.warn("the wall clock was set by {} ms: earlier doses count as ended now", stepMs);
    offsetMs += stepMs;
    entries.add(
        Entry.confined(
            stationBootId,
            nowNs,
            Instant.ofEpochMilli(wallMs),
            ClockStepped.newBuilder().setStationBootId(stationBootId).setByMs(stepMs).build()));
  }
}
