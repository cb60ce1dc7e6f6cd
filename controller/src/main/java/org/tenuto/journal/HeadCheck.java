package org.tenuto.journal;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.tenuto.journal.Verification.Break;
import org.tenuto.journal.Verification.Kind;

/** Looks for the record that a journal is known to have ended with once. */
final class HeadCheck {

  private static final int PAGE = 500;

  private HeadCheck() {}

  /** What was found, and whether the head is missing after it. */
  static Verification added(Verification found, RecordStore store, String head)
      throws JournalException {
    if (has(store, ByteString.copyFrom(HexFormat.of().parseHex(head)))) {
      return found;
    }
    long last = store.last().map(JournalRecord::seq).orElse(0L);
    String text =
        "head: no record has the hash "
            + head
            + ", the last is "
            + last
            + ": what came after was cut off, or rewritten";
    List<Break> breaks = new ArrayList<>(found.breaks());
    breaks.add(new Break(last + 1, last + 1, Kind.HEAD, false, text));
    return new Verification(
        found.records(), found.published(), found.firstSeq(), found.head(), breaks);
  }

  /** Most likely at the end. */
  private static boolean has(RecordStore store, ByteString head) throws JournalException {
    if (store.anchor().hashBefore().equals(head)) {
      return true;
    }
    long last = store.last().map(JournalRecord::seq).orElse(0L);
    for (long end = last; end > 0; end -= PAGE) {
      for (JournalRecord record : store.after(Math.max(0, end - PAGE), PAGE)) {
        if (record.hash().equals(head)) {
          return true;
        }
      }
    }
    return false;
  }
}
