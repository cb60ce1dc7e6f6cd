package org.tenuto.pk.planted;

import org.tenuto.dose.Order;

/** Violates: floors only point down. */
public final class ModelThatKnowsTheOrder {

  public long grams(Order order) {
    return order.patient().weightG();
  }
}
