package org.tenuto.dose;

import java.util.List;
import org.tenuto.pk.CeilingLookAhead;

/**
 * An order on its way to a read-back: its figures are there, what it leads to is still being looked
 * ahead over, in slices, so that no cycle of the loop waits for it. One thread.
 */
public final class OrderDraft {

  private final Order order;
  private final Progress progress;
  private final Verdict figures;
  private final CeilingLookAhead[] lookAheads;

  /** Which of them is at work; all are done when there is none left. */
  private int current;

  OrderDraft(Order order, Progress progress, Verdict figures, List<CeilingLookAhead> lookAheads) {
    this.order = order;
    this.progress = progress;
    this.figures = figures;
    this.lookAheads = lookAheads.toArray(CeilingLookAhead[]::new);
  }

  /**
   * Looks further ahead.
   *
   * @param steps how far at most; one takes some 30 ns
   * @return whether the read-back can be made
   */
  public boolean advance(int steps) {
    if (!isDone() && lookAheads[current].advance(steps)) {
      current++;
    }
    return isDone();
  }

  /** Looks ahead to the end, which takes some milliseconds: not in the loop. */
  void finish() {
    while (!advance(Integer.MAX_VALUE)) {
      // One look-ahead after the other.
    }
  }

  private boolean isDone() {
    return current == lookAheads.length;
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
    return OrderReview.readBack(order, progress, figures, predictions(), nonce, expiresAtNs);
  }

  /** What the models predict of it. */
  List<Prediction> predictions() {
    if (!isDone()) {
      throw new IllegalStateException("an order is read back once it was looked ahead over");
    }
    return CeilingCheck.predictions(lookAheads);
  }
}
