package org.tenuto.station;

import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.dose.ReadBack;

/**
 * What the snapshot does not carry and the page and telemetry still need: the last read-back and
 * what the executor said of itself at boot. Written by the keeper, read by any thread.
 */
final class DeviceMemory {

  private volatile @Nullable ReadBack readBack;
  private volatile ExecutorEvent.@Nullable Booted booted;

  void heard(ExecutorEvent event) {
    switch (event) {
      case ExecutorEvent.OrderReadBack e when !e.readBack().refused() -> readBack = e.readBack();
      case ExecutorEvent.Booted e -> booted = e;
      default -> {
        // Nothing to remember.
      }
    }
  }

  /** After a restart: what the record has of the executor that is still there. */
  void restore(@Nullable ReadBack remembered, ExecutorEvent.@Nullable Booted boot) {
    readBack = remembered;
    booted = boot;
  }

  /** The read-back with this nonce; null if this station never saw it. */
  @Nullable ReadBack readBack(long nonce) {
    ReadBack last = readBack;
    return last != null && nonce != 0 && last.nonce() == nonce ? last : null;
  }

  /** First event of the executor; null if it was not heard. */
  ExecutorEvent.@Nullable Booted booted() {
    return booted;
  }
}
