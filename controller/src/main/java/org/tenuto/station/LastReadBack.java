package org.tenuto.station;

import org.jspecify.annotations.Nullable;
import org.tenuto.dose.Order;
import org.tenuto.dose.OrderChange;
import org.tenuto.dose.ReadBack;

/**
 * What was read back last, also if it was refused, and what was asked for: a second person can be
 * added to it. Not on record: after a restart it is read back anew. Any thread.
 */
final class LastReadBack {

  /** What was asked for. */
  sealed interface Asked {}

  /** An order. */
  record OfOrder(Order order, boolean newPatient, boolean demo) implements Asked {}

  /** A change of the running order. */
  record OfChange(long orderNonce, int phase, OrderChange change) implements Asked {}

  /** What was read back, and what for. */
  record Shown(ReadBack readBack, Asked asked) {}

  private volatile @Nullable Shown last;

  void shown(ReadBack readBack, Asked asked) {
    last = new Shown(readBack, asked);
  }

  /** That read-back; null if another was last. */
  @Nullable ReadBack of(long nonce) {
    Shown shown = last;
    return shown != null && shown.readBack().nonce() == nonce ? shown.readBack() : null;
  }

  /** The last read-back, if these are its nonce and hash; null if not. */
  @Nullable Shown is(long nonce, String hash) {
    Shown shown = last;
    boolean same =
        shown != null
            && shown.readBack().nonce() == nonce
            && shown.readBack().hash().equals(hash);
    return same ? shown : null;
  }
}
