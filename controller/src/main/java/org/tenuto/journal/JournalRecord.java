package org.tenuto.journal;

import com.google.protobuf.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One record of the journal, as stored.
 *
 * @param seq rises by 1 with each record, from 1
 * @param bootId the process it tells of
 * @param monoNs when it happened, monotonic ns
 * @param wallMs when it happened by the wall clock, ms since 1970
 * @param type kind of record
 * @param payload its message
 * @param wire what of it may leave the device; null for what never does
 * @param previousHash hash of the record before; 32 zero bytes for the first
 * @param hash SHA-256 over all of the above
 */
public record JournalRecord(
    long seq,
    long bootId,
    long monoNs,
    long wallMs,
    String type,
    ByteString payload,
    @Nullable WirePart wire,
    ByteString previousHash,
    ByteString hash) {}
