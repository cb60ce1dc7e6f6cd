package org.tenuto.journal;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.Verification.Break;
import org.tenuto.journal.Verification.Kind;
import org.tenuto.proto.journal.JournalPruned;

/** Holds what stands for the pruned records against what the chain itself says of the pruning. */
final class AnchorCheck {

  private AnchorCheck() {}

  /** What was found, and what is wrong with the anchor before it. */
  static Verification added(Verification found, RecordStore store, Anchor anchor)
      throws JournalException {
    String wrong = wrong(store, anchor);
    if (wrong == null) {
      return found;
    }
    List<Break> breaks = new ArrayList<>();
    long seq = anchor.firstSeq();
    breaks.add(new Break(seq, seq, Kind.ANCHOR, false, wrong));
    breaks.addAll(found.breaks());
    return new Verification(
        found.records(), found.published(), found.firstSeq(), found.head(), breaks);
  }

  private static @Nullable String wrong(RecordStore store, Anchor anchor) throws JournalException {
    Optional<JournalRecord> last = store.lastOf(JournalPruned.getDescriptor().getName());
    if (last.isEmpty()) {
      return anchor.equals(Anchor.BEGINNING)
          ? null
          : "anchor: no record says that records 1.." + (anchor.firstSeq() - 1) + " were pruned";
    }
    long seq = last.get().seq();
    Anchor told = told(last.get());
    if (told == null) {
      return "anchor: record " + seq + ", which tells of it, is unreadable";
    }
    return told.equals(anchor)
        ? null
        : "anchor rewritten: it stands at record "
            + anchor.firstSeq()
            + " after "
            + hex(anchor.hashBefore())
            + ", record "
            + seq
            + " says record "
            + told.firstSeq()
            + " after "
            + hex(told.hashBefore());
  }

  private static @Nullable Anchor told(JournalRecord record) {
    try {
      JournalPruned pruned = JournalPruned.parseFrom(record.payload());
      return new Anchor(
          pruned.getFirstSeq(),
          pruned.getHashBefore(),
          pruned.getWireSeqBefore(),
          pruned.getWireHashBefore());
    } catch (InvalidProtocolBufferException e) {
      return null; // said of the record by whoever asked
    }
  }

  private static String hex(ByteString hash) {
    return java.util.HexFormat.of().formatHex(hash.toByteArray());
  }
}
