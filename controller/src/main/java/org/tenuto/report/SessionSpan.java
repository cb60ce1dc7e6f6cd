package org.tenuto.report;

/**
 * One order of a record that was started, and the records that are told with it.
 *
 * @param number counted from 1
 * @param nonce of its first read-back
 * @param fromSeq its first record
 * @param toSeq its last record
 * @param startSeq the record of its Start, or the first that told of its delivery
 * @param startNs when Start was asked for, or the delivery was first heard of, monotonic ns
 * @param startWallMs the same by the wall clock
 * @param drug its name, and its protocol's; empty if its read-back is not on record
 */
record SessionSpan(
    int number,
    long nonce,
    long fromSeq,
    long toSeq,
    long startSeq,
    long startNs,
    long startWallMs,
    String drug) {

  Times times() {
    return new Times(startNs, startWallMs);
  }
}
