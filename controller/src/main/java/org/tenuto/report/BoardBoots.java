package org.tenuto.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenuto.proto.journal.StationStarted;

/** Where in the record the board was started anew: the monotonic clock begins again there. */
final class BoardBoots {

  private final List<Long> bootSeqs = new ArrayList<>();
  private @Nullable String board;

  void take(Kept kept) {
    if (kept.message() instanceof StationStarted one) {
      if (board != null && !board.equals(one.getBoardBootId())) {
        bootSeqs.add(kept.seq());
      }
      board = one.getBoardBootId();
    }
  }

  /** Whether the board ran through from one record to the other, as far as taken. */
  boolean isSame(long seq, long otherSeq) {
    long first = Math.min(seq, otherSeq);
    long last = Math.max(seq, otherSeq);
    return bootSeqs.stream().noneMatch(boot -> boot > first && boot <= last);
  }
}
