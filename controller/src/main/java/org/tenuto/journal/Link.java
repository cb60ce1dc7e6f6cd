package org.tenuto.journal;

import com.google.protobuf.ByteString;
import java.util.List;

/** One record, or the published part of one, as a link of its chain. */
sealed interface Link {

  /** Where it stands. */
  long number();

  ByteString previousHash();

  ByteString hash();

  /** The hash it would have with this number and this one before it. */
  ByteString hashAs(long number, ByteString previousHash);

  /** Whether its hash is of its content, had it been written with this number. */
  default boolean isWholeAs(long number) {
    return hashAs(number, previousHash()).equals(hash());
  }

  /** A record in the chain of all. */
  record OfRecord(JournalRecord record) implements Link {
    @Override
    public long number() {
      return record.seq();
    }

    @Override
    public ByteString previousHash() {
      return record.previousHash();
    }

    @Override
    public ByteString hash() {
      return record.hash();
    }

    @Override
    public ByteString hashAs(long number, ByteString previousHash) {
      return Chain.hashOf(
          new JournalRecord(
              number,
              record.bootId(),
              record.monoNs(),
              record.wallMs(),
              record.type(),
              record.payload(),
              record.wire(),
              previousHash,
              ByteString.EMPTY));
    }
  }

  /** A published part in the chain of those. */
  record OfWire(WirePart part) implements Link {
    @Override
    public long number() {
      return part.seq();
    }

    @Override
    public ByteString previousHash() {
      return part.previousHash();
    }

    @Override
    public ByteString hash() {
      return part.hash();
    }

    @Override
    public ByteString hashAs(long number, ByteString previousHash) {
      return Chain.hashOf(previousHash, number, part.body());
    }
  }

  /** One of the two chains of a journal. */
  enum Strand {
    RECORDS("record"),
    PUBLISHED("published event");

    private final String word;

    Strand(String word) {
      this.word = word;
    }

    /** What one link of it is called. */
    String word() {
      return word;
    }

    /** At most {@code limit} after a number, by rising number. */
    List<Link> after(RecordStore store, long number, int limit) throws JournalException {
      return switch (this) {
        case RECORDS ->
            store.after(number, limit).stream().<Link>map(OfRecord::new).toList();
        case PUBLISHED ->
            store.wireAfter(number, limit).stream()
                .<Link>mapMulti(
                    (record, out) -> {
                      WirePart wire = record.wire();
                      if (wire != null) {
                        out.accept(new OfWire(wire));
                      }
                    })
                .toList();
      };
    }
  }
}
