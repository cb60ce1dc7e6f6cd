package org.tenuto.simulator.boundary;

/** How one write of the record ends that is to go wrong. */
public enum WriteEnd {
  /** The station dies before anything is written; or in it, and SQLite finds half a transaction. */
  DIES_BEFORE,
  /** The station dies in it, and half a record is left that nobody can take back. */
  TORN,
  /** The station dies between the write and the fsync. */
  DIES_WRITTEN,
  /** The station dies after the fsync, before it does anything with what is on record. */
  DIES_DURABLE,
  /** The board loses its power between the write and the fsync. */
  POWER_LOST,
  /** The fsync fails, and what was written is gone. */
  FSYNC_LOST,
  /** The fsync fails, and what was written is found again. */
  FSYNC_KEPT,
  /** The disk is full. */
  FULL
}
