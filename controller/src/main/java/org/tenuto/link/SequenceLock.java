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
    try {
      long version = own.load(LinkLayout.SNAPSHOT_VERSION);
      own.store(LinkLayout.SNAPSHOT_VERSION, version + 1);
      VarHandle.storeStoreFence(); // odd version first, then data
      slot.write(own.memory(), LinkLayout.SNAPSHOT, version + 2);
      own.store(LinkLayout.SNAPSHOT_VERSION, version + 2);
      own.surface();
    } catch (InternalError e) {
      own.foundCut();
    }
  }

  /** Copies the snapshot out; false if there is none, or it was being replaced at every try. */
  static boolean read(LinkFile other, SlotReader slot) {
    if (other.isCut()) {
      return false;
    }
    try {
      boolean good = copyWhole(other, slot) && slot.isGood();
      other.surface();
      return good;
    } catch (InternalError e) {
      other.foundCut();
      return false;
    }
  }

  /** Copies until a copy is of one version; whether it is sound the slot's CRC says. */
  static boolean copyWhole(LinkFile other, SlotReader slot) {
    for (int i = 0; i < TRIES; i++) {
      long version = other.load(LinkLayout.SNAPSHOT_VERSION);
      if (version == 0) {
        return false;
      }
      if ((version & 1) == 0) {
        boolean _ = slot.take(other.memory(), LinkLayout.SNAPSHOT);
        VarHandle.loadLoadFence(); // data first, then the version again
        if (other.load(LinkLayout.SNAPSHOT_VERSION) == version) {
          return true;
        }
      }
      Thread.onSpinWait();
    }
    return false;
  }
}
