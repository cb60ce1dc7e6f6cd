package org.tenuto.monitor;

/** How far what is shown of a device can be believed. */
enum Freshness {
  /** Heard within 3 s. */
  FRESH,
  /** Heard within 10 s. */
  LATE,
  /** Not heard for longer, or never: what is shown is history. */
  STALE,
  /** It said goodbye, or the broker said so for it. */
  OFFLINE
}
