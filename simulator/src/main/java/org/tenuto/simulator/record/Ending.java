package org.tenuto.simulator.record;

/**
 * How it stands when a record is judged.
 *
 * @param nowNs when, monotonic ns
 * @param executorBootId the executor that lives and is not stalled; 0 for none
 * @param keptSinceNs since when a station has lived whose record the disk took; never if none does
 * @param brokerSinceNs since when nothing was wrong with the broker; never if something is
 */
public record Ending(long nowNs, long executorBootId, long keptSinceNs, long brokerSinceNs) {

  /** Not so now. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Whether the record has been kept for so long. */
  boolean keptFor(long ns) {
    return keptSinceNs != NEVER && nowNs - keptSinceNs >= ns;
  }

  /** Whether the broker has been well for so long. */
  boolean brokerFor(long ns) {
    return brokerSinceNs != NEVER && nowNs - brokerSinceNs >= ns;
  }
}
