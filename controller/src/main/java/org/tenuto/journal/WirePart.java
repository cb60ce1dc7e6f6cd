package org.tenuto.journal;

import com.google.protobuf.ByteString;

/**
 * What of a record the world may see.
 *
 * @param seq rises by 1 with each published record, from 1
 * @param previousHash hash of the published record before; 32 zero bytes for the first
 * @param hash SHA-256 of {@code previousHash}, {@code seq} and {@code body}
 * @param body what may be published
 */
public record WirePart(long seq, ByteString previousHash, ByteString hash, ByteString body) {}
