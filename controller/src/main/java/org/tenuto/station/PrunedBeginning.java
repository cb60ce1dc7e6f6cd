package org.tenuto.station;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.JournalPruned;

/**
 * Whether the record itself says that what came before its first record was let go. Without such a
 * word a beginning that is missing is a loss. Given every record; one thread.
 */
final class PrunedBeginning {

  private static final String TYPE = JournalPruned.getDescriptor().getName();

  private long firstSeq;
  private long anchorSeq;
  private long prunedWallMs;
  private @Nullable RecordedBoot first;

  /** Takes the next record. */
  void take(JournalRecord record) throws InvalidProtocolBufferException {
    firstSeq = firstSeq == 0 ? record.seq() : firstSeq;
    if (record.type().equals(TYPE)) {
      anchorSeq = JournalPruned.parseFrom(record.payload()).getFirstSeq();
      prunedWallMs = record.wallMs();
    }
  }

  /** Takes a boot of an executor, when its first record has come. */
  void begins(RecordedBoot boot) {
    first = first == null ? boot : first;
  }

  /**
   * Why a boot can't be replayed though nothing was lost, in one line; null if that is not so. Only
   * one executor runs at a time, so it is the first one on record or none.
   */
  @Nullable String of(RecordedBoot boot) {
    boolean explained = firstSeq > 1 && anchorSeq == firstSeq;
    return explained && boot == first && boot.lacksItsBeginning()
        ? "its beginning was pruned (anchor of "
            + Instant.ofEpochMilli(prunedWallMs)
            + ": the record begins at record "
            + firstSeq
            + ")"
        : null;
  }
}
