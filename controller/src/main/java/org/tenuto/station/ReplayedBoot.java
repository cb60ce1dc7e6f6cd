package org.tenuto.station;

import org.jspecify.annotations.Nullable;

/**
 * What came of replaying one boot of the executor.
 *
 * @param bootId that boot
 * @param build version and commit it was of; empty if nothing was recorded
 * @param pump its pump
 * @param firstWallMs when the record of it begins, ms since 1970
 * @param lastWallMs when it ends
 * @param cycles cycles replayed
 * @param same events that were decided again as they stand on record
 * @param notCompared events on record from after the end of the recording: of the last second
 *     before a power cut, say
 * @param difference the first one, or why it could not be replayed to its end; null if there is none
 * @param notComparable why there is nothing to compare though nothing was lost; null if there is
 */
public record ReplayedBoot(
    long bootId,
    String build,
    String pump,
    long firstWallMs,
    long lastWallMs,
    long cycles,
    long same,
    long notCompared,
    @Nullable String difference,
    @Nullable String notComparable) {

  /** The same, not compared, and why. */
  ReplayedBoot notComparable(String why) {
    return new ReplayedBoot(
        bootId, build, pump, firstWallMs, lastWallMs, cycles, same, notCompared, difference, why);
  }

  /** Whether nothing that could be compared was decided otherwise, to the last bit. */
  public boolean alike() {
    return difference == null;
  }
}
