package org.tenuto.station;

import org.jspecify.annotations.Nullable;
import org.tenuto.control.ExecutorEvent;
import org.tenuto.dose.ReadBack;

/**
 * What the snapshot does not carry and the page and telemetry still need: the read-back in force and
 * what the executor said of itself at boot. Written by the keeper, read by any thread.
 */
final class DeviceMemory {

  private volatile @Nullable ReadBack readBack;
  private volatile ExecutorEvent.@Nullable Booted booted;

  void heard(ExecutorEvent event) {
    switch (event) {
      case ExecutorEvent.OrderReadBack e when isInForce(e.readBack()) -> readBack = e.readBack();
      case ExecutorEvent.OrderChanged e -> readBack = e.readBack();
      case ExecutorEvent.Booted e -> booted = e;
      default -> {
        // Nothing to remember.
      }
    }
  }

  /** A change is not before it is confirmed and the pump rests. */
  static boolean isInForce(ReadBack shown) {
    return !shown.refused() && !shown.progress().isChange();
  }

  /** After a restart: what the record has of the executor that is still there. */
  void restore(@Nullable ReadBack remembered, ExecutorEvent.@Nullable Booted boot) {
    readBack = remembered;
    booted = boot;
  }

  /** The read-back in force of the order with this nonce; null if this station never saw it. */
  @Nullable ReadBack readBack(long orderNonce) {
    ReadBack last = readBack;
    boolean same = last != null && orderNonce != 0 && last.orderNonce() == orderNonce;
    return same ? last : null;
  }

  /** First event of the executor; null if it was not heard. */
  ExecutorEvent.@Nullable Booted booted() {
    return booted;
  }
}
