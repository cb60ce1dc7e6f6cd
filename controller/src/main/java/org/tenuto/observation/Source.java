package org.tenuto.observation;

/** Where a reading comes from. */
public enum Source {
  /** A person read or asked, and typed it. */
  MANUAL,
  /** A device sent it. */
  DEVICE
}
