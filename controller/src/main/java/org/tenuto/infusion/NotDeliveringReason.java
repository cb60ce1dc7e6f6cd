package org.tenuto.infusion;

/** Why nothing is being delivered. */
public enum NotDeliveringReason {
  /** Delivering, or about to. */
  NONE,
  /** No order was started since the executor started. */
  NO_ORDER,
  /** Staff stopped the order. */
  STOPPED_BY_STAFF,
  /** Staff paused it. */
  PAUSED_BY_STAFF,
  /** The station fell silent, delivery is paused. */
  STATION_SILENT,
  /** The ordered volume was delivered. */
  COMPLETE,
  /** An alarm condition stopped it; the alarms say which. */
  ALARM,
  /** The executor was told to end: the order is over. */
  SHUT_DOWN,
  /** No page showed the order any more, delivery is paused. */
  PAGE_GONE
}
