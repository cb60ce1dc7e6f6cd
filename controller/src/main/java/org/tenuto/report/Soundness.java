package org.tenuto.report;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalException.Reason;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.JournalRecord;
import org.tenuto.journal.Verification;

/**
 * Whether the whole journal is as it was written, and where its chain stands.
 *
 * @param headSeq its last record when the report was begun
 * @param headHash that record's hash, lower-case hex
 * @param broken what is wrong, one line; null if nothing is
 */
record Soundness(long headSeq, String headHash, @Nullable String broken) {

  static Soundness of(JournalReader journal) throws JournalException {
    JournalRecord last = journal.last().orElse(null);
    return new Soundness(
        last == null ? 0 : last.seq(),
        last == null ? "" : HexFormat.of().formatHex(last.hash().toByteArray()),
        broken(journal));
  }

  private static @Nullable String broken(JournalReader journal) throws JournalException {
    try {
      Verification.Break found = journal.verify().broken();
      return found == null ? null : found.kind() + ": " + found.text();
    } catch (JournalException e) {
      if (e.reason() != Reason.CORRUPT) {
        throw e;
      }
      return e.getMessage();
    }
  }
}
