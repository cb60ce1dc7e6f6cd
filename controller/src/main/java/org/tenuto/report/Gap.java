package org.tenuto.report;

/**
 * A stretch of an order's delivery of which nothing is on record.
 *
 * @param fromNs last word before, monotonic ns
 * @param toNs first word after, or as far as the delivery may have gone on unseen
 * @param why in plain words
 */
record Gap(long fromNs, long toNs, String why) {}
