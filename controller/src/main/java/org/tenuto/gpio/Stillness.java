package org.tenuto.gpio;

/**
 * Whether another thread has stood still for longer than it may, as counted in looks of this one.
 * The loop looks once in a cycle of 1 ms. One thread; allocates nothing.
 */
final class Stillness {

  /** Looks without progress that are borne: 1 s. A round takes {@link LineWatcher#ROUND_MS}. */
  static final int LOOKS = 1_000;

  private long seen = -1;
  private int looks;

  /** Looks at a count that grows while the other thread lives. */
  boolean look(long count) {
    looks = count == seen ? looks + 1 : 0;
    seen = count;
    if (looks > LOOKS) {
      looks = LOOKS + 1;
      return true;
    }
    return false;
  }
}
