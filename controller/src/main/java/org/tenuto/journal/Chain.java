package org.tenuto.journal;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The two hash chains: where they stand, and the record that comes next. Numbers enter a hash as 8
 * bytes, big endian, and anything of variable length after its own length, so that no two different
 * records have the same bytes. Immutable.
 *
 * @param seq last record; 0 if there is none
 * @param hash its hash
 * @param wireSeq last published record; 0 if there is none
 * @param wireHash its hash
 */
record Chain(long seq, ByteString hash, long wireSeq, ByteString wireHash) {

  /** What the first record follows. */
  static final ByteString GENESIS = ByteString.copyFrom(new byte[32]);

  static final Chain EMPTY = new Chain(0, GENESIS, 0, GENESIS);

  /** The record this entry becomes if it is the next. */
  JournalRecord next(Entry entry) {
    WirePart wire = entry.wireBody() == null ? null : nextWire(entry.wireBody());
    JournalRecord unsealed =
        new JournalRecord(
            seq + 1,
            entry.bootId(),
            entry.monoNs(),
            entry.wall().toEpochMilli(),
            entry.type(),
            entry.payload(),
            wire,
            hash,
            ByteString.EMPTY);
    return seal(unsealed);
  }

  private WirePart nextWire(ByteString body) {
    return new WirePart(wireSeq + 1, wireHash, hashOf(wireHash, wireSeq + 1, body), body);
  }

  private static JournalRecord seal(JournalRecord r) {
    return new JournalRecord(
        r.seq(),
        r.bootId(),
        r.monoNs(),
        r.wallMs(),
        r.type(),
        r.payload(),
        r.wire(),
        r.previousHash(),
        hashOf(r));
  }

  /** Where the chains stand after this record. */
  Chain after(JournalRecord record) {
    WirePart wire = record.wire();
    return new Chain(
        record.seq(),
        record.hash(),
        wire == null ? wireSeq : wire.seq(),
        wire == null ? wireHash : wire.hash());
  }

  /** Whether the record's published part, if it has one, is the next of its chain. */
  boolean wireFollows(JournalRecord record) {
    WirePart wire = record.wire();
    return wire == null || wire.equals(nextWire(wire.body()));
  }

  /** The hash this record should have by its own content. */
  static ByteString hashOf(JournalRecord r) {
    MessageDigest sha = sha256();
    update(sha, r.previousHash());
    update(sha, r.seq(), r.bootId(), r.monoNs(), r.wallMs());
    update(sha, ByteString.copyFrom(r.type(), StandardCharsets.UTF_8));
    update(sha, r.payload());
    update(sha, r.wire());
    return ByteString.copyFrom(sha.digest());
  }

  /** The formula stated at {@code Event.hash} in telemetry.proto: subscribers compute it too. */
  static ByteString hashOf(ByteString previousWireHash, long wireSeq, ByteString body) {
    MessageDigest sha = sha256();
    sha.update(previousWireHash.asReadOnlyByteBuffer());
    update(sha, wireSeq);
    sha.update(body.asReadOnlyByteBuffer());
    return ByteString.copyFrom(sha.digest());
  }

  private static void update(MessageDigest sha, @Nullable WirePart wire) {
    if (wire == null) {
      update(sha, 0);
      return;
    }
    update(sha, wire.seq());
    update(sha, wire.previousHash());
    update(sha, wire.hash());
    update(sha, wire.body());
  }

  private static void update(MessageDigest sha, ByteString bytes) {
    update(sha, bytes.size());
    sha.update(bytes.asReadOnlyByteBuffer());
  }

  private static void update(MessageDigest sha, long... numbers) {
    for (long number : numbers) {
      sha.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
