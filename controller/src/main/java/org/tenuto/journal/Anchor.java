package org.tenuto.journal;

import com.google.protobuf.ByteString;

/**
 * What the first record that is kept follows: where the chains stood when everything before it was
 * let go.
 *
 * @param firstSeq first record that is kept, from 1
 * @param hashBefore hash of the record before it; 32 zero bytes for the very first
 * @param wireSeqBefore last published record before it; 0 if there was none
 * @param wireHashBefore its hash; 32 zero bytes if there was none
 */
public record Anchor(
    long firstSeq, ByteString hashBefore, long wireSeqBefore, ByteString wireHashBefore) {

  /** Of a journal that has everything from its first record on. */
  public static final Anchor BEGINNING = new Anchor(1, Chain.GENESIS, 0, Chain.GENESIS);

  /** Where the chains stood before the first record that is kept. */
  Chain chain() {
    return new Chain(firstSeq - 1, hashBefore, wireSeqBefore, wireHashBefore);
  }
}
