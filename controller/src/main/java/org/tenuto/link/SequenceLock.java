package org.tenuto.link;

import java.lang.invoke.VarHandle;

/**
 * Lets one writer replace the snapshot at any time without waiting for readers, and readers notice
 * that it did. The version is odd while it is being replaced; 0 if it never was. Allocates nothing.
 */
final class SequenceLock {

  private static final int TRIES = 3;

  private SequenceLock() {}

  /** Replaces the snapshot by a slot that has been built. */
  static void write(LinkFile own, SlotWriter slot) {
    long version = own.get(LinkLayout.SNAPSHOT_VERSION);
    own.set(LinkLayout.SNAPSHOT_VERSION, version + 1);
    VarHandle.storeStoreFence(); // odd version first, then data
    slot.write(own.memory(), LinkLayout.SNAPSHOT, version + 2);
    own.set(LinkLayout.SNAPSHOT_VERSION, version + 2);
  }

  /** Copies the snapshot out; false if there is none, or it was being replaced at every try. */
  static boolean read(LinkFile other, SlotReader slot) {
    for (int i = 0; i < TRIES; i++) {
      long version = other.get(LinkLayout.SNAPSHOT_VERSION);
      if (version == 0) {
        return false;
      }
      if ((version & 1) == 0) {
        boolean good = slot.take(other.memory(), LinkLayout.SNAPSHOT);
        VarHandle.loadLoadFence(); // data first, then the version again
        if (other.get(LinkLayout.SNAPSHOT_VERSION) == version) {
          return good;
        }
      }
      Thread.onSpinWait();
    }
    return false;
  }
}
