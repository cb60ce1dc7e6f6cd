package org.tenuto.dose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.pk.CeilingLookAhead;

/**
 * An order on its way to a read-back: its figures are there, what it leads to is still being looked
 * ahead over, in slices, so that no cycle of the loop waits for it. One thread.
 */
public final class OrderDraft {

  private final Order order;
  private final Verdict figures;
  private final @Nullable CeilingLookAhead lookAhead;
  private List<Prediction> predictions = List.of();
  private boolean done;

  OrderDraft(Order order, Verdict figures) {
    this.order = order;
    this.figures = figures;
    lookAhead = CeilingCheck.lookAhead(order, figures);
    done = lookAhead == null;
  }

  /**
   * Looks further ahead.
   *
   * @param steps how far at most; one takes some 30 ns
   * @return whether the read-back can be made
   */
  public boolean advance(int steps) {
    if (!done && lookAhead != null && lookAhead.advance(steps)) {
      predictions = CeilingCheck.predictions(lookAhead);
      done = true;
    }
    return done;
  }

  /**
   * Reads the order back, a refused one too: figures that can't be computed are 0 or empty, and the
   * findings say why.
   *
   * @param nonce unpredictable, used once
   * @param expiresAtNs monotonic time after which the caller will not start it any more
   * @throws IllegalStateException before {@link #advance} said it can be made
   */
  public ReadBack readBack(long nonce, long expiresAtNs) {
    if (!done) {
      throw new IllegalStateException("an order is read back once it was looked ahead over");
    }
    return OrderReview.readBack(order, figures, predictions, nonce, expiresAtNs);
  }
}
