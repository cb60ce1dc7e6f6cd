package org.tenuto.simulator.fleet;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Which recording a device plays and where it is in it: one after the other, each to its end, then
 * a rest, then switched off for a moment. Owned by the device's thread.
 */
final class Playing {

  private static final long REST_NS = 30_000_000_000L;
  private static final long OFF_NS = 5_000_000_000L;

  private final List<Recording> recordings;
  private int index;
  private int round = 1;
  private long beganNs;
  private long nowNs;

  /**
   * Begins somewhere within one of them.
   *
   * @param recordings at least one
   * @param random draws which, and where
   * @param nowNs monotonic ns
   */
  Playing(List<Recording> recordings, RandomGenerator random, long nowNs) {
    this.recordings = recordings;
    this.nowNs = nowNs;
    index = random.nextInt(recordings.size());
    beganNs = nowNs - random.nextLong(recording().durationNs() + 1);
  }

  /** Time passes. */
  void advance(long newNowNs) {
    nowNs = newNowNs;
    if (positionNs() >= recording().durationNs() + REST_NS) {
      index = (index + 1) % recordings.size();
      round++;
      beganNs = nowNs + OFF_NS;
    }
  }

  Recording recording() {
    return recordings.get(index);
  }

  /** Counts the sessions played, from 1. */
  int round() {
    return round;
  }

  /** Monotonic ns. */
  long nowNs() {
    return nowNs;
  }

  /** Time in the recording; below 0 the device is switched off. */
  long positionNs() {
    return nowNs - beganNs;
  }

  /** Real monotonic time of a moment of the recorded session's own clock, ns. */
  long realNs(long virtualNs) {
    return beganNs + (virtualNs - recording().startNs());
  }

  /** Whether nothing can be heard of the device. */
  boolean isSilent() {
    return positionNs() < 0 || recording().silentAt(positionNs());
  }
}
