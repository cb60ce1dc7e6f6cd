package org.tenuto.link;

/**
 * Part of what an executor was told.
 *
 * @param executorBootId that executor
 * @param from bytes of its recording before this part; more than the end of the part before it if
 *     some were overwritten unread
 * @param bytes never changed by who holds it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, from the link to the record
public record RecordedPart(long executorBootId, long from, byte[] bytes) {}
