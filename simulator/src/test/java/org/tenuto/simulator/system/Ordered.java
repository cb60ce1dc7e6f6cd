package org.tenuto.simulator.system;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An order as it was read back, and where the plunger stood before it.
 *
 * @param nonce of its read-back
 * @param baseNl what the plunger had delivered before, nL
 * @param volumeNl of all phases
 * @param highestRateNlPerH of any phase
 */
record Ordered(long nonce, long baseNl, long volumeNl, long highestRateNlPerH) {

  private static final long S_PER_H = 3_600;

  /** Reads what the page shows. */
  static Ordered of(JsonNode readBack, long baseNl) {
    long volumeNl = 0;
    long highest = 0;
    for (JsonNode phase : readBack.path("phases")) {
      long phaseNl = phase.path("volumeNl").asLong();
      volumeNl += phaseNl;
      highest = Math.max(highest, phaseNl * S_PER_H / phase.path("durationS").asLong());
    }
    if (volumeNl == 0) {
      throw new AssertionError("no phases: " + readBack);
    }
    return new Ordered(readBack.path("nonce").asLong(), baseNl, volumeNl, highest);
  }

  /** The same order, should staff change it: its volume is that of the first read-back. */
  Ordered changedToAtMost(long rateNlPerH) {
    return new Ordered(nonce, baseNl, volumeNl, Math.max(highestRateNlPerH, rateNlPerH));
  }

  /** Volume at its highest rate in an interval, rounded up, nL. */
  long atMostInNl(long intervalNs) {
    return highestRateNlPerH * (intervalNs / 1_000 + 1) / (S_PER_H * 1_000_000) + 1;
  }
}
