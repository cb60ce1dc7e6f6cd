package org.tenuto.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
  private static final Path BOARD_BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final long NS_PER_MS = 1_000_000;

  private final long stationBootId;
  private long offsetMs;

  /** From now on the clocks are taken to agree. */
  ClockWatch(long stationBootId, long nowNs, Instant wall) {
    this.stationBootId = stationBootId;
    this.offsetMs = offsetMs(nowNs, wall.toEpochMilli());
  }

  /** Wall clock less monotonic clock, ms; the same all through a boot of the board but for steps. */
  static long offsetMs(long monoNs, long wallMs) {
    return wallMs - Math.floorDiv(monoNs, NS_PER_MS);
  }

  /** What is to be put on record if the clock was set since the last look; else null. */
  @Nullable Entry look(long nowNs, Instant wall) {
    long stepMs = offsetMs(nowNs, wall.toEpochMilli()) - offsetMs;
    if (Math.abs(stepMs) <= STEP_MS) {
      return null;
    }
    LOG.warn("the wall clock was set by {} ms: earlier doses count as ended now", stepMs);
    offsetMs += stepMs;
    return Entry.confined(
        stationBootId,
        nowNs,
        wall,
        ClockStepped.newBuilder().setStationBootId(stationBootId).setByMs(stepMs).build());
  }

  /** The kernel's id of this boot of the board; empty if it gives none. */
  static String boardBootId() {
    try {
      return Files.readString(BOARD_BOOT_ID).strip();
    } catch (IOException e) {
      LOG.warn("the board's boot id can't be read: {}", e.getMessage());
      return "";
    }
  }
}
